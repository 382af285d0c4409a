// The unit files beside those that were named one by one: no part of the run, but rules across files look at them, so
// that linting one changed file does not find all others missing.

import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import { type IndexedFile, indexFile, readUnitFileName } from '../../core/src/index.ts';
import { type FoundFile, isTaken } from './files.ts';
import { decodeUnit } from './unit-text.ts';

/** What lies beside named files. */
export interface Neighbours {
	readonly files: readonly IndexedFile[];
	/** Folders of which it is not known what is in them. */
	readonly unknown: ReadonlySet<string>;
}

/** Reads what lies beside the inputs that were named; `known` paths are not read again. */
export function neighboursOf(inputs: readonly FoundFile[], known: ReadonlySet<string>): Neighbours {
	const covered = new Set(inputs.filter(({ named }) => named !== true).map(({ absolute }) => path.dirname(absolute)));
	const folders = new Set(inputs.filter(({ named }) => named === true).flatMap(foldersAround));
	const files: IndexedFile[] = [];
	const unknown = new Set<string>();
	for (const folder of folders) {
		if (covered.has(folder)) continue;
		const paths = unitFilesIn(folder);
		if (paths === undefined) unknown.add(folder);
		else files.push(...paths.filter((file) => !known.has(file)).flatMap((file) => readNeighbour(file) ?? []));
	}
	return { files, unknown };
}

/** The folder that a file is in and that of its drop-ins; of a drop-in also the folder of the units. */
export function foldersAround({ absolute }: FoundFile): readonly string[] {
	const folder = path.dirname(absolute);
	return [folder, readUnitFileName(absolute)?.dropIn === true ? path.dirname(folder) : `${absolute}.d`];
}

/** A link to a file, or a file beside others, by its own name. One that cannot be read counts as empty. */
export function readNeighbour(file: string): IndexedFile | undefined {
	return indexFile(file, readSmall(file));
}

const mostFiles = 2000;
/** Unit files are small; what is larger bears such a name by chance. */
const mostBytes = 1 << 20;

function unitFilesIn(folder: string): readonly string[] | undefined {
	// Hardly any unit has a folder of drop-ins.
	if (!existsSync(folder)) return [];
	try {
		const names = readdirSync(folder, { withFileTypes: true }).filter(
			(entry) => entry.isFile() || entry.isSymbolicLink(),
		);
		const paths = names.map(({ name }) => path.join(folder, name)).filter((absolute) => isTaken({ absolute }));
		return paths.length > mostFiles ? undefined : paths;
	} catch {
		return undefined;
	}
}

function readSmall(file: string): string {
	try {
		const stats = statSync(file);
		return stats.isFile() && stats.size <= mostBytes ? decodeUnit(readFileSync(file)) : '';
	} catch {
		return '';
	}
}
