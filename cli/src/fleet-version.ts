// The option for the release of fleet, which several commands have.

import { type FleetRelease, fleetReleases, latestFleetRelease, readFleetRelease } from '../../core/src/index.ts';
import { type Option, UsageError } from './arguments.ts';

/** Its row in a table of options. */
export const fleetVersionOption = {
	type: 'string',
	value: 'V',
	help: `release of fleet, such as 0.11; ${latestFleetRelease} by default`,
} as const satisfies Option;

/** The release that it names; the newest where it is not given. Throws `UsageError`. */
export function readFleetVersion(value: string | undefined): FleetRelease {
	if (value === undefined) return latestFleetRelease;
	const release = readFleetRelease(value);
	if (release !== undefined) return release;
	throw new UsageError(`--fleet-version: \`${value}\` is no release of fleet; use one of ${fleetReleases.join(', ')}`);
}
