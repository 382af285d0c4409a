// Commands that are about units need at least one to be named.

import { UsageError } from '../arguments.ts';

/** The arguments, if there are any. Throws `UsageError`; fleetctl only says “No units given” and succeeds. */
export function requireUnits(args: readonly string[]): readonly string[] {
	if (args.length > 0) return args;
	throw new UsageError('no units given');
}
