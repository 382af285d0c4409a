// What we say about a section, a directive or a word of it: heading, text, facts, link. Hover and the completion popup
// share it. Markdown; everything in it is from the catalogue and the texts, nothing from a unit file. Where a host hands
// in no texts, the one-sentence summaries stand in.

import { type FoundDirective, manUrl } from '../catalogue/lookup.ts';
import type { SectionName } from '../catalogue/section-name.ts';
import type { DirectiveText, Texts } from '../catalogue/texts/directive-text.ts';
import { sectionSince, sectionSummaries, unitKindNames, unitKinds } from '../catalogue/unit-kinds.ts';
import { directiveFacts, sinceFact, wordList } from './directive-facts.ts';
import { isManualPage } from './manual-page.ts';
import { bullets, codeBlock, escapeLines, inlineCode, paragraphs, sentence } from './markdown.ts';
import { placeInLife } from './service-life.ts';
import { type Word, wordsOf } from './words.ts';

/** What descriptions are made for and with. */
export interface Describing {
	/** The target release. */
	readonly release: number;
	readonly texts?: Texts | undefined;
	/** A link that opens a page of the manual on this machine, such as `systemd.service(5)`; absent where nothing does. */
	readonly manualLink?: ((page: string) => string) | undefined;
}

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
		heading(section, section === 'X-Fleet' ? `a section of ${fleet}` : 'a section of systemd'),
		sentence(sectionSummaries[section]),
		bullets([`In ${where}`, since === undefined ? undefined : `Known since systemd ${since}`]),
	]);
}

/** The card of a directive: everything worth knowing before setting it. */
export function describeDirective(directive: FoundDirective, section: SectionName, describing: Describing): string {
	const { release } = describing;
	const text = textOf(directive, describing);
	const url = manUrl(directive, release);
	return paragraphs([
		heading(directive.key, `[${section}]${section === 'X-Fleet' ? `, ${fleet}` : ''}`),
		text?.does ?? sentence(directive.summary),
		labelled('Without it', text?.without),
		labelled('Pitfall', text?.pitfall),
		codeBlock('ini', text?.example),
		placeInLife(directive, release),
		directiveFacts(directive, section, release, text?.bounds),
		manualLinks(directive, url, describing),
	]);
}

/** The manual on the web, and on this machine where it can be opened. */
function manualLinks(
	{ table }: FoundDirective,
	url: string | undefined,
	{ manualLink }: Describing,
): string | undefined {
	const local = isManualPage(table.man) ? manualLink?.(table.man) : undefined;
	if (url === undefined) return local && `[${table.man} in a terminal](${local})`;
	return `[${table.man}](${url})${local === undefined ? '' : ` · [in a terminal](${local})`}`;
}

/** A word of a directive's closed set: what it means, and the others. */
export function describeWord(
	word: Word,
	directive: FoundDirective,
	section: SectionName,
	describing: Describing,
): string {
	return paragraphs([
		heading(word.word, `a value of ${inlineCode(`${directive.key}=`)} in [${section}]`),
		textOf(directive, describing)?.words?.[word.word] ?? sentence(directive.summary),
		bullets([
			sinceFact(word.since, describing.release),
			`One of ${wordList(wordsOf(directive))}`,
			directive.default === undefined ? undefined : `Default: ${inlineCode(directive.default)}`,
		]),
	]);
}

/** A word that means `yes` or `no`. */
export function describeBoolean(
	meaning: 'yes' | 'no',
	directive: FoundDirective,
	section: SectionName,
	describing: Describing,
): string {
	const others = meaning === 'yes' ? ['1', 'true', 'on'] : ['0', 'false', 'off'];
	return paragraphs([
		heading(meaning, `a value of ${inlineCode(`${directive.key}=`)} in [${section}]`),
		textOf(directive, describing)?.words?.[meaning],
		`systemd reads ${[meaning, ...others].map(inlineCode).join(', ')} alike.`,
	]);
}

/** A value with what its kind says of it. */
export function describeNote(value: string, note: string, directive: FoundDirective, section: SectionName): string {
	return paragraphs([
		`**${inlineCode(value)}** — a value of ${inlineCode(`${directive.key}=`)} in [${section}]`,
		escapeLines(note),
	]);
}

const fleet = 'CoreOS fleet';

function textOf({ key, table }: FoundDirective, { texts }: Describing): DirectiveText | undefined {
	return texts?.[table.name]?.[key];
}

function heading(name: string, what: string): string {
	return `**${name}** — ${what}`;
}

function labelled(label: string, text: string | undefined): string | undefined {
	return text === undefined ? undefined : `**${label}:** ${text}`;
}
