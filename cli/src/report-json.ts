// Problems as JSON, for scripts: one element a file, also for files without problems. Lines and characters count
// from 0 in UTF-16 code units, as in the language server protocol.

import type { Problem } from '../../core/src/index.ts';
import { rulePage } from './package-folder.ts';
import { type TextLines, textLines } from './positions.ts';
import type { FileResult } from './result.ts';

/** The whole report, with a line end. */
export function reportJson(results: readonly FileResult[]): string {
	return toJson(
		results.map(({ path, text, problems }) => {
			const lines = textLines(text);
			return { file: path, problems: problems.map((problem) => describe(problem, lines)) };
		}),
	);
}

/** JSON for people and terminals, too: JSON itself would let the controls from U+007F to U+009F through. */
export function toJson(value: unknown): string {
	const json = JSON.stringify(value, undefined, 2);
	return `${json.replace(/[\x7f-\x9f\u2028\u2029]/g, (unit) => `\\u${unit.charCodeAt(0).toString(16).padStart(4, '0')}`)}\n`;
}

function describe({ rule, severity, message, span, fixes: [fix] }: Problem, lines: TextLines) {
	return {
		rule,
		severity,
		message,
		range: lines.range(span),
		docs: rulePage(rule),
		...(fix !== undefined && { fix: { title: fix.title, kind: fix.kind } }),
	};
}
