// Reads all of fleet's keys with one request, so that they are of one moment.

import type { Transport } from '../transport/transport.ts';
import { type KeyPath, requestPath } from './keys.ts';
import { getKey, longRead } from './requests.ts';
import { emptyFolder, type Folder, toTree } from './tree.ts';

/** All keys below a prefix, and the index up to which they take everything into account. */
export async function readTree(
	transport: Transport,
	prefix: KeyPath,
	signal: AbortSignal,
): Promise<{ readonly tree: Folder; readonly index: number }> {
	const { node, index } = await getKey(transport, requestPath(prefix, []), { timeout: longRead }, signal);
	const tree = node && toTree(node);
	return { tree: tree?.kind === 'folder' ? tree : emptyFolder, index };
}
