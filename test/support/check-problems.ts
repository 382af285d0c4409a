// Checks what `lint` finds in a marked text. The findings are drawn back into the text and the two texts compared, so
// that a failure reads as a diff of the fixture.

import { expect, vi } from 'vitest';
import {
	defaultSettings,
	type LintContext,
	type LintSettings,
	lint,
	type Problem,
	parse,
	readUnitFileName,
} from '../../core/src/index.ts';
import { rulesForPieces } from '../../scripts/generate/example-context.ts';
import { renderMarks, stripMarks, withoutFirstBreak } from './marked-text.ts';

/**
 * What a file is linted with: its name, and settings where they are not the usual ones. Texts of tests are pieces of
 * units: rules that ask for what every whole unit has are off unless the settings name them.
 */
export function contextFor(fileName: string, settings: Partial<LintSettings> = {}): LintContext {
	const rules = { ...rulesForPieces().rules, ...settings.rules };
	return { ...defaultSettings, ...settings, rules, file: readUnitFileName(fileName) };
}

/** Lints a text whose mark lines `^^^^ rule-id: message` say all that must be found in it. */
export const checkProblems = vi.defineHelper(
	(fileName: string, marked: string, settings: Partial<LintSettings> = {}): void => {
		const { text } = stripMarks(marked);
		const problems = lint(parse(text), contextFor(fileName, settings));
		expect(renderProblems(text, problems, { withRule: true })).toBe(withoutFirstBreak(marked));
	},
);

/** Draws problems into a text, below the lines they begin on: `^^^^ message`, or with the rule's id before it. */
export function renderProblems(
	text: string,
	problems: readonly Problem[],
	{ withRule }: { readonly withRule: boolean },
): string {
	const marks = problems.map(({ span, rule, message }) => ({
		span,
		message: withRule ? `${rule}: ${message}` : message,
	}));
	return renderMarks(text, marks);
}
