// Arguments → the units of a cluster that they mean: names, globs such as `web@*`, and choices such as `web@{1..5}`.

import { isGlob, isMalformedGlob, matchGlob } from '../../../core/src/fleet/glob.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { expandBraces } from './braces.ts';
import { toUnitName } from './unit-names.ts';

/** What arguments came to. */
export interface Selection {
	/** Names of units that are there, each once, in the order of the arguments; those of one glob by name. */
	readonly names: readonly string[];
	/** Whole names and globs that mean no unit. */
	readonly missing: readonly string[];
}

/** The units among `known` that arguments mean. Throws `RangeError` where one stands for far too many names. */
export function selectUnits(args: readonly string[], known: readonly string[]): Selection {
	const names = new Set<string>();
	const missing = new Set<string>();
	for (const wanted of args.flatMap(expandBraces)) {
		const found = isGlob(wanted) ? matchingUnits(wanted, known) : known.filter((name) => name === toUnitName(wanted));
		for (const name of found) names.add(name);
		if (found.length === 0) missing.add(isGlob(wanted) ? wanted : toUnitName(wanted));
	}
	return { names: [...names], missing: [...missing] };
}

/**
 * The names that a glob matches, as a whole or without `.service`, by name. Templates are left out: `web@*` means
 * what runs, and its template is named where it is meant.
 */
export function matchingUnits(glob: string, known: readonly string[]): readonly string[] {
	const matches = (name: string) => matchGlob(glob, name) || matchGlob(glob, name.replace(/\.service$/, ''));
	return known.filter((name) => splitUnitName(name)?.isTemplate !== true && matches(name)).sort();
}

/** What is wrong with an argument as a glob; `undefined` for names and for globs that can be read. */
export function globFault(argument: string): string | undefined {
	if (!isGlob(argument) || !isMalformedGlob(argument)) return undefined;
	return `\`${argument}\` is no glob that can be read; close each \`[\` and end no glob in \`\\\``;
}
