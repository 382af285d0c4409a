// Reads all of fleet's keys with one request, so that they are of one moment.

import type { Transport } from '../transport/transport.ts';
import { type KeyPath, requestPath } from './keys.ts';
import { getKey } from './requests.ts';
import { emptyFolder, type Folder, toTree } from './tree.ts';

/** All keys below a prefix, and the index up to which they take everything into account. */
export async function readTree(
	transport: Transport,
	prefix: KeyPath,
	signal: AbortSignal,
): Promise<{ readonly tree: Folder; readonly index: number }> {
	const { node, index } = await getKey(transport, requestPath(prefix, []), { timeout: treeTimeout }, signal);
	const tree = node && toTree(node);
	return { tree: tree?.kind === 'folder' ? tree : emptyFolder, index };
}

// Texts of destroyed units stay for ever (fleet schema v1): old registries have many megabytes of them.
const treeTimeout = 20_000;
