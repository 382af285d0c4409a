// A socket here that ssh forwards to an endpoint there (ssh(1), `-L`). ssh takes every stream on it, and closes it again
// when the host cannot open the other end. So each stream is preceded by one that says nothing: what becomes of that
// shows whether a word would arrive.

import { once } from 'node:events';
import path from 'node:path';
import type { Duplex } from 'node:stream';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { ClusterError } from '../../errors.ts';
import { orAborted } from '../deadline.ts';
import { connectSocket } from '../dialer.ts';
import { describeEndpoint, type Endpoint } from '../endpoint.ts';
import { runToEnd } from '../run.ts';
import { describeTunnel } from '../tunnel.ts';
import { forwardArgv } from './argv.ts';
import { lastLine, sshFailure } from './failure.ts';
import type { Master } from './master.ts';

/** A road over a forwarded socket. */
export interface Forward {
	dial(signal: AbortSignal): Promise<Duplex>;
	/** Why no stream gets through now; `undefined` when one does. */
	fault(signal: AbortSignal): Promise<ClusterError | undefined>;
}

/** Has ssh forward a socket. That the other end can be opened is not sure yet. */
export async function openForward(master: Master, endpoint: Endpoint, signal: AbortSignal): Promise<Forward> {
	checkPath(endpoint);
	const local = path.join(master.folder, 'forward');
	const argv = forwardArgv(master.login, local, endpoint);
	const what = `reaching ${describeEndpoint(endpoint)} via ${describeTunnel(master.login.tunnel)}`;
	const end = await runToEnd(argv, {}, signal);
	if (end.exitCode !== 0) throw sshFailure(what, argv, end);
	const fault = (inner: AbortSignal) => faultOf(master, local, what, inner);
	return {
		fault,
		dial: async (inner) => {
			const found = await fault(inner);
			if (found !== undefined) throw found;
			return await connectSocket({ path: local }, inner);
		},
	};
}

async function faultOf(master: Master, local: string, what: string, signal: AbortSignal) {
	const failed = master.failedStreams();
	const socket = await connectSocket({ path: local }, signal);
	try {
		await orAborted(signal, closeOf(socket.resume().end()));
	} finally {
		socket.destroy();
	}
	// ssh says that the other end could not be opened before it closes this one. Both have arrived; the one that was
	// said is read in the same turn of the event loop or in the next.
	await nextTurn();
	await nextTurn();
	if (master.failedStreams() === failed) return undefined;
	return sshFailure(what, master.argv, { exitCode: undefined, stderr: lastLine(master.stderr()) });
}

/** An error counts as a close: the stream has said nothing that could get lost. */
async function closeOf(stream: Duplex): Promise<void> {
	await once(stream, 'close').catch(() => undefined);
}

/** ssh takes `:` for the end of a path, `%` for a token, and `$` for a variable. */
function checkPath(endpoint: Endpoint): void {
	if (endpoint.kind === 'tcp' || /^[A-Za-z0-9_./@+,=-]+$/.test(endpoint.path)) return;
	throw new ClusterError('refused', `ssh cannot forward to ${JSON.stringify(endpoint.path)}`, {
		advice: 'give the socket a path of letters, digits, dots and dashes',
	});
}
