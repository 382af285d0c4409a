// Image policies: for each partition what it may be, `root=verity+signed:home=ignore`, or one of `*`, `-` and `~` for
// all (image_policy_from_string() of systemd).

import { nearest } from '../catalogue/nearest.ts';
import { imagePolicyFlags, partitions } from '../catalogue/partitions.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wordItems, wordSpanAt } from './items.ts';
import { checkWhole } from './judge.ts';
import { plain } from './quote.ts';
import type { ValueBehaviour, ValueContext } from './value-kind.ts';

/** `RootImagePolicy=` and its like. */
export const imagePolicy: ValueBehaviour = {
	check: checkWhole(judgePolicy),
	complete: completePolicy,
	describe: (value) => {
		const text = shorthands[value];
		return text === undefined ? undefined : { span: { start: 0, end: value.length }, text };
	},
};

const shorthands: Readonly<Record<string, string>> = {
	'*': 'everything is allowed and used',
	'-': 'everything may be there, and is not used',
	'~': 'no partitions at all',
};

/** From this release on unknown partitions and flags are left to later ones. */
const lenientSince = 258;

/** Flags behind the `=` of a rule, otherwise the partition that a rule begins with. */
function completePolicy(value: string, offset: number, context: ValueContext) {
	const { start, end } = wordSpanAt(value, offset, separator);
	if (/[=+]/.test(value.charAt(start - 1))) return wordItems(value, offset, context, flagDrafts, separator);
	const rules = value.charAt(end) === '=' ? partitionDrafts : ruleDrafts;
	return wordItems(value, offset, context, start === 0 ? [...rules, ...shorthandDrafts] : rules, separator);
}

const separator = /[:=+]/;
const partitionDrafts = tableDrafts(partitions);
const ruleDrafts = partitionDrafts.map(({ label, detail }) => ({ label: `${label}=`, detail }));
const flagDrafts = tableDrafts(imagePolicyFlags);
const shorthandDrafts = tableDrafts(shorthands);

function tableDrafts(table: Readonly<Record<string, string>>): readonly ItemDraft[] {
	return Object.entries(table).map(([label, detail]) => ({ label, detail }));
}

function judgePolicy(text: string, { release }: ValueContext): Flaw | undefined {
	if (text in shorthands) return undefined;
	const seen = new Set<string>();
	for (const rule of text.split(':')) {
		const [name = '', flags] = rule.trim().split('=', 2);
		const partition = name.trim();
		if (flags === undefined)
			return { what: `\`${plain(rule)}\` is no rule of an image policy`, advice: 'write `partition=flags`' };
		if (seen.has(partition)) return { what: `\`${plain(partition)}\` has two rules`, advice: 'join them with `+`' };
		seen.add(partition);
		const flaw = release < lenientSince ? judgeRule(partition, flags.trim()) : undefined;
		if (flaw !== undefined) return flaw;
	}
	return undefined;
}

function judgeRule(partition: string, flags: string): Flaw | undefined {
	if (partition !== '' && !(partition in partitions)) return unknown(partition, 'partition', Object.keys(partitions));
	if (flags === '') return undefined;
	const wrong = flags.split('+').find((flag) => !(flag.trim() in imagePolicyFlags));
	return wrong === undefined ? undefined : unknown(wrong, 'flag of an image policy', Object.keys(imagePolicyFlags));
}

function unknown(word: string, noun: string, known: readonly string[]): Flaw {
	const near = nearest(word, known);
	return {
		what: `\`${plain(word)}\` is no ${noun}`,
		advice: near === undefined ? 'check the name' : `did you mean \`${near}\`?`,
	};
}
