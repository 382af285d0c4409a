// The words of closed sets: what a row's `of` and the booleans allow, and the word of a value under a caret.
// Values whose words depend on anything else (units, paths, time spans) are not known here.

import type { Directive } from '../catalogue/directive.ts';
import { oldestRelease } from '../catalogue/directive.ts';
import { joinedIndex, sourceSpan } from '../syntax/joined.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { Joined } from '../syntax/tree.ts';

/** A word that a value may be. */
export interface Word {
	readonly word: string;
	/** First release that takes it. */
	readonly since: number;
}

/** All words of a directive's closed set, as the row orders them; empty where the set is not closed. */
export function wordsOf(directive: Directive): readonly Word[] {
	const own = (directive.of ?? []).map((member): Word => {
		const [word, since] = typeof member === 'string' ? [member, oldestRelease] : member;
		return { word, since };
	});
	const implied = impliedWords(directive).filter((word) => !own.some((member) => member.word === word));
	return [...implied.map((word) => ({ word, since: oldestRelease })), ...own];
}

/** The other ways to write `yes` and `no` (systemd.syntax(7), parse_boolean()). */
export function booleanMeaning(directive: Directive, word: string): 'yes' | 'no' | undefined {
	if (!takesBoolean.has(directive.value)) return undefined;
	const lower = word.toLowerCase();
	if (['1', 'yes', 'y', 'true', 't', 'on'].includes(lower)) return 'yes';
	return ['0', 'no', 'n', 'false', 'f', 'off'].includes(lower) ? 'no' : undefined;
}

/** The word at an offset of a value: the whole value, or what stands between the separators of a list. */
export function wordAt(value: Joined, offset: number, list: Directive['list']): WordAt {
	if (value.text === '') return { text: '', span: { start: offset, end: offset } };
	if (!touches(value.span, offset)) return { text: '', span: { start: offset, end: offset } };
	const separator = list === 'colons' ? /:/ : list === undefined ? undefined : /\s/;
	const [start, end] = separator ? around(value.text, joinedIndex(value, offset), separator) : [0, value.text.length];
	return { text: value.text.slice(start, end), span: sourceSpan(value, start, end) };
}

/** A word and where it stands; empty where the caret touches none. */
export interface WordAt {
	readonly text: string;
	readonly span: Span;
}

/** The words that a kind takes beside what the row lists. fleet reads only `true` as true. */
function impliedWords({ value, of }: Directive): readonly string[] {
	if (value === 'fleet-boolean') return ['true', 'false'];
	// Some rows take a boolean only for the sake of old files, and do not list it.
	const listsBoolean = value === 'enum-or-boolean' && of?.some((member) => [member].flat()[0] === 'no');
	return listsBoolean || value === 'boolean' || value === 'delegate' || value === 'namespace-set' ? ['yes', 'no'] : [];
}

const takesBoolean: ReadonlySet<Directive['value']> = new Set([
	'boolean',
	'enum-or-boolean',
	'delegate',
	'namespace-set',
]);

function around(text: string, index: number, separator: RegExp): readonly [number, number] {
	let start = index;
	let end = index;
	while (start > 0 && !separator.test(text.charAt(start - 1))) start--;
	while (end < text.length && !separator.test(text.charAt(end))) end++;
	return [start, end];
}
