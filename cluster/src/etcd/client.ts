// A client of the registry: fleet's keys at several endpoints of one etcd. What the keys mean is not known here.

import { ClusterError } from '../errors.ts';
import type { Transport } from '../transport/transport.ts';
import { createEndpoints, type Endpoints } from './endpoints.ts';
import { type KeyPath, requestPath, standsAlone } from './keys.ts';
import { readTree } from './read-tree.ts';
import { type Condition, type GetOptions, getKey, sendChange } from './requests.ts';
import { type Folder, type Leaf, type TreeNode, toTree } from './tree.ts';

/** Reads and writes of keys. Reads are tried again and elsewhere; writes only where they were surely not sent. */
export interface EtcdClient {
	readonly endpoints: Endpoints;
	readonly prefix: KeyPath;
	/** All keys. */
	readAll(signal: AbortSignal): Promise<Folder>;
	/** A folder with all in it; `undefined` where there is none. */
	readFolder(key: KeyPath, signal: AbortSignal, options?: GetOptions): Promise<Folder | undefined>;
	readLeaf(key: KeyPath, signal: AbortSignal, options?: GetOptions): Promise<Leaf | undefined>;
	/** Fails as `conflict` or `not-found` where the condition does not hold. */
	put(key: KeyPath, value: string, condition: Condition | undefined, signal: AbortSignal): Promise<void>;
	/** Removes a key with all below it. Fails as `not-found` where there is none. */
	remove(key: KeyPath, signal: AbortSignal): Promise<void>;
}

/** A client over transports, one an endpoint. */
export function createEtcdClient(transports: readonly [Transport, ...Transport[]], prefix: KeyPath): EtcdClient {
	const endpoints = createEndpoints(transports);
	const read = (key: KeyPath, options: GetOptions, signal: AbortSignal): Promise<TreeNode | undefined> => {
		const path = checkedPath(prefix, key);
		return endpoints.read(async (transport) => {
			const { node } = await getKey(transport, path, options, signal);
			return node && toTree(node);
		}, signal);
	};
	return {
		endpoints,
		prefix,
		readAll: (signal) => endpoints.read(async (transport) => (await readTree(transport, prefix, signal)).tree, signal),
		readFolder: async (key, signal, options = {}) => {
			const node = await read(key, options, signal);
			return node?.kind === 'folder' ? node : undefined;
		},
		readLeaf: async (key, signal, options = {}) => {
			const node = await read(key, options, signal);
			return node?.kind === 'value' ? node : undefined;
		},
		put: async (key, value, condition, signal) => {
			const put = { kind: 'put', path: checkedPath(prefix, key), value, ...(condition && { condition }) } as const;
			await endpoints.write((transport) => sendChange(transport, put, signal));
		},
		remove: async (key, signal) => {
			const path = checkedPath(prefix, key);
			await endpoints.write((transport) => sendChange(transport, { kind: 'delete', path }, signal));
		},
	};
}

function checkedPath(prefix: KeyPath, key: KeyPath): string {
	const strange = key.find((name) => !standsAlone(name));
	if (strange === undefined) return requestPath(prefix, key);
	throw new ClusterError('refused', `${JSON.stringify(strange)} is no name of a key; it would lead elsewhere`);
}
