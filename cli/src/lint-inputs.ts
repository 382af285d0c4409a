// Lints inputs: bytes → text → problems, with safe fixes applied and written where asked for.

import { affectedFiles, type LintContext, lint, parse } from '../../core/src/index.ts';
import { reasonOf } from './failures.ts';
import { type FixedText, fixText, replaceFile } from './fix.ts';
import type { Io } from './io.ts';
import type { LintOptions } from './lint-options.ts';
import { type Progress, showProgress } from './progress.ts';
import { type Input, type ReadInput, readInputs } from './read-inputs.ts';
import type { FileResult } from './result.ts';
import { createRunWorkspace, type RunWorkspace } from './run-workspace.ts';
import { encodeUnit } from './unit-text.ts';

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

/** Lints the inputs. With `fix: 'apply'`, files that safe fixes change are written. */
export function lintInputs(inputs: readonly Input[], options: LintOptions, io: Io): Linted {
	const { fix } = options;
	const progress = showProgress(io.stderr, inputs.length);
	const { read, faults } = readInputs(inputs, options, io, progress);
	const workspace = createRunWorkspace(read);
	const due = read.filter((input) => input.settings !== undefined);
	const texts = fix === 'off' ? lintAll(due, workspace, progress) : fixAll(due, workspace, progress);
	progress.end();
	if (fix !== 'apply') return { results: due.map((input) => toResult(input, texts)), faults };
	return writeAll(due, texts, workspace, faults);
}

/** What has become of inputs. */
type Texts = Map<ReadInput, FixedText>;

function lintAll(due: readonly ReadInput[], workspace: RunWorkspace, progress: Progress): Texts {
	const texts: Texts = new Map();
	for (const input of due) {
		progress.update(texts.size);
		texts.set(input, lintOne(input, workspace));
	}
	return texts;
}

function lintOne(input: ReadInput, workspace: RunWorkspace): FixedText {
	const { original, indexed } = input;
	return { text: original, problems: lint(indexed?.unit ?? parse(original), contextOf(input, workspace)), fixed: 0 };
}

// Files whose fixes call for fixes of each other would go on for ever.
const mostRounds = 10;

/** Fixes all, and once more those of which rules across files may now say something else. */
function fixAll(all: readonly ReadInput[], workspace: RunWorkspace, progress: Progress): Texts {
	const texts: Texts = new Map();
	let due = all;
	for (let round = 0; round < mostRounds && due.length > 0; round++) {
		const before = workspace.view();
		const changed = new Set<string>();
		for (const input of due) {
			progress.update(texts.size);
			if (fixOne(input, texts, workspace)) changed.add(input.absolute);
		}
		const affected = affectedFiles(before, workspace.view(), changed);
		due = changed.size === 0 ? [] : all.filter(({ absolute }) => affected.has(absolute));
	}
	return texts;
}

/** Fixes one as far as it has come; tells whether its text is another now. */
function fixOne(input: ReadInput, texts: Texts, workspace: RunWorkspace): boolean {
	const known = texts.get(input) ?? { text: input.original, fixed: 0 };
	const result = fixText(known.text, contextOf(input, workspace), (text) => {
		workspace.put(input, text);
		return contextOf(input, workspace);
	});
	texts.set(input, { ...result, fixed: known.fixed + result.fixed });
	return result.text !== known.text;
}

function contextOf(input: ReadInput, workspace: RunWorkspace): LintContext {
	const { settings } = input;
	if (settings === undefined) throw new Error(`${input.path} has no settings and cannot be linted`);
	return { ...settings, file: input.indexed?.name, ...workspace.contextOf(input) };
}

function writeAll(due: readonly ReadInput[], texts: Texts, workspace: RunWorkspace, faults: readonly string[]): Linted {
	const failed: string[] = [];
	for (const input of due) {
		const reason = whyNotWritten(input, texts.get(input)?.text ?? input.original);
		if (reason === undefined) continue;
		failed.push(`${input.path}: cannot be written: ${reason}`);
		// The file is as it was, and its problems are still there.
		workspace.put(input, input.original);
		texts.set(input, lintOne(input, workspace));
	}
	return { results: due.map((input) => toResult(input, texts)), faults: [...faults, ...failed] };
}

/** Writes a file if its text has changed. */
function whyNotWritten({ bytes, absolute, original }: ReadInput, text: string): string | undefined {
	if (bytes !== undefined || text === original) return undefined;
	try {
		replaceFile(absolute, encodeUnit(text));
		return undefined;
	} catch (error) {
		return reasonOf(error);
	}
}

function toResult(input: ReadInput, texts: Texts): LintedInput {
	const { text, problems, fixed } = texts.get(input) ?? { text: input.original, problems: [], fixed: 0 };
	return { input, original: input.original, path: input.path, absolute: input.absolute, text, problems, fixed };
}
