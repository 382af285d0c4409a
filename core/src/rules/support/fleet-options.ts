// fleet's own reading of a unit file, for rules that judge what fleet makes of it. Where it differs from systemd's
// reading, only fleet's counts in [X-Fleet].

import type { FleetRelease } from '../../fleet/model.ts';
import { type OptionsReading, readOptions } from '../../fleet/options.ts';
import type { UnitFile } from '../../syntax/tree.ts';

interface Known {
	readonly release: FleetRelease;
	readonly reading: OptionsReading;
}

const known = new WeakMap<UnitFile, Known>();

/** fleet's reading of a file, made once for each tree and release. */
export function fleetReading(unit: UnitFile, release: FleetRelease): OptionsReading {
	const found = known.get(unit);
	if (found?.release === release) return found.reading;
	const reading = readOptions(unit.text, release);
	known.set(unit, { release, reading });
	return reading;
}
