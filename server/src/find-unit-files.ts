// The unit files below the open folders: where they are looked for, and where not. Nothing is read here but folders.

import { realpathSync } from 'node:fs';
import { readdir, realpath } from 'node:fs/promises';
import path from 'node:path';
import { readUnitFileName } from '../../core/src/index.ts';

/** Some unit files, and how many folders have been looked into for them. */
export interface FoundFiles {
	readonly files: readonly string[];
	readonly folders: number;
}

/**
 * Finds all unit files below folders, some at a time, so that other work has its turn. Linked folders are not entered.
 * `fault` is told of folders that cannot be read.
 */
export async function* unitFilesBelow(
	folders: readonly string[],
	fault: (folder: string, error: unknown) => void,
): AsyncGenerator<FoundFiles> {
	const waiting = [...folders];
	const isUnitByLink = linkJudge(folders);
	while (waiting.length > 0) {
		const some = waiting.splice(-foldersAtOnce);
		const found = await Promise.all(some.map((folder) => lookInto(folder, isUnitByLink, fault)));
		for (const { below } of found) waiting.push(...below);
		yield { files: found.flatMap(({ files }) => files), folders: some.length };
	}
}

/** Whether `unitFilesBelow` would find a file of that path. For one that does not exist, yet. */
export function isFoundBelow(folders: readonly string[], file: string): boolean {
	return isTaken(file) && folders.some((folder) => isReached(folder, path.dirname(file)));
}

/** Whether a path is a folder or file in another folder, or the folder itself. */
export function isBelow(folder: string, file: string): boolean {
	return file === folder || file.startsWith(folder.endsWith(path.sep) ? folder : folder + path.sep);
}

const foldersAtOnce = 16;
/** Folders of tools, with many files and no units of the project. */
const skipped: readonly string[] = ['.git', 'node_modules'];

async function lookInto(
	folder: string,
	isUnitByLink: LinkJudge,
	fault: (folder: string, error: unknown) => void,
): Promise<{ readonly below: readonly string[]; readonly files: readonly string[] }> {
	const below: string[] = [];
	const files: string[] = [];
	try {
		for (const entry of await readdir(folder, { withFileTypes: true })) {
			const child = path.join(folder, entry.name);
			if (entry.isDirectory() && !skipped.includes(entry.name)) below.push(child);
			else if (entry.isFile() && isTaken(child)) files.push(child);
			else if (entry.isSymbolicLink() && isTaken(child) && (await isUnitByLink(child))) files.push(child);
		}
	} catch (error) {
		fault(folder, error);
	}
	return { below, files };
}

/** Whether a link makes a unit known that is not known by another file. */
type LinkJudge = (link: string) => Promise<boolean>;

/** A link of its own name is an alias or an instance; one of its target's name is the same unit, such as an enabled one. */
function linkJudge(folders: readonly string[]): LinkJudge {
	const seen = new Set<string>();
	return async (link) => {
		const target = await realPath(link);
		if (target === undefined) return false; // It leads nowhere, as links do in images of other machines.
		const name = path.basename(link);
		const key = path.join(target, name);
		if (seen.has(key)) return false;
		seen.add(key);
		if (path.basename(target) !== name) return true;
		const real = await Promise.all(folders.map(realPath));
		return !real.some((folder) => folder !== undefined && isBelow(folder, target));
	};
}

async function realPath(file: string): Promise<string | undefined> {
	try {
		return await realpath(file);
	} catch {
		return undefined;
	}
}

/** systemd reads no hidden files, and editors keep their copies and locks in such. */
function isTaken(file: string): boolean {
	return !path.basename(file).startsWith('.') && readUnitFileName(file) !== undefined;
}

function isReached(folder: string, inside: string): boolean {
	if (!isBelow(folder, inside)) return false;
	const way = path.relative(folder, inside);
	if (way.split(path.sep).some((name) => skipped.includes(name))) return false;
	try {
		return path.join(realpathSync(folder), way) === realpathSync(inside);
	} catch {
		return true; // A folder that is still to be made is no link.
	}
}
