// The recorded registries of test/fixtures/fleet-recordings: what etcd held at some moments of a real fleet's life, as
// trees, and what the HTTP API of that fleet said at the same moments.

import { readFileSync } from 'node:fs';
import { type EtcdNode, toAnswerNode } from '../../../cluster/src/etcd/answers.ts';
import { defaultKeyPrefix, type KeyPath, toPrefix } from '../../../cluster/src/etcd/keys.ts';
import { emptyFolder, type Folder, toTree, withNode } from '../../../cluster/src/etcd/tree.ts';

/** The moments of which there is a dump. */
export const dumpNames = [
	...['after-fleetctl', 'empty', 'failing', 'global-launched', 'life-launched', 'machine-killed'],
	...['metadata2', 'poisoned', 'templates'],
] as const;

/** The prefix of the recorded fleet, which is the default one. */
export const prefix: KeyPath = toPrefix(defaultKeyPrefix);

/** A recorded registry as etcd gave it. */
export function readDump(name: (typeof dumpNames)[number]): EtcdNode {
	return toAnswerNode(JSON.parse(readRecording(`etcd-${name}.json`)), name);
}

/** A recorded registry as a tree. */
export function treeOfDump(name: (typeof dumpNames)[number]): Folder {
	const tree = toTree(readDump(name));
	return tree.kind === 'folder' ? tree : emptyFolder;
}

/** A tree of keys and values, the keys below the prefix: `{ 'job/a.service/target-state': 'launched' }`. */
export function treeOf(values: Readonly<Record<string, string>>, tree: Folder = emptyFolder): Folder {
	return Object.entries(values).reduce(
		(before, [key, value]) => withNode(before, toPrefix(key), { kind: 'value', value }),
		tree,
	);
}

/** The body of a recorded answer of the HTTP API. */
export function apiAnswer(scenario: string, seq: number): Record<string, Record<string, unknown>[]> {
	const line = readRecording('http.jsonl')
		.split('\n')
		.find((text) => text.includes(`"scenario": ${JSON.stringify(scenario)}`) && text.includes(`"seq": ${seq},`));
	if (line === undefined) throw new Error(`no exchange ${seq} in ${scenario}`);
	return JSON.parse(JSON.parse(line).response_body);
}

function readRecording(file: string): string {
	return readFileSync(new URL(`../../fixtures/fleet-recordings/${file}`, import.meta.url), 'utf8');
}
