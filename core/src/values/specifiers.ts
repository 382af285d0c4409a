// Specifiers in values: which of them the release does not read there, and what those become that follow from the
// file's name or are the same everywhere. What depends on the machine is taken for granted.

import { specifiers, specifiersAreStrictSince } from '../catalogue/specifiers.ts';
import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { Flaw } from './fault.ts';
import { unescapePath, unescapeUnitName } from './unit-name-escapes.ts';
import type { ValueContext } from './value-kind.ts';

/** A specifier in a text that the release does not read there; the first one. */
export function specifierFlaw(text: string, context: ValueContext): Flaw | undefined {
	const { release } = context;
	if (release < specifiersAreStrictSince) return undefined;
	for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', at + 2)) {
		const letter = text.charAt(at + 1);
		if (!isSpecifierLetter(letter) || firstRelease(letter, context) <= release) continue;
		return { ...unknownFlaw(letter, context), part: { start: at, end: at + 2 } };
	}
	return undefined;
}

/** A text with its specifiers filled in. */
export interface Expanded {
	readonly text: string;
	/** Some are filled in with what such a thing looks like: only a machine knows its own ID. */
	readonly likeness: boolean;
}

/**
 * The text with its specifiers filled in as the system manager does it. `undefined` where nobody knows what that looks
 * like: the instance of a template, the version of an OS.
 */
export function expandSpecifiers(text: string, context: ValueContext): Expanded | undefined {
	let expanded = '';
	let likeness = false;
	let from = 0;
	for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', from)) {
		const letter = text.charAt(at + 1);
		const known = isSpecifierLetter(letter) || letter === '%' ? expandLetter(letter, context) : `%${letter}`;
		const value = known ?? likenesses[letter];
		if (value === undefined) return undefined;
		likeness ||= known === undefined;
		expanded += text.slice(from, at) + value;
		from = at + 2;
	}
	return { text: expanded + text.slice(from), likeness };
}

/** What one letter after `%` becomes, as far as the file's name and systemd's own constants tell. */
export function expandLetter(letter: string, { file }: ValueContext): string | undefined {
	const constant = constants[letter];
	if (constant !== undefined) return constant;
	return file === undefined || !namesOneUnit(file) ? undefined : fromName(letter, file);
}

/** Whether a file is of one unit: no template, and no drop-in for many. */
function namesOneUnit({ instance, dropIn, prefix }: UnitFileName): boolean {
	return instance !== '' && !(dropIn && (prefix === '' || prefix.endsWith('-')));
}

// The directories of the system manager; those of a user's manager are absolute paths, too.
const constants: Readonly<Record<string, string>> = {
	'%': '%',
	C: '/var/cache',
	D: '/usr/share/',
	E: '/etc',
	G: '0',
	L: '/var/log',
	S: '/var/lib',
	T: '/tmp',
	U: '0',
	V: '/var/tmp',
	Y: '/etc/systemd/system',
	g: 'root',
	h: '/root',
	s: '/bin/sh',
	t: '/run',
	u: 'root',
};

/** What these look like on every machine: enough to tell a path from a name. */
const likenesses: Readonly<Record<string, string>> = {
	H: 'host',
	b: 'd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0',
	l: 'host',
	m: 'd0d0d0d0d0d0d0d0d0d0d0d0d0d0d0d0',
	v: '6.1.0-amd64',
};

function fromName(letter: string, { unit, prefix, instance = '' }: UnitFileName): string | undefined {
	const last = prefix.slice(prefix.lastIndexOf('-') + 1);
	switch (letter) {
		case 'n':
			return unit;
		case 'N':
			return unit.slice(0, unit.lastIndexOf('.'));
		case 'p':
			return prefix;
		case 'P':
			return unescapeUnitName(prefix);
		case 'i':
			return instance;
		case 'I':
			return unescapeUnitName(instance);
		case 'j':
			return last;
		case 'J':
			return unescapeUnitName(last);
		case 'f':
			return unescapePath(instance === '' ? prefix : instance);
		case 'd':
			return `/run/credentials/${unit}`;
		case 'y':
			return `/etc/systemd/system/${unit}`;
		default:
			return undefined;
	}
}

function isSpecifierLetter(letter: string): boolean {
	return /^[A-Za-z0-9]$/.test(letter);
}

function firstRelease(letter: string, { directive }: ValueContext): number {
	const table = directive.specifiers;
	return (table && specifiers[letter]?.[table]) ?? Number.POSITIVE_INFINITY;
}

function unknownFlaw(letter: string, context: ValueContext): Flaw {
	const since = firstRelease(letter, context);
	const known = specifiers[letter];
	const advice = `write \`%%${letter}\` for a percent sign`;
	if (since !== Number.POSITIVE_INFINITY) {
		return { what: `\`%${letter}\` came with systemd ${since}, and ${context.release} does not know it` };
	}
	return known === undefined
		? { what: `\`%${letter}\` is no specifier`, advice }
		: { what: `\`%${letter}\` (${known.meaning}) is not read in \`${context.directive.key}=\``, advice };
}
