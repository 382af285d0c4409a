// What the status says of the releases that a unit file is checked for: a release that nobody has set is only assumed.

import type { TargetResult } from '../../protocol/src/requests.ts';

/** What the person has set in the editor. */
export interface SetTarget {
	readonly systemd: string | undefined;
	readonly fleet: string | undefined;
}

/** `systemd 252`, or `systemd latest (assumed)` where neither editor nor project says which. */
export function targetText({ systemd }: SetTarget, target: TargetResult | undefined): string {
	if (target?.isFromProject === true) return `systemd ${target.systemdVersion}`;
	return systemd === undefined ? 'systemd latest (assumed)' : `systemd ${systemd}`;
}

/** The sentence below it: who says so, what to do where nobody does, and the release of fleet. */
export function targetDetail({ systemd, fleet }: SetTarget, target: TargetResult | undefined): string {
	const newest = target === undefined ? '' : `, ${target.systemdVersion}`;
	const source =
		target?.isFromProject === true
			? '.fleet-units.json sets the release'
			: systemd === undefined
				? `no release is set, so files are checked for the newest one${newest}; choose yours`
				: 'release that the unit files are checked for';
	return `${source}; CoreOS fleet ${target?.fleetVersion ?? fleet ?? '1.0'}`;
}
