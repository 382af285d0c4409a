// Code actions: the fixes of problems, all safe fixes at once, and comments that allow a problem.

import { chooseFixes } from '../rules/apply-fixes.ts';
import type { Problem, TextEdit } from '../rules/problem.ts';
import { firstInk } from '../syntax/lines.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';

/** Something an editor offers to do. The edits do not overlap. */
export interface CodeAction {
	/** `fix` mends one problem, `allow` silences it, `fix-all` mends what can be mended safely in the whole file. */
	readonly kind: 'fix' | 'allow' | 'fix-all';
	readonly title: string;
	readonly edits: readonly TextEdit[];
	/** Absent for `fix-all`. */
	readonly problem?: Problem;
	/** The one that an editor may apply without a choice. */
	readonly preferred: boolean;
}

/** What can be done about the problems that touch a span, and about all of the file; comments that allow stand last. */
export function codeActions(unit: UnitFile, problems: readonly Problem[], within: Span): readonly CodeAction[] {
	const near = problems.filter(({ span }) => touches(span, within.start) || meets(span, within));
	const fixes = near.flatMap((problem) =>
		problem.fixes.map(
			(fix, index): CodeAction => ({
				kind: 'fix',
				title: fix.title,
				edits: fix.edits,
				problem,
				preferred: index === 0 && fix.kind === 'safe',
			}),
		),
	);
	return [...fixes, ...fixAllAction(problems), ...distinct(near.map((problem) => allowAction(unit, problem)))];
}

/** All safe fixes of a file that do not touch each other, as one action. */
function fixAllAction(problems: readonly Problem[]): readonly CodeAction[] {
	const edits = chooseFixes(problems, ({ kind }) => kind === 'safe').flatMap((fix) => fix.edits);
	if (edits.length === 0) return [];
	return [{ kind: 'fix-all', title: 'Fix all that can be fixed safely', edits, preferred: false }];
}

/**
 * A comment above the item that silences one rule. It stands between whole items, so never inside a continuation.
 * There is none for comments, which the comment would not reach, for a line that begins with a byte order mark, which
 * must stay first, and for one that ends in a NUL.
 */
function allowAction(unit: UnitFile, problem: Problem): CodeAction | undefined {
	const item = unit.items.find(({ span }) => span.start <= problem.span.start && problem.span.start < span.end);
	const line = item?.lines[0];
	if (item === undefined || line === undefined || item.kind === 'comment') return undefined;
	const end = lineBreak(unit, line);
	if (end === undefined || unit.text.charCodeAt(line.start) === 0xfeff) return undefined;
	const indent = unit.text.slice(line.start, firstInk(unit.text, line));
	const comment = `${indent}# fleet-units: allow ${problem.rule} — reason${end}`;
	return {
		kind: 'allow',
		title: `Allow ${problem.rule} ${isAboveSections(unit, item) ? 'in this file' : 'on this line'}`,
		edits: [{ span: { start: line.start, end: line.start }, text: comment }],
		problem,
		preferred: false,
	};
}

/** Before the first section, and right above its header, a suppression holds for the whole file. */
function isAboveSections(unit: UnitFile, item: Item): boolean {
	const first = unit.sections[0];
	return first === undefined || item.span.start <= first.header.span.start;
}

/** The line break of the item's own line, so that the two cannot become one; `undefined` where that is a NUL. */
function lineBreak(unit: UnitFile, { contentEnd, end }: Item['lines'][number]): string | undefined {
	const own = unit.text.slice(contentEnd, end).replace('\0', '');
	return own === '' && contentEnd < end ? undefined : own || '\n';
}

function meets(a: Span, b: Span): boolean {
	return a.start <= b.end && b.start <= a.end;
}

/** One action a title and place: two problems of one rule on a line need one comment. */
function distinct(actions: readonly (CodeAction | undefined)[]): readonly CodeAction[] {
	const seen = new Map<string, CodeAction>();
	for (const action of actions) {
		const id = action && `${action.title} ${action.edits[0]?.span.start}`;
		if (action !== undefined && id !== undefined && !seen.has(id)) seen.set(id, action);
	}
	return [...seen.values()];
}
