// Requests of etcd's keys API (v2) over one transport, and what an answer means for a call. Which of several endpoints
// is asked stands in endpoints.ts; what the keys mean is not known here.

import { DecodeFault, decodeJson } from '../decode.ts';
import { ClusterError } from '../errors.ts';
import type { HttpResponse, Transport } from '../transport/transport.ts';
import { type EtcdNode, toAnswerNode } from './answers.ts';
import { toFailure } from './failures.ts';

/** What stands at a key, and the index of the last change in all of etcd that it takes into account. */
export interface Found {
	readonly node: EtcdNode | undefined;
	readonly index: number;
}

/** How a key is to be read. */
export interface GetOptions {
	/** Ask a majority of the members, so that nothing older than the request is told. */
	readonly quorum?: boolean;
	/** Milliseconds for the whole answer. */
	readonly timeout?: number;
}

/** What a value must be, or whether it must be there, for a write to be done. */
export type Condition = { readonly prevValue: string } | { readonly prevExist: boolean };

/** One write: a value, or the end of a key and of all below it. */
export type Change =
	| { readonly kind: 'put'; readonly path: string; readonly value: string; readonly condition?: Condition }
	| { readonly kind: 'delete'; readonly path: string };

/** Reads a key with all below it. */
export async function getKey(
	transport: Transport,
	path: string,
	{ quorum = false, timeout }: GetOptions,
	signal: AbortSignal,
): Promise<Found> {
	const query = `recursive=true${quorum ? '&quorum=true' : ''}`;
	const limit = timeout === undefined ? {} : { timeout };
	const response = await transport.send({ method: 'GET', path: `${path}?${query}`, ...limit }, signal);
	const what = `${path} at ${transport.label}`;
	if (response.status === 200) return { node: nodeIn(response, what), index: indexOf(response, what) };
	const failure = toFailure(response, what);
	if (failure.kind === 'not-found') return { node: undefined, index: indexOf(response, what) };
	throw failure;
}

/** Writes. Fails as `not-found` or `conflict` where a condition does not hold; `details.sent` tells of a lost answer. */
export async function sendChange(transport: Transport, change: Change, signal: AbortSignal): Promise<void> {
	const response = await transport.send(toRequest(change), signal);
	const what = `${change.path} at ${transport.label}`;
	if (response.status === 200 || response.status === 201) {
		try {
			nodeIn(response, what);
		} catch (error) {
			// Something answered, and nobody knows whether that was etcd.
			throw new ClusterError('protocol', error instanceof Error ? error.message : String(error), { sent: true });
		}
		return;
	}
	const failure = toFailure(response, what);
	throw response.status < 500
		? failure
		: new ClusterError(failure.kind, failure.message, { ...failure.details, sent: true });
}

/** The index that an answer takes into account (`X-Etcd-Index`). */
export function indexOf({ headers }: Pick<HttpResponse, 'headers'>, what: string): number {
	const index = Number(headers['x-etcd-index'] ?? 'none');
	if (Number.isSafeInteger(index)) return index;
	throw new ClusterError('protocol', `${what}: the answer has no X-Etcd-Index`, {
		advice: 'check that the address is that of etcd, and that no proxy drops its headers',
	});
}

/** Milliseconds for an answer that may have many megabytes: texts of destroyed units stay for ever (fleet schema v1). */
export const longRead = 20_000;

// etcd answers in milliseconds, or it waits for its members; a large unit takes its time on the way.
const writeTimeout = 10_000;

function toRequest(change: Change) {
	if (change.kind === 'delete') {
		return { method: 'DELETE', path: `${change.path}?recursive=true`, timeout: writeTimeout } as const;
	}
	const { path, value, condition } = change;
	const query = new URLSearchParams(
		Object.entries(condition ?? {}).map(([name, wanted]): [string, string] => [name, String(wanted)]),
	);
	return {
		method: 'PUT',
		path: query.size === 0 ? path : `${path}?${query}`,
		headers: { 'content-type': 'application/x-www-form-urlencoded' },
		body: new URLSearchParams({ value }).toString(),
		timeout: writeTimeout,
	} as const;
}

function nodeIn({ body }: HttpResponse, what: string): EtcdNode {
	try {
		return decodeJson(body, 'the answer', toAnswerNode);
	} catch (error) {
		if (!(error instanceof DecodeFault)) throw error;
		throw new ClusterError('protocol', `${what}: ${error.message}`, {
			advice: 'check that the address is that of etcd, and that no proxy changes its answers',
			cause: error,
		});
	}
}
