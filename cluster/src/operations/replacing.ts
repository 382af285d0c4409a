// Before v0.13.0, fleet took another text for a known unit, said nothing, and kept the old one.

import { type FleetRelease, isFleetAtLeast } from '../../../core/src/fleet/model.ts';
import { ClusterError } from '../errors.ts';

/** Throws a `ClusterError` of the kind `refused` where a release of fleet cannot replace the text of a unit. */
export function requireReplacing(name: string, release: FleetRelease): void {
	if (isFleetAtLeast(release, '0.13')) return;
	throw new ClusterError('refused', `fleet ${release} replaces no text: it would keep the old one of ${name}`, {
		advice: `destroy ${name}, and start it again`,
	});
}
