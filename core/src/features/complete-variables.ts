// Completion behind a `$` in a command: the variables that the unit sets, and those that systemd sets for it.

import { oldestRelease } from '../catalogue/directive.ts';
import { serviceVariables } from '../catalogue/service-variables.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { ValueContext, ValueItem } from '../values/value-kind.ts';
import { assignmentsOf } from './assignments.ts';
import { shorten } from './markdown.ts';
import { dotted } from './phrases.ts';

/** Variables for the caret at an index of a command; `undefined` where no `$` has been begun. */
export function variableItems(
	unit: UnitFile,
	value: string,
	index: number,
	{ directive, release }: ValueContext,
): readonly ValueItem[] | undefined {
	if (directive.value !== 'command-line') return undefined;
	const [, mark, typed] = /(?:^|[^$])(?:\$\$)*\$(\{?)(\w*)$/.exec(value.slice(0, index)) ?? [];
	if (mark === undefined || typed === undefined) return undefined;
	const rest = /^\w*/.exec(value.slice(index))?.[0].length ?? 0;
	const replace = { start: index - typed.length - mark.length - 1, end: index + rest };
	const close = mark === '' || value.charAt(replace.end) === '}' ? '' : '}';
	return variablesOf(unit, release).map(({ name, detail }) => {
		return { label: `$${name}`, detail, insert: `$${mark}${name}${close}`, replace };
	});
}

interface Variable {
	readonly name: string;
	readonly detail: string;
}

/** The unit's own first; what it sets itself is not offered again as systemd's. */
function variablesOf(unit: UnitFile, release: number): readonly Variable[] {
	const own = assignmentsOf(unit);
	const known = Object.entries(serviceVariables).filter(
		([name, { since = oldestRelease }]) => since <= release && !own.has(name),
	);
	return [
		...Array.from(own, ([name, value]) => ({ name, detail: dotted([shorten(value, 60), 'set here']) })),
		...known.map(([name, { meaning }]) => ({ name, detail: meaning.replaceAll('`', '') })),
	];
}
