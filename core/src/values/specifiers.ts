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

/**
 * The text with its specifiers filled in as the system manager does it. `undefined` where that takes a machine: the
 * version of its kernel, or the instance of a template.
 */
export function expandSpecifiers(text: string, context: ValueContext): string | undefined {
	let expanded = '';
	let from = 0;
	for (let at = text.indexOf('%'); at !== -1; at = text.indexOf('%', from)) {
		const letter = text.charAt(at + 1);
		const value = isSpecifierLetter(letter) || letter === '%' ? expandLetter(letter, context) : `%${letter}`;
		if (value === undefined) return undefined;
		expanded += text.slice(from, at) + value;
		from = at + 2;
	}
	return expanded + text.slice(from);
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
