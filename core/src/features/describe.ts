// What we say about a section or a directive: heading, summary, longer text, facts, link. Hover and the completion
// popup share it. Markdown; everything in it is from the catalogue, nothing from a unit file.

import { directiveDetails } from '../catalogue/details.ts';
import { type Directive, oldestRelease } from '../catalogue/directive.ts';
import { type FoundDirective, manUrl, sinceIn } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import { sectionSince, sectionSummaries, unitKindNames, unitKinds } from '../catalogue/unit-kinds.ts';
import { valueKindPhrases } from '../catalogue/value-kinds.ts';
import { bullets, inlineCode, paragraphs, sentence } from './markdown.ts';
import { type Word, wordsOf } from './words.ts';

/** A section: what it is for and which units have it. */
export function describeSection(section: SectionName): string {
	const kinds = unitKindNames.filter((kind) => (unitKinds[kind] as readonly SectionName[]).includes(section));
	const where =
		kinds.length === 0
			? 'no unit that systemd still knows'
			: kinds.length === unitKindNames.length
				? 'all units'
				: kinds.map((kind) => inlineCode(`.${kind}`)).join(', ');
	const since = sectionSince[section];
	return paragraphs([
		heading(section, owner(section)),
		sentence(sectionSummaries[section]),
		bullets([`In ${where}`, since === undefined ? undefined : `Known since systemd ${since}`]),
	]);
}

/** A directive: everything worth knowing before setting it, for a target release. */
export function describeDirective(directive: FoundDirective, section: SectionName, release: number): string {
	const url = manUrl(directive);
	return paragraphs([
		heading(directive.key, `[${section}]${section === 'X-Fleet' ? `, ${fleet}` : ''}`),
		sentence(directive.summary),
		directiveDetails[`${directive.table.name}.${directive.key}`],
		bullets(facts(directive, section, release)),
		url === undefined ? undefined : `[${directive.table.man}](${url})`,
	]);
}

/** A word of a directive's closed set: whose it is, and the others. */
export function describeWord(word: Word, directive: FoundDirective, section: SectionName, release: number): string {
	return paragraphs([
		heading(word.word, `a value of ${inlineCode(`${directive.key}=`)} in [${section}]`),
		sentence(directive.summary),
		bullets([
			sinceFact(word.since, release),
			`One of ${wordList(wordsOf(directive))}`,
			directive.default === undefined ? undefined : `Default: ${inlineCode(directive.default)}`,
		]),
	]);
}

/** A word that means `yes` or `no`. */
export function describeBoolean(meaning: 'yes' | 'no', directive: Directive): string {
	const others = meaning === 'yes' ? ['1', 'true', 'on'] : ['0', 'false', 'off'];
	return paragraphs([
		heading(meaning, `a value of ${inlineCode(`${directive.key}=`)}`),
		`systemd reads ${[meaning, ...others].map(inlineCode).join(', ')} alike.`,
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

const fleet = 'CoreOS fleet';

function owner(section: SectionName): string {
	return section === 'X-Fleet' ? `a section of ${fleet}` : 'a section of systemd';
}

function heading(name: string, what: string): string {
	return `**${name}** — ${what}`;
}

function facts(directive: FoundDirective, section: SectionName, release: number): readonly (string | undefined)[] {
	return [
		successorFact(directive),
		lostFact('removed', directive.removed, release),
		lostFact('without effect', directive.ignored, release),
		section === 'X-Fleet' ? undefined : sinceFact(sinceIn(directive, section), release),
		`Takes ${takes(directive)}`,
		directive.default === undefined ? undefined : `Default: ${inlineCode(directive.default)}`,
		repeatFact(directive),
	];
}

function successorFact({ aliasOf, replacedBy }: Directive): string | undefined {
	if (aliasOf !== undefined) return `**Renamed**: an old name of ${inlineCode(displayName(aliasOf))}`;
	return replacedBy === undefined ? undefined : `**Replaced** by ${inlineCode(displayName(replacedBy))}`;
}

/** `Unit.FailureAction` as `[Unit] FailureAction`. */
function displayName(name: string): string {
	return name.replace(/^(\w+)\./, '[$1] ');
}

function lostFact(what: string, lost: number | undefined, release: number): string | undefined {
	if (lost === undefined) return undefined;
	return lost <= release
		? `**Has no effect** in your target, systemd ${release}: ${what} since ${lost}`
		: `Works in your target, systemd ${release}; ${what} from ${lost} on`;
}

function sinceFact(since: number, release: number): string | undefined {
	if (since <= oldestRelease) return undefined;
	return since > release
		? `**Too new** for your target, systemd ${release}: known since ${since}`
		: `Known since systemd ${since}`;
}

function repeatFact({ repeat }: Directive): string {
	if (repeat === 'append') return 'Several lines add up';
	return repeat === 'reset-on-empty'
		? 'Several lines add up; an empty one clears those before it'
		: 'Of several lines the last one counts';
}

function wordList(words: readonly Word[]): string {
	return words
		.map(({ word, since }) => inlineCode(word) + (since > oldestRelease ? ` (since ${since})` : ''))
		.join(', ');
}
