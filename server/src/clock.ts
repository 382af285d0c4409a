// The time on this machine, for what is said about calendars. Its zone is looked up when the first is told: the engine
// loads its tables of languages for that, which costs as much memory as the rest of the server.

import type { Moment } from '../../core/src/index.ts';

/** The clock of this machine, with the zone in which times are told: an IANA name, or `local` for the machine's own. */
export function nowIn(zone: string): () => Moment {
	return () => ({ microseconds: Date.now() * 1000, zone: zone === 'local' ? localZone() : zone });
}

function localZone(): string {
	return Intl.DateTimeFormat().resolvedOptions().timeZone;
}
