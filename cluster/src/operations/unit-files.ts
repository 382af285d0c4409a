// Unit files where units come from: on disk, or wherever an editor has them. Only reading.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { ClusterError } from '../errors.ts';

/** Reads unit files. Paths are as the user wrote them. */
export interface UnitFiles {
	/** The text of a file; `undefined` where there is none. Throws a `ClusterError` where it cannot be read. */
	readonly read: (file: string) => Promise<string | undefined>;
}

/** The files below a folder of this machine. */
export function filesIn(folder: string): UnitFiles {
	return { read: (file) => readText(path.resolve(folder, file), file) };
}

async function readText(absolute: string, shown: string): Promise<string | undefined> {
	try {
		return utf8.decode(await readFile(absolute));
	} catch (error) {
		if (isAbsent(error)) return undefined;
		throw new ClusterError('refused', `${shown}: ${reasonOf(error)}`, { cause: error });
	}
}

// A mark at the begin is text before the first section, which fleet skips like other text there.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

function codeOf(error: unknown): string {
	return error instanceof Error && 'code' in error ? String(error.code) : '';
}

function isAbsent(error: unknown): boolean {
	return ['ENOENT', 'ENOTDIR'].includes(codeOf(error));
}

// What goes to fleet is JSON, which holds no other text; fleetctl sends such bytes as “�” and says nothing.
function reasonOf(error: unknown): string {
	if (codeOf(error) === 'ERR_ENCODING_INVALID_ENCODED_DATA') return 'is not UTF-8, so it cannot be sent unchanged';
	if (codeOf(error) === 'EISDIR') return 'is a folder';
	if (codeOf(error) === 'EACCES') return 'permission denied';
	return error instanceof Error ? error.message : String(error);
}
