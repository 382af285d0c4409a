// How the extra paths of a practice cluster are asked: paths with their queries, and refusals as errors.

import { type Decoder, decodeJson, toObject, toText } from '../decode.ts';
import { ClusterError } from '../errors.ts';

/** A path under /practice/v1. What is `undefined` is left out of the query. */
export function practicePath(path: string, query: Readonly<Record<string, string | undefined>> = {}): string {
	const given = Object.entries(query).filter((pair): pair is [string, string] => pair[1] !== undefined);
	const text = new URLSearchParams(given).toString();
	return `/practice/v1${path}${text === '' ? '' : `?${text}`}`;
}

/** Throws the error of an answer that is none. */
export function throwIfRefused(status: number, body: string): void {
	if (status < 300) return;
	const message = decodeJson(body, 'the answer', toMessage);
	throw new ClusterError(status === 404 ? 'not-found' : 'protocol', message, { status });
}

const toMessage: Decoder<string> = (value, place) => {
	const { error } = toObject(value, place);
	return toText(toObject(error, `${place}.error`)['message'], `${place}.error.message`);
};
