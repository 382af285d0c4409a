// Applies safe fixes to a text until there are none left, and writes a file so that it is whole at every moment.

import {
	accessSync,
	chmodSync,
	chownSync,
	constants,
	realpathSync,
	renameSync,
	rmSync,
	statSync,
	writeFileSync,
} from 'node:fs';
import path from 'node:path';
import { applyEdits, chooseFixes, type LintContext, lint, type Problem, parse } from '../../core/src/index.ts';

/** A text after its fixes, and what is left to say about it. */
export interface FixedText {
	readonly text: string;
	readonly problems: readonly Problem[];
	/** Number of fixes applied. */
	readonly fixed: number;
}

// Fixes that undo each other would go on for ever.
const mostPasses = 10;

/**
 * Applies all safe fixes. A fix may uncover the next fault, so the result is linted again, up to ten times; `contextOf`
 * gives what it is then linted with.
 */
export function fixText(
	original: string,
	context: LintContext,
	contextOf: (text: string) => LintContext = () => context,
): FixedText {
	let text = original;
	let fixed = 0;
	let problems = lint(parse(text), context);
	for (let pass = 0; pass < mostPasses; pass++) {
		const fixes = chooseFixes(problems, ({ kind }) => kind === 'safe');
		const next = applyEdits(
			text,
			fixes.flatMap(({ edits }) => edits),
		);
		if (next === text) break;
		text = next;
		fixed += fixes.length;
		problems = lint(parse(text), contextOf(text));
	}
	return { text, problems, fixed };
}

/** Replaces the contents of a file in one step, keeping its mode. Of a symbolic link, the target is written. */
export function replaceFile(name: string, bytes: Uint8Array): void {
	const target = realpathSync(name);
	// Renaming would also replace a file that is protected against writing.
	accessSync(target, constants.W_OK);
	const temporary = path.join(path.dirname(target), `.${crypto.randomUUID()}.tmp`);
	try {
		writeFileSync(temporary, bytes, { flag: 'wx', mode: 0o600, flush: true });
		copyOwnerAndMode(target, temporary);
		renameSync(temporary, target);
	} catch (error) {
		rmSync(temporary, { force: true });
		throw error;
	}
}

function copyOwnerAndMode(from: string, to: string): void {
	const { uid, gid, mode } = statSync(from);
	try {
		chownSync(to, uid, gid);
	} catch {
		// Only root may give files away; for anybody else the file becomes their own, as with every editor.
	}
	chmodSync(to, mode & 0o7777);
}
