// What is said of units that a command cannot reach on any machine.

import type { PlacedUnits } from '../../../cluster/src/operations/journal-targets.ts';
import { complain } from '../say.ts';
import type { Call } from './ctl-command.ts';

/** Tells what is not there or on no machine, in fleetctl's words. Gives whether there was anything to tell. */
export function tellNowhere({ missing, nowhere }: PlacedUnits, { io }: Pick<Call, 'io'>): boolean {
	for (const name of missing) complain(io, `Unit ${name} does not exist.`);
	for (const { name } of nowhere) complain(io, `Unit ${name} does not appear to be loaded.`);
	return missing.length + nowhere.length > 0;
}
