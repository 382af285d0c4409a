// The options of a unit that fleet must not be sent: they crash its API, are read back as other options, cannot be read
// back at all, or exclude each other. fleet checks some of that, but not over a unit that exists.

import { canonicalText } from '../../core/src/fleet/canonical.ts';
import { longestLine } from '../../core/src/fleet/line-limit.ts';
import type { UnitOption } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { byteLength } from '../../core/src/fleet/utf8.ts';
import { validateOptions } from '../../core/src/fleet/validate.ts';
import type { Danger } from './guards.ts';

/** Why a unit with these options must not be sent; `undefined` where it may. */
export function optionsDanger(options: readonly UnitOption[]): Danger | undefined {
	// In this order, because each check relies on those before it.
	return (
		shapeDanger(options) ??
		emptinessDanger(options) ??
		first(options, encodingDanger) ??
		first(options, newlineDanger) ??
		lineDanger(options) ??
		fleetsOwn(options) ??
		readBackDanger(options)
	);
}

function first(
	options: readonly UnitOption[],
	dangerOf: (option: UnitOption) => Danger | undefined,
): Danger | undefined {
	for (const option of options) {
		const danger = dangerOf(option);
		if (danger !== undefined) return danger;
	}
	return undefined;
}

function shapeDanger(options: unknown): Danger | undefined {
	if (!Array.isArray(options)) return { message: 'a unit needs a list of options' };
	const strange = options.findIndex((option) => !isOption(option));
	if (strange === -1) return undefined;
	return { message: `option ${strange + 1} has no section, name and value; it would crash the handler of fleet's API` };
}

function isOption(option: unknown): boolean {
	if (typeof option !== 'object' || option === null) return false;
	const { section, name, value } = option as Partial<Record<keyof UnitOption, unknown>>; // An object, checked just now.
	return [section, name, value].every((text) => typeof text === 'string');
}

function emptinessDanger(options: readonly UnitOption[]): Danger | undefined {
	return options.length === 0 ? { message: 'a unit without options is none; fleet does not create it' } : undefined;
}

function encodingDanger(option: UnitOption): Danger | undefined {
	const { section, name, value } = option;
	if (![section, name, value].some((text) => /\p{Surrogate}/u.test(text))) return undefined;
	return {
		message: `${placeOf(option)} has bytes that are no UTF-8; other characters would be stored in their place`,
		advice: 'save the file as UTF-8',
	};
}

function newlineDanger(option: UnitOption): Danger | undefined {
	if (!/(?<!\\)\n/.test(option.value)) return undefined;
	return {
		message: `${placeOf(option)} has a line break without a \`\\\` before it; fleet would read what follows as options of their own`,
		advice: 'end the line with a `\\`, or make it an option',
	};
}

// fleet overlooks some overlong lines, depending on where its buffer ends; once stored, nobody can tell.
function lineDanger(options: readonly UnitOption[]): Danger | undefined {
	const lines = canonicalText(options).split('\n');
	const long = lines.find((line) => line.length * 3 >= longestLine && byteLength(line) >= longestLine);
	if (long === undefined) return undefined;
	return {
		message: `the line that begins with \`${long.slice(0, 40)}\` has ${byteLength(long)} bytes; from ${longestLine} on, fleet cannot read the unit back, and nobody can change or destroy it any more`,
		advice: 'break the line with a `\\`',
	};
}

function fleetsOwn(options: readonly UnitOption[]): Danger | undefined {
	const fault = validateOptions(options);
	if (fault === undefined) return undefined;
	const hint = fault.includes('Peers') ? ' (Peers is `MachineOf=`)' : '';
	return { message: `fleet takes no such unit: ${fault}${hint}; over one that exists it would store it unchecked` };
}

// fleet strips blanks around values, for example, and a backslash at the end of a value takes the next option in.
function readBackDanger(options: readonly UnitOption[]): Danger | undefined {
	const { options: back } = readOptions(canonicalText(options));
	const sections = [...new Set(options.map(({ section }) => section))];
	const stored = sections.flatMap((section) => options.filter((option) => option.section === section));
	const odd = stored.find((option, index) => !isSame(option, back[index]));
	return odd && { message: `${placeOf(odd)} would be read back as something else; fleet keeps units as text` };
}

function isSame(one: UnitOption, other: UnitOption | undefined): boolean {
	return one.section === other?.section && one.name === other.name && one.value === other.value;
}

function placeOf({ section, name }: UnitOption): string {
	return `\`${name}=\` in [${section}]`;
}
