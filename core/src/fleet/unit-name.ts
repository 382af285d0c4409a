// Names of units as fleet judges and takes them apart. It knows fewer characters than systemd.unit(5) and other kinds;
// that some kinds it accepts never run is said elsewhere.

import { quoteCharacter, quoteText } from './go-quote.ts';
import { type FleetRelease, isFleetAtLeast, latestFleetRelease } from './model.ts';
import { byteLength } from './utf8.ts';

/** The parts of a unit's name: `prefix` + `suffix`, or `prefix` + `@` + `instance` + `suffix`. */
export interface UnitNameParts {
	/** Up to the first `@`, or the whole stem. */
	readonly prefix: string;
	/** After the first `@`; `''` of a template, absent without an `@`. */
	readonly instance: string | undefined;
	/** From the last dot on: `.service`. */
	readonly suffix: string;
	/** `web@.service` */
	readonly isTemplate: boolean;
	/** `web@1.service` */
	readonly isInstance: boolean;
}

/** Why fleet refuses a name for a unit, in fleet's own words; `undefined` if it takes it. `0.8` stands for v0.8.3. */
export function unitNameFault(name: string, release: FleetRelease = latestFleetRelease): string | undefined {
	return lengthFault(name) ?? suffixFault(name, release) ?? characterFault(name);
}

/** Takes a name apart; `undefined` if it has no dot. Whether fleet accepts the name is not asked. */
export function splitUnitName(name: string): UnitNameParts | undefined {
	const dot = name.lastIndexOf('.');
	if (dot === -1) return undefined;
	const stem = name.slice(0, dot);
	const at = stem.indexOf('@');
	const prefix = at === -1 ? stem : stem.slice(0, at);
	const instance = at === -1 ? undefined : stem.slice(at + 1);
	return { prefix, instance, suffix: name.slice(dot), isTemplate: instance === '', isInstance: Boolean(instance) };
}

/** The name of the template that an instance is made from; `undefined` for names that are no instance's. */
export function templateName(name: string): string | undefined {
	const parts = splitUnitName(name);
	return parts?.isInstance ? `${parts.prefix}@${parts.suffix}` : undefined;
}

const longestName = 256;

const kinds = new Set(
	'automount busname device mount path scope service slice snapshot socket swap target timer'.split(' '),
);

/** The kinds that may be templates, since v1.0.0. */
const templateKinds = new Set(['path', 'service', 'socket', 'target', 'timer']);

function lengthFault(name: string): string | undefined {
	if (name === '') return 'unit name cannot be empty';
	return byteLength(name) > longestName ? `unit name exceeds maximum length (${longestName})` : undefined;
}

function suffixFault(name: string, release: FleetRelease): string | undefined {
	const kind = splitUnitName(name)?.suffix.slice(1);
	if (kind === undefined) return 'unit name must contain "."';
	if (kind === '') return 'unit name cannot end in "."';
	if (!kinds.has(kind)) return `invalid unit type: ${quoteText(kind)}`;
	const restricted = isFleetAtLeast(release, '1.0') && name.includes('@') && !templateKinds.has(kind);
	return restricted ? `invalid unit type for template: ${quoteText(kind)}` : undefined;
}

function characterFault(name: string): string | undefined {
	const stem = name.slice(0, name.lastIndexOf('.'));
	const strange = Array.from(stem).find((char) => !/^[0-9A-Za-z:\-_.\\@]$/.test(char));
	if (strange !== undefined) return `invalid character ${quoteCharacter(strange)} in unit name`;
	return name.startsWith('@') ? 'unit name cannot start in "@"' : undefined;
}
