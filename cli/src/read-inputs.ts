// Inputs as texts with their settings. All are read before the first is linted, since rules across files want to know
// them all.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type IndexedFile, indexFile, type LintSettings } from '../../core/src/index.ts';
import { settingsReader } from './config.ts';
import { reasonOf } from './failures.ts';
import type { FoundFile } from './files.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint-options.ts';
import type { Progress } from './progress.ts';
import { decodeUnit } from './unit-text.ts';

/** Something to lint. */
export interface Input extends FoundFile {
	/** What came over standard input; the bytes of a file are read. */
	readonly bytes?: Uint8Array;
}

/** An input that was read. */
export interface ReadInput extends Input {
	readonly original: string;
	/** Absent for text whose name is no unit file's. */
	readonly indexed: IndexedFile | undefined;
	/** Absent where the config file is at fault: the input is known to others and not linted itself. */
	readonly settings: LintSettings | undefined;
}

/** What was read, and what is wrong with the rest. */
export interface ReadInputs {
	readonly read: readonly ReadInput[];
	readonly faults: readonly string[];
}

/** Reads inputs and their config files. The settings among the options outweigh those. */
export function readInputs(
	inputs: readonly Input[],
	options: Pick<LintOptions, 'settings' | 'errorsOnly'>,
	{ cwd }: Io,
	progress: Progress,
): ReadInputs {
	const settingsOf = settingsReader(options.settings, options);
	const read: ReadInput[] = [];
	// A config file at fault is met again with each file below it.
	const faults = new Set<string>();
	for (const input of inputs) {
		progress.update(0);
		const found = settingsOf(path.dirname(input.absolute));
		if (found.kind === 'fault') faults.add(`${path.relative(cwd, found.configFile)}: ${found.message}`);
		try {
			read.push(readInput(input, found.kind === 'fault' ? undefined : found.settings));
		} catch (error) {
			if (found.kind !== 'fault') faults.add(`${input.path}: ${reasonOf(error)}`);
		}
	}
	return { read, faults: [...faults] };
}

function readInput(input: Input, settings: LintSettings | undefined): ReadInput {
	const original = decodeUnit(input.bytes ?? readFileSync(input.absolute));
	return { ...input, original, indexed: indexFile(input.absolute, original), settings };
}
