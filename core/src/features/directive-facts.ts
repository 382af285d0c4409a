// The facts below the text about a directive, one a bullet and always in the same order: what the target release makes
// of it, what it takes, its bounds, its default, how several lines go together, its old names.

import { type Directive, oldestRelease } from '../catalogue/directive.ts';
import { directivesOf, type FoundDirective, sinceIn } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import { valueKindPhrases } from '../catalogue/value-kinds.ts';
import { bullets, inlineCode } from './markdown.ts';
import { type Word, wordsOf } from './words.ts';

/** The facts as a list in Markdown, for a target release. */
export function directiveFacts(
	directive: FoundDirective,
	section: SectionName,
	release: number,
	bounds: string | undefined,
): string {
	return bullets([
		successorFact(directive),
		lostFact('removed', directive.removed, release),
		lostFact('without effect', directive.ignored, release),
		section === 'X-Fleet' ? undefined : sinceFact(sinceIn(directive, section), release),
		`Takes ${takes(directive)}`,
		bounds === undefined ? undefined : `Bounds: ${bounds}`,
		directive.default === undefined ? undefined : `Default: ${inlineCode(directive.default)}`,
		repeatFact(directive),
		oldNamesFact(directive, section),
	]);
}

/** What a directive takes, as a phrase; closed sets list their words. */
export function takes(directive: Directive): string {
	const words = wordsOf(directive);
	if (directive.value === 'enum' && words.length > 0) return `one of ${wordList(words)}`;
	if (directive.value === 'enum-or-boolean' && words.length > 0) return `a boolean or one of ${wordList(words)}`;
	const phrase = valueKindPhrases[directive.value];
	return directive.of === undefined ? phrase : `${phrase}: ${wordList(words)}`;
}

/** Words in a row, with the release that brought them where that is young enough to matter. */
export function wordList(words: readonly Word[]): string {
	return words
		.map(({ word, since }) => inlineCode(word) + (since > oldestRelease ? ` (since ${since})` : ''))
		.join(', ');
}

/** Since when something is known, or that the target release is too old for it. */
export function sinceFact(since: number, release: number): string | undefined {
	if (since <= oldestRelease) return undefined;
	return since > release
		? `**Too new** for your target, systemd ${release}: known since ${since}`
		: `Known since systemd ${since}`;
}

/** Since when something is lost to the target release, or that it is going to be. */
export function lostFact(what: string, lost: number | undefined, release: number): string | undefined {
	if (lost === undefined) return undefined;
	return lost <= release
		? `**Has no effect** in your target, systemd ${release}: ${what} since ${lost}`
		: `Works in your target, systemd ${release}; ${what} from ${lost} on`;
}

function successorFact({ aliasOf, replacedBy }: Directive): string | undefined {
	if (aliasOf !== undefined) return `**Renamed**: an old name of ${inlineCode(displayName(aliasOf))}`;
	return replacedBy === undefined ? undefined : `**Replaced** by ${inlineCode(displayName(replacedBy))}`;
}

/** `Unit.FailureAction` as `[Unit] FailureAction`. */
function displayName(name: string): string {
	return name.replace(/^(\w+)\./, '[$1] ');
}

function repeatFact({ repeat }: Directive): string {
	if (repeat === 'append') return 'Several lines add up';
	return repeat === 'reset-on-empty'
		? 'Several lines add up; an empty one clears those before it'
		: 'Of several lines the last one counts';
}

/** The names that older files use for the same, so that a reader recognises them. */
function oldNamesFact({ key }: Directive, section: SectionName): string | undefined {
	const names = [...directivesOf(section).values()].filter(({ aliasOf }) => aliasOf === key);
	if (names.length === 0) return undefined;
	return `Old ${names.length === 1 ? 'name' : 'names'}: ${names.map((old) => inlineCode(old.key)).join(', ')}`;
}
