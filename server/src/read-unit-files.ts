// Unit files from disk, as the index wants them: a few at a time, so that requests are answered in between.

import { readFile, stat } from 'node:fs/promises';
import { setImmediate as nextTurn } from 'node:timers/promises';
import { type IndexedFile, indexFile } from '../../core/src/index.ts';

/** Files by path; `undefined` for those that are gone. */
export type IndexedFiles = Map<string, IndexedFile | undefined>;

/** How a reading went on: how many files it has read, and whether it should go on. */
export type WhileReading = (done: number) => boolean;

/**
 * Takes all paths out of `waiting`, also those that come in meanwhile, and reads them. Gives `undefined` if `goOn` said
 * no. A file that cannot be read counts as an empty one: its name is known.
 */
export async function readUnitFiles(
	waiting: Set<string>,
	goOn: WhileReading,
	fault: (file: string, error: unknown) => void,
): Promise<IndexedFiles | undefined> {
	const files: IndexedFiles = new Map();
	while (waiting.size > 0) {
		const some = [...take(waiting, filesAtOnce)];
		const texts = await Promise.all(some.map((file) => readText(file, fault)));
		for (const [at, file] of some.entries()) files.set(file, toIndexed(file, texts[at]));
		await nextTurn();
		if (!goOn(files.size)) return undefined;
	}
	return files;
}

const filesAtOnce = 32;
/** Unit files are small; what is larger bears such a name by chance. */
const mostBytes = 1 << 20;

function* take(waiting: Set<string>, count: number): Generator<string> {
	for (const path of waiting) {
		if (count-- === 0) return;
		waiting.delete(path);
		yield path;
	}
}

function toIndexed(file: string, text: string | undefined): IndexedFile | undefined {
	return text === undefined ? undefined : indexFile(file, text);
}

async function readText(file: string, fault: (file: string, error: unknown) => void): Promise<string | undefined> {
	try {
		return await readSmall(file);
	} catch (error) {
		// Node's calls fail with nothing else.
		const { code } = error as NodeJS.ErrnoException;
		if (code === 'ENOENT' || code === 'ENOTDIR') return undefined;
		fault(file, error);
		return '';
	}
}

async function readSmall(file: string): Promise<string> {
	const stats = await stat(file);
	// A masked unit is a link to /dev/null (systemctl(1), “mask”); reading a pipe would take for ever.
	if (!stats.isFile()) return '';
	if (stats.size > mostBytes) throw new Error(`too large for a unit file, with ${stats.size} bytes`);
	return readFile(file, 'utf8');
}
