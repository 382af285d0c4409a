// Lints inputs: bytes → text → problems, with safe fixes applied and written where asked for.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { type LintSettings, lint, parse, readUnitFileName } from '../../core/src/index.ts';
import { settingsReader } from './config.ts';
import { reasonOf } from './failures.ts';
import type { FoundFile } from './files.ts';
import { fixText, replaceFile } from './fix.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint-options.ts';
import { showProgress } from './progress.ts';
import type { FileResult } from './result.ts';
import { decodeUnit, encodeUnit } from './unit-text.ts';

/** Something to lint. */
export interface Input extends FoundFile {
	/** What came over standard input; a file's bytes are read when its turn comes. */
	readonly bytes?: Uint8Array;
}

/** The result for an input, and the text that it had before. */
export interface LintedInput extends FileResult {
	readonly input: Input;
	readonly original: string;
}

/** The results, and what could not be read or written. */
export interface Linted {
	readonly results: readonly LintedInput[];
	readonly faults: readonly string[];
}

/** Lints the inputs one after the other. With `fix: 'apply'`, files that safe fixes change are written. */
export function lintInputs(inputs: readonly Input[], options: LintOptions, io: Io): Linted {
	const settingsOf = settingsReader(options.settings);
	const results: LintedInput[] = [];
	// A config file at fault is met again with each file below it.
	const faults = new Set<string>();
	const progress = showProgress(io.stderr, inputs.length);
	for (const [done, input] of inputs.entries()) {
		progress.update(done);
		const found = settingsOf(path.dirname(input.absolute));
		if (found.kind === 'fault') {
			faults.add(`${path.relative(io.cwd, found.configFile)}: ${found.message}`);
			continue;
		}
		const { result, fault } = lintInput(input, found.settings, options.fix);
		if (result !== undefined) results.push(result);
		if (fault !== undefined) faults.add(`${input.path}: ${fault}`);
	}
	progress.end();
	return { results, faults: [...faults] };
}

/** A fault may come with a result: where the mended text cannot be written, the problems are still there. */
interface Attempt {
	readonly result?: LintedInput;
	readonly fault?: string;
}

function lintInput(input: Input, settings: LintSettings, fix: LintOptions['fix']): Attempt {
	const bytes = tryTo(() => input.bytes ?? readFileSync(input.absolute));
	if (bytes.kind === 'fault') return { fault: bytes.reason };
	const result = lintBytes(input, bytes.value, settings, fix);
	if (fix !== 'apply' || input.bytes !== undefined || result.text === result.original) return { result };
	const written = tryTo(() => replaceFile(input.absolute, encodeUnit(result.text)));
	if (written.kind === 'done') return { result };
	return { result: lintBytes(input, bytes.value, settings, 'off'), fault: `cannot be written: ${written.reason}` };
}

function lintBytes(input: Input, bytes: Uint8Array, settings: LintSettings, fix: LintOptions['fix']): LintedInput {
	const original = decodeUnit(bytes);
	const context = { ...settings, file: readUnitFileName(input.absolute) };
	const { text, problems, fixed } =
		fix === 'off' ? { text: original, problems: lint(parse(original), context), fixed: 0 } : fixText(original, context);
	return { input, original, path: input.path, absolute: input.absolute, text, problems, fixed };
}

type Tried<T> = { readonly kind: 'done'; readonly value: T } | { readonly kind: 'fault'; readonly reason: string };

function tryTo<T>(act: () => T): Tried<T> {
	try {
		return { kind: 'done', value: act() };
	} catch (error) {
		return { kind: 'fault', reason: reasonOf(error) };
	}
}
