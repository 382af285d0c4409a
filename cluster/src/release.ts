// What a server calls itself → the release of fleet whose behaviour it has.

import type { FleetRelease } from '../../core/src/fleet/model.ts';

/** The release of a version such as `v0.11.8` or `v1.0.0-15-g45224983`; `undefined` for what is no version. */
export function releaseOf(version: string | undefined): FleetRelease | undefined {
	const [, major, minor] = /^v?(\d+)\.(\d+)/.exec(version ?? '') ?? [];
	if (major === undefined) return undefined;
	if (Number(major) > 0) return '1.0';
	// Releases before v0.8.0 differ in ways that nobody needs any more.
	return minorReleases[Math.max(0, Number(minor) - 8)] ?? '0.13';
}

const minorReleases = ['0.8', '0.9', '0.10', '0.11', '0.12', '0.13'] as const satisfies readonly FleetRelease[];
