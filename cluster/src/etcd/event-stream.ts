// etcd's watch (`wait=true&stream=true`): events as they come over one connection. What is done when it breaks, or when
// it has nothing more to tell, stands in follow.ts.

import { DecodeFault, decodeJson } from '../decode.ts';
import { ClusterError } from '../errors.ts';
import type { HttpStream, Transport } from '../transport/transport.ts';
import { type EtcdEvent, faultCodes, faultIn, toEvent } from './answers.ts';
import { toFailure } from './failures.ts';
import { indexOf } from './requests.ts';

/** Events from an index on; or the word that etcd's history does not go back so far. */
export type EventStream =
	| { readonly kind: 'cleared' }
	| {
			readonly kind: 'open';
			/** The index of etcd when the watch began. */
			readonly index: number;
			/**
			 * End when the connection does. An event up to `index` comes out of etcd's history: it is the first and the
			 * last one, and nothing follows although the connection stays open.
			 */
			readonly events: AsyncGenerator<EtcdEvent>;
	  };

/**
 * Watches a key and all below it, from an index on or from now on. Ends with the signal, which the caller aborts when
 * it has seen enough.
 */
export async function openEvents(
	transport: Transport,
	path: string,
	from: number | undefined,
	signal: AbortSignal,
): Promise<EventStream> {
	const query = `wait=true&recursive=true&stream=true${from === undefined ? '' : `&waitIndex=${from}`}`;
	const stream = await transport.open({ method: 'GET', path: `${path}?${query}` }, signal);
	const what = `the events of ${path} at ${transport.label}`;
	if (stream.status === 200) {
		return { kind: 'open', index: indexOf(stream, what), events: eventsIn(linesOf(stream, what), what) };
	}
	const body = await firstText(stream);
	if (faultIn(body)?.code === faultCodes.historyCleared) return { kind: 'cleared' };
	throw toFailure({ status: stream.status, body }, what);
}

/** As many characters as the JSON of a unit that etcd takes may have; a line without end is no event. */
const longestLine = 64 * 1024 * 1024;

async function* linesOf({ chunks }: HttpStream, what: string): AsyncGenerator<string> {
	const decoder = new TextDecoder();
	let rest = '';
	for await (const chunk of chunks) {
		const lines = (rest + decoder.decode(chunk, { stream: true })).split('\n');
		rest = lines.pop() ?? '';
		if (rest.length > longestLine) throw new ClusterError('protocol', `${what}: an event has no end`);
		yield* lines;
	}
}

async function* eventsIn(lines: AsyncIterable<string>, what: string): AsyncGenerator<EtcdEvent> {
	for await (const line of lines) {
		if (line.trim() !== '') yield eventIn(line, what);
	}
}

function eventIn(line: string, what: string): EtcdEvent {
	try {
		return decodeJson(line, 'an event', toEvent);
	} catch (error) {
		if (!(error instanceof DecodeFault)) throw error;
		throw new ClusterError('protocol', `${what}: ${error.message}`, { cause: error });
	}
}

/** The body of a refusal, which is short. */
async function firstText({ chunks }: HttpStream): Promise<string> {
	const decoder = new TextDecoder();
	let text = '';
	for await (const chunk of chunks) {
		text += decoder.decode(chunk, { stream: true });
		if (text.length > longestRefusal) break;
	}
	return text;
}

const longestRefusal = 64 * 1024;
