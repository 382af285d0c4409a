// Which files a run is about: the paths a person named, and the unit files in the folders among them.
// Nothing is read here but folders.

import { type Dirent, lstatSync, readdirSync, realpathSync, type Stats, statSync } from 'node:fs';
import path from 'node:path';
import { readUnitFileName } from '../../core/src/index.ts';
import { reasonOf } from './failures.ts';

/** A file to lint. */
export interface FoundFile {
	/** As it is shown: the named path, and what is below it. */
	readonly path: string;
	readonly absolute: string;
	/** It was named by itself, not found in a folder: the files beside it are no part of the run. */
	readonly named?: boolean;
	/** Absolute paths of links to it that have another name, as instances of a template may be. */
	readonly aliases?: readonly string[];
}

/** What was found, and what is to be said about the rest. */
export interface FoundFiles {
	/** By path, each file once however often it was named or linked. */
	readonly files: readonly FoundFile[];
	/** Paths that are left out because there is nothing to lint in them. */
	readonly skipped: readonly string[];
	/** Paths that cannot be read. */
	readonly faults: readonly string[];
}

/** Finds the unit files that paths name. */
export function findFiles(paths: readonly string[], cwd: string): FoundFiles {
	const search: Search = { files: [], skipped: [], faults: [] };
	for (const named of paths) findNamed(search, { path: path.normalize(named), absolute: path.resolve(cwd, named) });
	return { ...search, files: eachOnce(search.files).sort(byPath) };
}

/** Orders by path, the same on every machine. */
export function byPath(a: { readonly path: string }, b: { readonly path: string }): number {
	return a.path < b.path ? -1 : Number(a.path > b.path);
}

interface Search {
	readonly files: Candidate[];
	readonly skipped: string[];
	readonly faults: string[];
}

interface Candidate extends FoundFile {
	/** Where the file or folder really is. */
	readonly real: string;
	/** The name is a symbolic link. */
	readonly linked: boolean;
}

function findNamed(search: Search, named: FoundFile): void {
	const found = tryOn(search, named, () => lookUp(named));
	if (found === undefined) return;
	const { stats, candidate } = found;
	const reason = reasonToSkip(named, stats);
	if (stats.isDirectory()) findInNamedFolder(search, candidate);
	else if (reason === undefined) search.files.push({ ...candidate, named: true });
	else search.skipped.push(`${named.path}: ${reason}`);
}

function lookUp(named: FoundFile): { readonly stats: Stats; readonly candidate: Candidate } {
	const stats = statSync(named.absolute);
	const linked = lstatSync(named.absolute).isSymbolicLink();
	return { stats, candidate: { ...named, real: realpathSync(named.absolute), linked } };
}

function reasonToSkip(file: FoundFile, stats: Stats): string | undefined {
	if (readUnitFileName(file.absolute) === undefined) return "not a unit file's name";
	// A masked unit is a link to /dev/null (systemctl(1), “mask”).
	return stats.isFile() ? undefined : 'not a regular file';
}

function findInNamedFolder(search: Search, folder: Candidate): void {
	const before = search.files.length + search.faults.length;
	walk(search, folder);
	if (search.files.length + search.faults.length === before) search.skipped.push(`${folder.path}: no unit files in it`);
}

function walk(search: Search, folder: Candidate): void {
	const entries = tryOn(search, folder, () => readdirSync(folder.absolute, { withFileTypes: true })) ?? [];
	for (const entry of entries) {
		const child = childOf(folder, entry.name);
		if (entry.isDirectory() && isEntered(entry)) walk(search, child);
		else if (entry.isFile() && isTaken(child)) search.files.push(child);
		else if (entry.isSymbolicLink() && isTaken(child)) takeLink(search, child);
	}
}

function childOf(folder: Candidate, name: string): Candidate {
	return {
		path: below(folder.path, name),
		absolute: below(folder.absolute, name),
		real: below(folder.real, name),
		linked: false,
	};
}

/** The path of a name in a folder: as `path.join` for normal paths, at a fraction of its time, which counts with many. */
export function below(folder: string, name: string): string {
	if (folder === '.' || folder === `.${path.sep}`) return name;
	return folder.endsWith(path.sep) ? folder + name : folder + path.sep + name;
}

function isEntered({ name }: Dirent): boolean {
	if (!name.startsWith('.')) return name !== 'node_modules';
	return readUnitFileName(`${name}/any.conf`) !== undefined;
}

/** systemd reads no hidden files, and editors keep their copies and locks in such. */
export function isTaken({ absolute }: Pick<FoundFile, 'absolute'>): boolean {
	return !path.basename(absolute).startsWith('.') && readUnitFileName(absolute) !== undefined;
}

/** Linked folders are not entered; links to files are taken, unless they lead nowhere or to no file. */
function takeLink(search: Search, link: Candidate): void {
	try {
		if (!statSync(link.absolute).isFile()) return;
		search.files.push({ ...link, real: realpathSync(link.absolute), linked: true });
	} catch {
		// In the image of another machine's file system, links lead to where they lead on that machine.
	}
}

/** Of several names for one file, its own wins over links to it, then the first. */
function eachOnce(candidates: readonly Candidate[]): FoundFile[] {
	const byReal = new Map<string, Candidate & { readonly aliases: string[] }>();
	for (const candidate of [...candidates].sort((a, b) => Number(a.linked) - Number(b.linked) || byPath(a, b))) {
		const known = byReal.get(candidate.real);
		if (known === undefined) byReal.set(candidate.real, { ...candidate, aliases: [] });
		else if (path.basename(candidate.absolute) !== path.basename(known.absolute))
			known.aliases.push(candidate.absolute);
	}
	return [...byReal.values()];
}

function tryOn<T>(search: Search, { path: name }: FoundFile, read: () => T): T | undefined {
	try {
		return read();
	} catch (error) {
		search.faults.push(`${name}: ${reasonOf(error)}`);
		return undefined;
	}
}
