// What fixes would change, as a unified diff: in colour and safe to look at on a terminal, to the byte elsewhere.

import { unifiedDiff } from '../../core/src/index.ts';
import { type Look, type Paint, painter } from './colour.ts';
import type { Io } from './io.ts';
import type { LintedInput } from './lint-inputs.ts';
import { encodeUnit } from './unit-text.ts';
import { visible } from './visible.ts';

/** Prints the changes of all files to standard output. */
export function reportFixes(results: readonly LintedInput[], { stdout, env }: Io): void {
	const paint = painter(stdout, env);
	for (const { path, original, text } of results) {
		const lines = unifiedDiff(visible(path), original, text);
		const shown = stdout.isTTY === true ? lines.map(visibleLine) : lines;
		stdout.write(encodeUnit(shown.map((line) => `${paintDiffLine(line, paint)}\n`).join('')));
	}
}

function visibleLine(line: string): string {
	return line.split('\t').map(visible).join('\t');
}

const looks: Readonly<Record<string, Look>> = { '+': 'added', '-': 'removed', '@': 'info' };

/** A line of a unified diff in its colour. */
export function paintDiffLine(line: string, paint: Paint): string {
	const look = looks[line.charAt(0)];
	return look === undefined ? line : paint(look, line);
}
