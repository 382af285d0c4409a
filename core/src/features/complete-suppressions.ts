// Completion of rules in a comment that allows some of them: `# fleet-units: allow …`.

import { allRules } from '../rules/catalogue.ts';
import { type Span, textAt, touches } from '../syntax/span.ts';
import type { CommentLine, UnitFile } from '../syntax/tree.ts';
import type { CompletionItem, Completions } from './complete.ts';

/** The rules, where the comment at `offset` is about to name one. */
export function suppressionCompletions(unit: UnitFile, offset: number): Completions | undefined {
	const comment = unit.items.find((item) => item.kind === 'comment' && touches(lineOf(item), offset));
	if (comment?.kind !== 'comment') return undefined;
	const typed = suppressionStart.exec(textAt(unit.text, { start: comment.content.start, end: offset }))?.[1];
	if (typed === undefined) return undefined;
	const rest = /^[a-z0-9-]*/.exec(unit.text.slice(offset))?.[0] ?? '';
	const replace = { start: offset - typed.length, end: offset + rest.length };
	return { replace, about: { kind: 'rule' }, items: ruleItems };
}

const suppressionStart = /^[#;]\s*fleet-units:\s*allow\s+(?:[a-z0-9-]+\s*,\s*)*([a-z0-9-]*)$/;

const ruleItems: readonly CompletionItem[] = allRules.map(({ id, summary }) => ({
	label: id,
	kind: 'rule',
	detail: summary,
	insertText: id,
	sortText: id,
	sinks: false,
}));

/** The line of a comment with the blanks at its end, where the next word is typed. */
function lineOf({ content, lines }: CommentLine): Span {
	return { start: content.start, end: lines[0]?.contentEnd ?? content.end };
}
