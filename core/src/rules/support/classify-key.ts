// What a key is to its section: known, or which of the usual slips. Each slip has a rule; the answer is found once.

import { directivesOf, type FoundDirective, sectionsOf, sectionsWith, worksIn } from '../../catalogue/lookup.ts';
import { nearest } from '../../catalogue/nearest.ts';
import type { SectionName } from '../../catalogue/section-name.ts';
import type { LintContext } from '../settings.ts';

/** What a key is, with what a rule needs to say so. */
export type KeyClass =
	| { readonly kind: 'known'; readonly directive: FoundDirective }
	/** `X-…`: for other programs. */
	| { readonly kind: 'foreign' }
	/** `ExecStop-`: a prefix of the value on the wrong side of the `=`. */
	| { readonly kind: 'misplaced-prefix'; readonly key: string; readonly prefix: string }
	| { readonly kind: 'miscased'; readonly key: string }
	/** Right in other sections; `here` are those that this unit's kind has, best first. */
	| { readonly kind: 'misplaced'; readonly here: readonly SectionName[]; readonly anywhere: readonly SectionName[] }
	| { readonly kind: 'unknown'; readonly near: string | undefined };

/** Classifies a key by its section and the unit's kind; the first that fits, in the order of the type. */
export function classifyKey(section: SectionName, key: string, context: LintContext): KeyClass {
	const known = directivesOf(section);
	const directive = known.get(key);
	if (directive !== undefined) return { kind: 'known', directive };
	if (key.startsWith('X-') && section !== 'X-Fleet') return { kind: 'foreign' };
	return withPrefix(known, key) ?? miscased(known, key) ?? misplaced(key, context) ?? unknown(section, key, context);
}

function withPrefix(known: ReadonlyMap<string, FoundDirective>, key: string): KeyClass | undefined {
	const [, before = '', name = '', after = ''] = /^([-@+!:|]*)(.*?)\s*([-@+!:|]*)$/.exec(key) ?? [];
	const prefix = before + after;
	const directive = known.get(name);
	return prefix !== '' && directive?.value === 'command-line'
		? { kind: 'misplaced-prefix', key: name, prefix }
		: undefined;
}

function miscased(known: ReadonlyMap<string, FoundDirective>, key: string): KeyClass | undefined {
	const lower = key.toLowerCase();
	const right = [...known.keys()].find((candidate) => candidate.toLowerCase() === lower);
	return right === undefined ? undefined : { kind: 'miscased', key: right };
}

function misplaced(key: string, { file }: LintContext): KeyClass | undefined {
	const anywhere = sectionsWith(undefined, key).filter((section) => section !== 'BusName');
	if (anywhere.length === 0) return undefined;
	const here = anywhere.filter((section) => sectionsOf(file?.kind).includes(section));
	return { kind: 'misplaced', here: file?.kind === undefined ? [] : here, anywhere };
}

/** Keys that the target release reads are the better guess; among them the nearest, under its present name. */
function unknown(section: SectionName, key: string, { release }: LintContext): KeyClass {
	const known = directivesOf(section);
	const working = [...known.values()].filter((directive) => worksIn(directive, section, release));
	const near = nearest(
		key,
		working.map((directive) => directive.key),
	);
	const present = near && known.get(near)?.aliasOf;
	return { kind: 'unknown', near: present !== undefined && known.has(present) ? present : near };
}
