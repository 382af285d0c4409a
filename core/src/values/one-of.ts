// Closed sets of words: one of them, or of some keys one of them or a truth value. The words stand in the directive's
// row with the release that added each; some keys take the word's number, too.

import type { Directive } from '../catalogue/directive.ts';
import { oldestRelease } from '../catalogue/directive.ts';
import { largestInteger } from '../catalogue/integer-limits.ts';
import { nearest } from '../catalogue/nearest.ts';
import { describeBoolean, nearBoolean, readBoolean } from './boolean.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wholeItems, wordItems } from './items.ts';
import { checkSet, checkWhole, checkWords } from './judge.ts';
import { readInteger } from './numbers.ts';
import { plain } from './quote.ts';
import { tooNewFlaw } from './unknown-word.ts';
import { unnoticedFlaw } from './unnoticed.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** One word out of the row's. */
export const oneOf: ValueBehaviour = {
	check: (value, context) => (context.directive.list === undefined ? checkOne : checkSeveral)(value, context),
	complete: (value, offset, context) =>
		(context.directive.list === undefined ? wholeItems : wordItems)(
			value,
			offset,
			context,
			wordDrafts(context.directive),
		),
	describe: () => undefined,
};

/** A truth value, or one word out of the row's. */
export const oneOfOrBoolean: ValueBehaviour = {
	check: (value, context) => (context.directive.list === undefined ? checkOneOrBoolean : checkFlags)(value, context),
	complete: (value, offset, context) => wholeItems(value, offset, context, booleanDrafts(context.directive)),
	describe: (value, _offset, { directive }) => (wordsOf(directive).has(value) ? undefined : describeBoolean(value)),
};

/** The row's words with the release that added each. */
export function wordsOf(directive: Directive): ReadonlyMap<string, number> {
	const found = wordsByRow.get(directive);
	if (found !== undefined) return found;
	const words = new Map<string, number>();
	for (const member of directive.of ?? []) {
		const [word, since] = typeof member === 'string' ? [member, oldestRelease] : member;
		words.set(word, since);
	}
	wordsByRow.set(directive, words);
	return words;
}

/** Items for the row's words. */
function wordDrafts(directive: Directive): readonly ItemDraft[] {
	return Array.from(wordsOf(directive), ([label, since]) => ({ label, detail: '', since }));
}

/** What is wrong with a word that should be one of the row's. */
function judgeWord(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const words = wordsOf(directive);
	const since = words.get(text);
	if (since !== undefined && since <= release) return undefined;
	const known = [...words].filter(([, added]) => added <= release).map(([word]) => word);
	const takesBoolean = directive.value === 'enum-or-boolean';
	const all = takesBoolean && !words.has('yes') ? ['yes', 'no', ...known] : known;
	if (since !== undefined) return { ...tooNewFlaw(text, since, release), advice: listed(all) };
	const what = `\`${plain(text)}\` is none of the words that \`${directive.key}=\` takes`;
	const near = nearest(text, known) ?? (takesBoolean ? nearBoolean(text) : undefined);
	return near === undefined ? { what, advice: listed(all) } : { what, instead: near };
}

const checkOne = checkWhole((text, context) => (isNumberOf(text, context) ? undefined : judgeWord(text, context)));

const checkOneOrBoolean = checkWhole((text, context) =>
	readBoolean(text) === undefined ? judgeWord(text, context) : undefined,
);

/** Of lists systemd takes the words that it knows and says nothing of the others. */
const checkSeveral = checkWords(judgeOneOfSeveral, { quoting: { unquote: true, relax: true } });

function judgeOneOfSeveral(text: string, { directive, release }: ValueContext): Flaw | undefined {
	if (directive.of === undefined) return undefined;
	const since = wordsOf(directive).get(text);
	if (since === undefined) return unnoticedFlaw(text, 'word', wordsOf(directive).keys());
	return since <= release ? undefined : { ...tooNewFlaw(text, since, release), effect: 'misled' };
}

/** One wrong flag spoils the whole value; a truth value stands alone. */
const checkFlags: ValueBehaviour['check'] = (value, context) =>
	readBoolean(value) === undefined ? checkEachFlag(value, context) : noFaults;
const checkEachFlag = checkSet(judgeWord, {
	quoting: {},
	effect: 'skips-setting',
});

const wordsByRow = new WeakMap<Directive, ReadonlyMap<string, number>>();

/** Whether a text is a number that stands for a word, as in `IOSchedulingClass=2`. */
function isNumberOf(text: string, { directive, release }: ValueContext): boolean {
	if (directive.orInteger === undefined) return false;
	const number = readInteger(text);
	return typeof number === 'number' && number >= 0 && number <= largestInteger(directive.key, release);
}

function listed(words: readonly string[]): string {
	const quoted = words.map((word) => `\`${word}\``);
	const shown = quoted.length > 8 ? [...quoted.slice(0, 7), '…'] : quoted;
	return `use ${shown.length === 1 ? shown[0] : `one of ${shown.join(', ')}`}`;
}

function booleanDrafts(directive: Directive): readonly ItemDraft[] {
	const drafts = wordDrafts(directive);
	const missing = ['yes', 'no'].filter((word) => !wordsOf(directive).has(word));
	return [...missing.map((label) => ({ label, detail: '' })), ...drafts];
}
