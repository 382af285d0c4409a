// Several endpoints of one etcd as one: whoever answered last is asked first, and where one does not answer, the next one
// is. A read is tried everywhere, and again; a write goes on to the next endpoint only when it was surely not sent.

import { ClusterError, isClusterError } from '../errors.ts';
import { retryReads } from '../transport/retry.ts';
import type { Transport } from '../transport/transport.ts';

/** The endpoints of one etcd. */
export interface Endpoints {
	readonly count: number;
	/** The endpoint that is asked first. */
	preferred(): Transport;
	/** From now on another endpoint is asked first. */
	skip(transport: Transport): void;
	read<T>(read: (transport: Transport) => Promise<T>, signal: AbortSignal): Promise<T>;
	write(write: (transport: Transport) => Promise<void>): Promise<void>;
	dispose(): Promise<void>;
}

/** Endpoints over transports. */
export function createEndpoints(transports: readonly [Transport, ...Transport[]]): Endpoints {
	let ranked: readonly [Transport, ...Transport[]] = transports;
	const skip = (transport: Transport): void => {
		const [first, ...others] = ranked.filter((other) => other !== transport);
		if (first !== undefined) ranked = [first, ...others, transport];
	};
	const askAll = async <T>(ask: (of: Transport) => Promise<T>, isFinal: (error: unknown) => boolean): Promise<T> => {
		const failures = new Map<Transport, unknown>();
		for (const transport of ranked) {
			try {
				return await ask(transport);
			} catch (error) {
				if (isFinal(error)) throw error;
				failures.set(transport, error);
				skip(transport);
			}
		}
		// In the order in which the endpoints were named, whichever was asked first.
		throw failureOf(transports.map((transport) => failures.get(transport)));
	};
	return {
		count: transports.length,
		preferred: () => ranked[0],
		skip,
		read: (read, signal) => retryReads(() => askAll(read, (error) => signal.aborted || isAnswer(error)), signal),
		write: (write) => askAll(write, (error) => isAnswer(error) || wasSent(error)),
		dispose: async () => {
			await Promise.all(transports.map((transport) => transport.dispose()));
		},
	};
}

/** What every other endpoint would answer, too. */
function isAnswer(error: unknown): boolean {
	return !isClusterError(error) || isClusterError(error, 'not-found', 'conflict', 'refused', 'cancelled');
}

function wasSent(error: unknown): boolean {
	return isClusterError(error) && error.details.sent === true;
}

function failureOf(failures: readonly unknown[]): unknown {
	const [first, ...others] = failures.filter((failure) => isClusterError(failure));
	if (first === undefined || others.length === 0) return first ?? failures[0];
	const messages = [first, ...others].map(({ message }) => message).join('; ');
	return new ClusterError(first.kind, `no endpoint of etcd can be used: ${messages}`, first.details);
}
