// Why ssh failed, with the fingerprint of a host key that it did not know. ssh shows it only when it is told to talk; so
// it is run a second time then, and refuses the key again.

import type { ClusterError } from '../../errors.ts';
import { within } from '../deadline.ts';
import type { ProgramEnd } from '../program.ts';
import { runToEnd } from '../run.ts';
import { verbosely } from './argv.ts';
import { fingerprintIn, lacksFingerprint, sshFailure } from './failure.ts';

/** An error for ssh's end. `what` is what was being done. */
export async function explainEnd(
	what: string,
	argv: readonly string[],
	env: NodeJS.ProcessEnv,
	end: ProgramEnd,
	signal: AbortSignal,
): Promise<ClusterError> {
	if (!lacksFingerprint(end)) return sshFailure(what, argv, end);
	return sshFailure(what, argv, end, await lookUpHostKey(argv, env, signal));
}

async function lookUpHostKey(argv: readonly string[], env: NodeJS.ProcessEnv, signal: AbortSignal) {
	const limits = { signals: [signal], timeout: 10_000, what: 'asking for the host key' };
	try {
		const { stderr } = await within(limits, (inner) => runToEnd(verbosely(argv), { env }, inner));
		return fingerprintIn(stderr);
	} catch {
		return undefined; // The key is a help, and what went wrong first is what counts.
	}
}
