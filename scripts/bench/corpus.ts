// The unit files that are measured: generated ones, the same in every run, or those of a folder.

import { existsSync, mkdirSync, mkdtempSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { readUnitFileName, type UnitFileName } from '../../core/src/index.ts';
import { makeMistake } from './corpus-mistakes.ts';
import { type UnitMaker, unitMakers } from './corpus-units.ts';
import { createRandom, type Random } from './random.ts';

/** A unit file as text. */
export interface CorpusFile {
	/** Below the folder of the corpus, with `/`. */
	readonly path: string;
	readonly text: string;
}

/** A unit file with what its name tells. */
export interface NamedFile extends CorpusFile {
	readonly file: UnitFileName;
}

/** A corpus on disk. */
export interface Corpus {
	readonly folder: string;
	readonly files: readonly NamedFile[];
	readonly bytes: number;
}

/** That many units. The same count and seed give the same texts. */
export function generateCorpus(count: number, seed: number): readonly CorpusFile[] {
	const random = createRandom(seed);
	return Array.from({ length: count }, (_, nth) => {
		const draft = pickMaker(random)(random, nth);
		const lines = random.chance(0.1) ? makeMistake(draft.lines, random) : draft.lines;
		return { path: draft.path, text: `${lines.join('\n').trimEnd()}\n` };
	});
}

/** Writes the generated corpus into a folder of its own, which is removed when the process ends. */
export function writeCorpus(files: readonly CorpusFile[]): string {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-bench-'));
	process.once('exit', () => rmSync(folder, { recursive: true, force: true }));
	for (const signal of ['SIGINT', 'SIGTERM'] as const) process.once(signal, () => process.exit(1));
	for (const { path: file, text } of files) {
		mkdirSync(path.join(folder, path.dirname(file)), { recursive: true });
		writeFileSync(path.join(folder, file), text);
	}
	return folder;
}

/** Reads the unit files anywhere below a folder. */
export function readCorpus(folder: string): Corpus {
	if (!existsSync(folder)) throw new Error(`there is no folder ${folder}: name one that holds unit files`);
	const entries = readdirSync(folder, { recursive: true, withFileTypes: true }).filter((entry) => entry.isFile());
	const files = entries.flatMap((entry) => readNamed(folder, path.join(entry.parentPath, entry.name)));
	if (files.length === 0) throw new Error(`${folder} holds no unit files: name a folder that does`);
	files.sort((a, b) => (a.path < b.path ? -1 : 1));
	return { folder, files, bytes: files.reduce((sum, { text }) => sum + Buffer.byteLength(text), 0) };
}

/** Files one after the other until they have that many characters; from the first again if they are too few. */
export function concatenate({ files }: Corpus, length: number): string {
	let text = '';
	for (let at = 0; text.length < length; at++) text += `${files[at % files.length]?.text ?? ''}\n`;
	return text.slice(0, length);
}

/** That many files, evenly from the whole corpus. */
export function sample({ files }: Corpus, count: number): readonly NamedFile[] {
	const step = Math.max(1, files.length / count);
	return files.filter((_, at) => Math.floor(at / step) !== Math.floor((at - 1) / step)).slice(0, count);
}

function readNamed(folder: string, absolute: string): readonly NamedFile[] {
	const file = readUnitFileName(absolute);
	if (file === undefined) return [];
	const name = path.relative(folder, absolute).split(path.sep).join('/');
	return [{ path: name, file, text: readFileSync(absolute, 'utf8') }];
}

function pickMaker(random: Random): UnitMaker {
	let left = random.below(unitMakers.reduce((sum, { share }) => sum + share, 0));
	const found = unitMakers.find(({ share }) => {
		left -= share;
		return left < 0;
	});
	if (found === undefined) throw new Error('the shares of the unit makers do not add up');
	return found.make;
}
