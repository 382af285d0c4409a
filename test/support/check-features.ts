// Checks of editor features on texts with a caret: each runs one feature and compares what it gives with what the test
// says, as text where that reads better.

import { expect, vi } from 'vitest';
import {
	applyEdits,
	type CodeAction,
	type CompletionItem,
	type Completions,
	codeActions,
	complete,
	completionDocumentation,
	emptyWorkspace,
	foldings,
	format,
	hover,
	type InlayHintAmount,
	indexFile,
	inlayHints,
	type LintContext,
	type LintSettings,
	lint,
	type OutlineSymbol,
	parse,
	selectionSpans,
	symbols,
	tokens,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';
import { texts } from '../../core/src/texts.ts';
import { contextFor } from './check-problems.ts';
import { renderMarks, stripMarks, takeCaret, withoutFirstBreak } from './marked-text.ts';

/** What a feature is asked with: settings, and what is known beside the file where that counts. */
export interface Surroundings extends Partial<LintSettings> {
	/** Other files of the workspace, by path. */
	readonly others?: Readonly<Record<string, string>>;
	readonly machines?: WorkspaceView['machines'];
	readonly unitStates?: WorkspaceView['unitStates'];
}

/** The context of a file; with others or machines, the file stands in a workspace together with them. */
export function surroundedBy(
	{ others, machines = [], unitStates = new Map(), ...settings }: Surroundings,
	fileName: string,
	text: string,
): LintContext {
	const context = contextFor(fileName, settings);
	if (others === undefined && machines.length === 0) return context;
	const files = Object.entries({ ...others, [fileName]: text });
	const changes = new Map(files.map(([path, contents]) => [path, indexFile(path, withoutFirstBreak(contents))]));
	const workspace = { ...updateWorkspace(emptyWorkspace, changes), machines, unitStates };
	return { ...context, path: fileName, workspace };
}

/** The items that completion offers at the caret, in the order an editor shows them. */
export function completionAt(fileName: string, marked: string, settings: Surroundings = {}): readonly CompletionItem[] {
	const { items } = completionsAt(fileName, marked, settings);
	return [...items].sort((a, b) => (a.sortText < b.sortText ? -1 : 1));
}

function completionsAt(fileName: string, marked: string, settings: Surroundings): Completions {
	const { text, offset } = takeCaret(marked);
	return complete(parse(text), offset, surroundedBy(settings, fileName, text));
}

/** Checks the labels of all items at the caret. */
export const checkCompletion = vi.defineHelper(
	(fileName: string, marked: string, labels: readonly string[], settings: Surroundings = {}): void => {
		expect(completionAt(fileName, marked, settings).map(({ label }) => label)).toEqual(labels);
	},
);

/** Checks the labels of the first items at the caret. */
export const checkFirstCompletions = vi.defineHelper(
	(fileName: string, marked: string, labels: readonly string[], settings: Surroundings = {}): void => {
		const all = completionAt(fileName, marked, settings).map(({ label }) => label);
		expect(all.slice(0, labels.length)).toEqual(labels);
	},
);

/** Checks the text after the item of that label has been accepted. */
export const checkCompletionText = vi.defineHelper(
	(fileName: string, marked: string, label: string, after: string, settings: Surroundings = {}): void => {
		const { items, replace } = completionsAt(fileName, marked, settings);
		const { text } = takeCaret(marked);
		const edited = applyEdits(text, [{ span: replace, text: requireItem(items, label).insertText }]);
		expect(edited).toBe(withoutFirstBreak(after));
	},
);

/** What the popup says beside the item of that label, and what it says when a person looks at it. */
export function completionTextOf(fileName: string, marked: string, label: string, settings: Surroundings = {}) {
	const { items, about } = completionsAt(fileName, marked, settings);
	const { release } = contextFor(fileName, settings);
	const { detail } = requireItem(items, label);
	return { detail, documentation: completionDocumentation(label, about, release, texts) };
}

/** The hover at the caret, drawn into the text: what is marked, and below the line of dashes what is said. */
export function hoverAt(fileName: string, marked: string, settings: Surroundings = {}): string | undefined {
	const { text, offset } = takeCaret(marked);
	const found = hover(parse(text), offset, { ...surroundedBy(settings, fileName, text), texts });
	return found && `${text.slice(found.span.start, found.span.end)}\n---\n${found.markdown}`;
}

/** Checks the hover at the caret: the text it is about, a line of dashes, the Markdown. */
export const checkHover = vi.defineHelper(
	(fileName: string, marked: string, expected: string, settings: Surroundings = {}): void => {
		expect(hoverAt(fileName, marked, settings)).toBe(withoutFirstBreak(expected));
	},
);

/** Checks a file after formatting; that once more changes nothing is checked, too. */
export const checkFormat = vi.defineHelper((fileName: string, before: string, after: string): void => {
	const formatOnce = (text: string) => applyEdits(text, format(parse(text), contextFor(fileName).file));
	const formatted = formatOnce(withoutFirstBreak(before));
	expect(formatted).toBe(withoutFirstBreak(after));
	expect(formatOnce(formatted)).toBe(formatted);
});

/** Checks the inlay hints of a whole file, drawn into the text where an editor shows them: `%i«3»`. */
export const checkInlayHints = vi.defineHelper(
	(fileName: string, drawn: string, amount: InlayHintAmount, settings: Surroundings = {}): void => {
		const text = withoutFirstBreak(drawn).replace(/«[^»]*»/g, '');
		const context = { ...surroundedBy(settings, fileName, text), now: () => noon };
		const hints = inlayHints(parse(text), { start: 0, end: text.length }, amount, context);
		const edits = hints.map(({ offset, label }) => ({ span: { start: offset, end: offset }, text: `«${label}»` }));
		expect(applyEdits(text, edits)).toBe(withoutFirstBreak(drawn));
	},
);

/** Noon of the last day of November 2026, a Monday, in Berlin. */
const noon = { microseconds: Date.UTC(2026, 10, 30, 11) * 1000, zone: 'Europe/Berlin' };

/** Checks the semantic tokens of a whole file, drawn as marks below their lines: `^^^^ number`. */
export const checkTokens = vi.defineHelper((fileName: string, marked: string, settings: Surroundings = {}): void => {
	const { text } = stripMarks(marked);
	const found = tokens(parse(text), { start: 0, end: text.length }, surroundedBy(settings, fileName, text));
	const marks = found.map(({ span, type, modifier }) => ({
		span,
		message: modifier === undefined ? type : `${type} ${modifier}`,
	}));
	expect(renderMarks(text, marks)).toBe(withoutFirstBreak(marked));
});

/** Checks the outline, drawn as a tree with the value behind each key. */
export const checkSymbols = vi.defineHelper((text: string, outline: string): void => {
	expect(drawSymbols(symbols(parse(withoutFirstBreak(text))), '')).toBe(withoutFirstBreak(outline));
});

/** Checks the foldings: `1–3 section`, lines counted from one. */
export const checkFoldings = vi.defineHelper((text: string, lines: readonly string[]): void => {
	const source = withoutFirstBreak(text);
	const lineOf = (offset: number) => source.slice(0, offset).split('\n').length;
	const drawn = foldings(parse(source)).map(({ kind, span }) => `${lineOf(span.start)}–${lineOf(span.end)} ${kind}`);
	expect(drawn).toEqual(lines);
});

/** Checks the texts that “expand selection” selects one after the other. */
export const checkSelections = vi.defineHelper((marked: string, texts: readonly string[]): void => {
	const { text, offset } = takeCaret(marked);
	expect(selectionSpans(parse(text), offset).map(({ start, end }) => text.slice(start, end))).toEqual(texts);
});

/** The actions for the problems at the caret. */
export function actionsAt(fileName: string, marked: string, settings: Partial<LintSettings> = {}) {
	const { text, offset } = takeCaret(marked);
	const unit = parse(text);
	const problems = lint(unit, contextFor(fileName, settings));
	return { text, actions: codeActions(unit, problems, { start: offset, end: offset }) };
}

/** Checks the text after the action of that title at the caret has been taken. */
export const checkAction = vi.defineHelper((fileName: string, marked: string, title: string, after: string): void => {
	const { text, actions } = actionsAt(fileName, marked);
	const action = actions.find((candidate) => candidate.title === title);
	if (action === undefined) throw new Error(`no action “${title}” among: ${titles(actions)}`);
	expect(applyEdits(text, action.edits)).toBe(withoutFirstBreak(after));
});

/** Checks the text after “fix all”; where there is nothing to fix, it stays as it was. */
export const checkFixAll = vi.defineHelper((fileName: string, before: string, after: string): void => {
	const unit = parse(withoutFirstBreak(before));
	const actions = codeActions(unit, lint(unit, contextFor(fileName)), { start: 0, end: 0 });
	const edits = actions.find(({ kind }) => kind === 'fix-all')?.edits ?? [];
	expect(applyEdits(unit.text, edits)).toBe(withoutFirstBreak(after));
});

/** The titles of actions, for messages and comparisons. */
export function titles(actions: readonly CodeAction[]): string {
	return actions.map(({ title }) => title).join(' | ');
}

function requireItem(items: readonly CompletionItem[], label: string): CompletionItem {
	const item = items.find((candidate) => candidate.label === label);
	if (item === undefined) throw new Error(`no item “${label}” among: ${items.map((one) => one.label).join(' ')}`);
	return item;
}

function drawSymbols(found: readonly OutlineSymbol[], indent: string): string {
	return found
		.map(({ name, detail, children }) => {
			const line = `${indent}${name}${detail === '' ? '' : ` ${detail}`}\n`;
			return line + drawSymbols(children, `${indent}  `);
		})
		.join('');
}
