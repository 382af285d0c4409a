// `# fleet-units: allow <rule>[, <rule>] — reason`: on the line above what it is for, or before the first section
// for the whole file. One that silences nothing is reported itself.

import { nearest } from '../catalogue/nearest.ts';
import { overlaps, type Span, textAt } from '../syntax/span.ts';
import type { CommentLine, Item, UnitFile } from '../syntax/tree.ts';
import { allRules } from './catalogue.ts';
import type { Problem, Severity } from './problem.ts';
import { unusedSuppression } from './unused-suppression.ts';

interface Suppression {
	readonly rule: string;
	/** The rule's name inside the comment. */
	readonly name: Span;
	readonly comment: CommentLine;
	/** What it holds for. */
	readonly scope: Span;
}

const marker = /^[#;]\s*fleet-units:\s*allow\s+/;
const ruleNames = /^[a-z0-9-]+(?:\s*,\s*[a-z0-9-]+)*/;

/** The problems that no suppression silences, and one for each suppression that silences nothing. */
export function applySuppressions(
	unit: UnitFile,
	problems: readonly Problem[],
	levelOf: (rule: string) => Severity | 'off' | undefined,
): Problem[] {
	const suppressions = readSuppressions(unit);
	if (suppressions.length === 0) return [...problems];
	const used = new Set<Suppression>();
	const left = problems.filter((problem) => {
		const matching = suppressions.filter((suppression) => silences(suppression, problem));
		for (const suppression of matching) used.add(suppression);
		return matching.length === 0;
	});
	const level = levelOf(unusedSuppression.id);
	if (level === undefined || level === 'off') return left;
	// A rule that is off finds nothing that could be allowed.
	const unused = suppressions.filter((suppression) => !used.has(suppression) && levelOf(suppression.rule) !== 'off');
	return [...left, ...unused.map((suppression) => unusedProblem(suppression, level))];
}

function silences({ rule, scope }: Suppression, problem: Problem): boolean {
	const { start, end } = problem.span;
	return rule === problem.rule && overlaps(scope, { start, end: Math.max(end, start + 1) });
}

function readSuppressions(unit: UnitFile): readonly Suppression[] {
	if (!unit.text.includes('fleet-units:')) return [];
	const preamble = new Set<Item>(unit.preamble);
	return unit.items.flatMap((item, index) => {
		if (item.kind !== 'comment') return [];
		const scope = preamble.has(item) ? { start: 0, end: unit.text.length + 1 } : nextItem(unit, index);
		return readNames(unit, item).map(({ rule, name }) => ({ rule, name, comment: item, scope }));
	});
}

/** The first item after a comment that is no comment itself, so that several may stand above one line. */
function nextItem(unit: UnitFile, index: number): Span {
	const next = unit.items.find((item, at) => at > index && item.kind !== 'comment');
	return next?.span ?? { start: unit.text.length, end: unit.text.length };
}

function readNames(unit: UnitFile, comment: CommentLine): readonly { rule: string; name: Span }[] {
	const text = textAt(unit.text, comment.content);
	const intro = marker.exec(text)?.[0];
	if (intro === undefined) return [];
	const names = ruleNames.exec(text.slice(intro.length))?.[0] ?? '';
	return [...names.matchAll(/[a-z0-9-]+/g)]
		.filter(([rule]) => /[a-z]/.test(rule))
		.map(({ index, 0: rule }) => {
			const start = comment.content.start + intro.length + index;
			return { rule, name: { start, end: start + rule.length } };
		});
}

function unusedProblem({ rule, name, comment }: Suppression, severity: Severity): Problem {
	const known = allRules.some(({ id }) => id === rule);
	const ids = allRules.map(({ id }) => id);
	const near = known ? undefined : nearest(rule, ids);
	const reason = known
		? `\`${rule}\` finds nothing here to allow; remove the comment`
		: `there is no rule \`${rule}\`${near === undefined ? '' : `; did you mean \`${near}\``}`;
	const fix =
		near === undefined
			? { title: 'Remove the comment', kind: 'unsafe' as const, edits: [{ span: comment.span, text: '' }] }
			: { title: `Change to \`${near}\``, kind: 'safe' as const, edits: [{ span: name, text: near }] };
	return {
		rule: unusedSuppression.id,
		severity,
		message: reason,
		span: name,
		fixes: [fix],
		tags: ['unnecessary'],
		related: [],
	};
}
