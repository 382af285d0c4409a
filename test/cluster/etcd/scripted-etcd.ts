// An etcd that plays a script: each watch that is opened gets the next stream of it, and each reading the same tree.

import { ClusterError } from '../../../cluster/src/errors.ts';
import type { HttpStream, Transport } from '../../../cluster/src/transport/transport.ts';

/** What becomes of a watch. */
export interface ScriptedStream {
	readonly status?: number;
	/** `X-Etcd-Index` when the watch begins. */
	readonly index: number;
	/** Pieces of the body, just as they arrive. */
	readonly pieces: readonly string[];
	/** What comes after them; else the connection stays open. */
	readonly end?: 'ends' | 'breaks';
}

/** A transport that plays streams, and notes what it was asked: `watch 7`, `watch`, `read`. */
export interface ScriptedEtcd extends Transport {
	readonly asked: readonly string[];
}

/** One value of the tree that readings get: `job/a.service/target-state`. */
export type ScriptedTree = Readonly<Record<string, string>>;

/** An etcd that plays these streams; readings give these values of that index. */
export function scriptedEtcd(streams: readonly ScriptedStream[], tree: ScriptedTree = {}, index = 0): ScriptedEtcd {
	const asked: string[] = [];
	const waiting = [...streams];
	return {
		label: 'scripted',
		asked,
		send: async () => {
			asked.push('read');
			return { status: 200, headers: { 'x-etcd-index': String(index) }, body: JSON.stringify({ node: toNode(tree) }) };
		},
		open: async ({ path }, signal) => {
			asked.push(['watch', /waitIndex=(\d+)/.exec(path)?.[1]].join(' ').trim());
			const stream = waiting.shift();
			if (stream === undefined) throw new ClusterError('unreachable', 'the script is at its end');
			return play(stream, signal);
		},
		dispose: async () => {},
	};
}

/** An event as etcd prints it, with its line end. */
export function printEvent(index: number, key: string, value: string): string {
	return `${JSON.stringify({ action: 'set', node: { key: `/_coreos.com/fleet/${key}`, value, modifiedIndex: index } })}\n`;
}

/** The answer to a watch from an index that etcd's history does not go back to. */
export const clearedHistory: ScriptedStream = {
	status: 400,
	index: 5_000,
	pieces: [
		'{"errorCode":401,"message":"The event in requested index is outdated and cleared","cause":"","index":5000}',
	],
	end: 'ends',
};

function play({ status = 200, index, pieces, end }: ScriptedStream, signal: AbortSignal): HttpStream {
	async function* chunks(): AsyncGenerator<Uint8Array> {
		for (const piece of pieces) yield Buffer.from(piece, 'latin1');
		if (end === 'breaks') throw new ClusterError('protocol', 'the connection broke off');
		if (end !== 'ends') await forever(signal);
	}
	return { status, headers: { 'x-etcd-index': String(index) }, chunks: chunks() };
}

function forever(signal: AbortSignal): Promise<never> {
	return new Promise((_, reject) => {
		const fail = () => reject(new ClusterError('cancelled', 'it was cancelled'));
		if (signal.aborted) fail();
		else signal.addEventListener('abort', fail);
	});
}

function toNode(tree: ScriptedTree) {
	const folder = '/_coreos.com/fleet';
	const nodes = Object.entries(tree).map(([key, value]) => ({ key: `${folder}/${key}`, value }));
	return { key: folder, dir: true, nodes };
}
