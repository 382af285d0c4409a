// Makes checks out of judges. A judge knows one piece of text, a value or a word of a list; what surrounds it is the
// same for all kinds and stands here: empty values, quotes, specifiers, and where a flaw stands in the value.

import { criticalKeys, criticalSince } from '../catalogue/critical-keys.ts';
import { specifiersReadSince } from '../catalogue/specifiers.ts';
import { extractWord, type QuotingOptions } from '../syntax/quoting.ts';
import { closingFix, type Flaw, ofWhole, toFault, type ValueEffect, type ValueFault } from './fault.ts';
import { expandSpecifiers, specifierFlaw } from './specifiers.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** Says what is wrong with a piece of text, which is never empty; `undefined` for nothing. */
export type Judge = (text: string, context: ValueContext) => Flaw | undefined;

type Check = ValueBehaviour['check'];

/** A check of values that are one piece. */
export function checkWhole(judge: Judge): Check {
	return (value, context) => {
		if (value === '') return emptyFaults(context);
		const flaw = judgeExpanded(judge, value, context);
		if (flaw === undefined) return noFaults;
		return [toFault(flaw, { start: 0, end: value.length }, effectOf(context, 'skips-setting'))];
	};
}

/** How a list is split, and what comes of one that cannot be split, and of a word that is wrong. */
export interface ListOptions {
	/** Quotes around words are taken away if absent. */
	readonly quoting?: QuotingOptions;
	readonly effect?: ValueEffect;
	/** Of a quote that is not closed, or another slip of quoting. */
	readonly quotingEffect?: ValueEffect;
}

/** A check of values that are a list of words. */
export function checkWords(judge: Judge, options: ListOptions = {}): Check {
	return (value, context) => (value === '' ? emptyFaults(context) : judgeWords(value, 0, judge, options, context));
}

/** Likewise of lists that a leading `~` turns into their opposite. Nothing but `~` is an empty list. */
export function checkSet(judge: Judge, options: ListOptions = {}): Check {
	return (value, context) =>
		value === '' ? emptyFaults(context) : judgeWords(value, value.startsWith('~') ? 1 : 0, judge, options, context);
}

/** Judges the words from an offset of a value on; what stands before it is a mark of the whole list. */
export function judgeWords(
	value: string,
	from: number,
	judge: Judge,
	{ quoting = unquoting, effect = 'skips-item', quotingEffect = 'skips-setting' }: ListOptions,
	context: ValueContext,
): readonly ValueFault[] {
	const faults: ValueFault[] = [];
	const stop = eachWord(value, from, quoting, (text, start, end) => {
		const flaw = judgeExpanded(judge, text, context);
		if (flaw === undefined) return;
		// Of a quoted word, the place of a part is not known.
		const { part: _, ...whole } = flaw;
		faults.push(toFault(end - start === text.length ? flaw : whole, { start, end }, effectOf(context, effect)));
	});
	if (stop !== undefined) faults.push(quotingFault(value, stop, quotingEffect));
	return faults.length === 0 ? noFaults : faults;
}

/** Calls `visit` with each word and where it is written; gives the offset of a quote or backslash that ends it all. */
function eachWord(value: string, from: number, quoting: QuotingOptions, visit: Visit): number | undefined {
	if (!/["'\\]/.test(value) && quoting.separators === undefined && !quoting.dontCoalesceSeparators) {
		eachPlainWord(value, from, visit);
		return undefined;
	}
	let word = extractWord(value, from, quoting);
	while (word.kind === 'word') {
		visit(word.text, word.span.start, word.span.end);
		word = extractWord(value, word.next, quoting);
	}
	return word.kind === 'fault' ? word.at : undefined;
}

type Visit = (text: string, start: number, end: number) => void;

/** The flaw of an empty value, unless the directive takes one. */
export function emptyFaults(context: ValueContext): readonly ValueFault[] {
	const { empty, repeat } = context.directive;
	if (repeat === 'reset-on-empty' || empty === true || (empty !== undefined && empty <= context.release))
		return noFaults;
	return [toFault(emptyFlaw, { start: 0, end: 0 }, effectOf(context, 'skips-setting'))];
}

/** The effect of a fault, or the unit's refusal where the setting is one that systemd does not go on without. */
export function effectOf({ directive, release }: ValueContext, usual: ValueEffect): ValueEffect {
	return criticalKeys.has(directive.key) && release >= criticalSince ? 'refuses-unit' : usual;
}

/** The flaw of a piece after its specifiers are filled in; none where nobody knows what they become. */
export function judgeExpanded(judge: Judge, text: string, context: ValueContext): Flaw | undefined {
	if (!text.includes('%') || !readsSpecifiers(context)) return judge(text, context);
	const flaw = specifierFlaw(text, context);
	if (flaw !== undefined) return flaw;
	const expanded = expandSpecifiers(text, context);
	if (expanded === undefined || expanded.text === '') return undefined;
	const found = judge(expanded.text, context);
	if (found === undefined || expanded.text === text) return found;
	const { what, ...rest } = ofWhole(found);
	const said = expanded.likeness
		? what.replaceAll(expanded.text, text)
		: `\`${text}\` becomes \`${expanded.text}\`: ${what}`;
	return { ...rest, what: said };
}

function readsSpecifiers({ directive, release }: ValueContext): boolean {
	return directive.specifiers !== undefined && (specifiersReadSince[directive.key] ?? 0) <= release;
}

const unquoting: QuotingOptions = { unquote: true };

const emptyFlaw: Flaw = { what: 'the value is empty', advice: 'write one, or remove the line' };

function quotingFault(value: string, at: number, effect: ValueEffect): ValueFault {
	const place = { start: at, end: at + 1 };
	if (value[at] === '\\') return toFault(wrongEscape, place, effect);
	return {
		...toFault({ what: 'the quote is never closed', advice: 'close it' }, place, effect),
		fix: closingFix(value, at),
	};
}

const wrongEscape: Flaw = {
	what: 'the backslash is no escape that systemd knows',
	advice: 'double it',
	instead: '\\\\',
};

/** The words between blanks of a value without quotes and backslashes, as most are: several times as fast. */
function eachPlainWord(value: string, from: number, visit: Visit): void {
	let start = from;
	for (const word of value.slice(from).split(/[ \t\n\r]/)) {
		if (word !== '') visit(word, start, start + word.length);
		start += word.length + 1;
	}
}
