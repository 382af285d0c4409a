// The pool of streams that reads share. Writes and answers without end have streams of their own. How many there are is
// up to the caller: Node's own limit does not count streams that are still being opened.

import { Agent, type ClientRequestArgs } from 'node:http';
import { Socket } from 'node:net';
import type { Duplex } from 'node:stream';

/** Keeps streams for further requests. `dial` opens one. */
export class StreamPool extends Agent {
	readonly #dial: () => Promise<Duplex>;

	constructor(dial: () => Promise<Duplex>) {
		super({ keepAlive: true });
		this.#dial = dial;
	}

	override createConnection(
		_options: ClientRequestArgs,
		callback?: (error: Error | null, stream: Duplex) => void,
	): undefined {
		this.#dial().then(
			(stream) => callback?.(null, stream),
			// Node wants no stream along with an error, whatever the types say.
			(error: Error) => callback?.(error, undefined as unknown as Duplex),
		);
	}

	/** Streams of processes are no sockets: Node could not set a time limit on an idle one. */
	override keepSocketAlive(stream: Duplex): boolean {
		// The types say `void`, but an agent keeps the stream only when this is true (node:http, “agent.keepSocketAlive”).
		return stream instanceof Socket && (super.keepSocketAlive(stream) as unknown as boolean);
	}
}
