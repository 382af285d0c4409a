// What a person can set for linting, as the core wants it: checked and resolved. Reading settings from an editor or
// a file is the adapters' business; the checks of single values are here.

import { oldestRelease } from '../catalogue/directive.ts';
import { latestRelease } from '../catalogue/latest-release.ts';
import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { type FleetRelease, fleetReleases, latestFleetRelease } from '../fleet/model.ts';
import type { WorkspaceView } from '../workspace/model.ts';
import { type Severity, severities } from './problem.ts';

/** Settings that hold for all files of a run or session. */
export interface LintSettings {
	/** The systemd release that the unit files are for. */
	readonly release: number;
	/** The release of fleet that runs the units with [X-Fleet]. */
	readonly fleetRelease: FleetRelease;
	/** Severity by rule id, where it differs from the rule's own. */
	readonly rules: Readonly<Record<string, Severity | 'off'>>;
}

/** Everything beside the text that linting one file depends on. */
export interface LintContext extends LintSettings {
	/** What the file's name tells; absent for a name that is no unit file's. */
	readonly file: UnitFileName | undefined;
	/** The file's own path in `workspace`; absent for text that is in no file. */
	readonly path?: string;
	/** The other unit files; absent where only this one is known, and rules across files keep silent. */
	readonly workspace?: WorkspaceView;
}

/** The newest releases, every rule at its own severity. */
export const defaultSettings: LintSettings = { release: latestRelease, fleetRelease: latestFleetRelease, rules: {} };

/** Whether a value is a severity or `"off"`. */
export function isRuleLevel(value: unknown): value is Severity | 'off' {
	return value === 'off' || (severities as readonly unknown[]).includes(value);
}

/** A target version as people write it, `"latest"` or a number; `undefined` for others, and those outside the tables. */
export function readRelease(value: unknown): number | undefined {
	if (value === 'latest') return latestRelease;
	const release = typeof value === 'string' && /^\d+$/.test(value) ? Number(value) : value;
	return typeof release === 'number' && Number.isInteger(release) && isKnown(release) ? release : undefined;
}

/** Of a release that is younger than the tables nobody knows what it takes: `"latest"` says that, and a number would not. */
function isKnown(release: number): boolean {
	return oldestRelease <= release && release <= latestRelease;
}

/** A release of fleet as people write it, such as `"0.11"`, `"v1.0.0"` or `1`; `undefined` for others. */
export function readFleetRelease(value: unknown): FleetRelease | undefined {
	const [, major, minor = '0'] = /^v?(\d+)(?:\.(\d+))?(?:\.\d+)?$/.exec(String(value)) ?? [];
	return fleetReleases.find((release) => release === `${major}.${minor}`);
}
