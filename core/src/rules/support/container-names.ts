// Whether two names of containers, as units write them, are the same: `%n`, `%p@%i.service` and the full name are one
// in their own unit. What only the shell or the environment knows stays open.

import type { UnitFileName } from '../../catalogue/unit-file-name.ts';
import { hasTemplateMark } from './template-text.ts';
import type { ContainerUse } from './unit-commands.ts';

/** What is known of two names. `unknown`: a variable or a command stands in one of them. */
export type NameRelation = 'same' | 'other' | 'unknown';

/** A name as it is written, and as it stands for comparing. */
export interface ContainerName {
	readonly text: string;
	readonly span: { readonly start: number; readonly end: number };
}

/** Compares two names as systemd hands them on, in a unit of this name. */
export function compareNames(a: string, b: string, file: UnitFileName | undefined): NameRelation {
	const [left, right] = [plainName(a, file), plainName(b, file)];
	if (left === right) return 'same';
	if (/[$`]/.test(left + right) || hasTemplateMark(left + right)) return 'unknown';
	return file === undefined && /%[nNpPiIj]/.test(left + right) ? 'unknown' : 'other';
}

/** The name that `run` or `create` gives with `--name`. */
export function givenName({ container }: ContainerUse): ContainerName | undefined {
	const value = container.options.findLast(({ name }) => name === 'name')?.value;
	return value && value.text !== '' && !hasTemplateMark(value.text) ? value : undefined;
}

/** Whether a command kills, stops or removes containers by names that can all be read. */
export function namesOf({ container }: ContainerUse): readonly ContainerName[] {
	return container.complete ? container.operands : [];
}

/** Whether a name means the same in another command of the unit. A variable of a script is not known outside. */
export function isKnownOutside({ script }: ContainerUse, name: string): boolean {
	return /^[\w.%@:${}-]+$/.test(name) && (script === undefined || !name.includes('$'));
}

function plainName(text: string, file: UnitFileName | undefined): string {
	const braceless = text.replace(/\$\{(\w+)\}/g, '$$$1').replace(/^\//, '');
	return file === undefined ? braceless : expand(braceless, file);
}

// In a template, the instance stays `%i`. Unescaped names are taken for the escaped ones: few units need to tell.
function expand(text: string, file: UnitFileName): string {
	const instance = file.instance === '' ? '%i' : (file.instance ?? '');
	const stem = file.instance === undefined ? file.prefix : `${file.prefix}@${instance}`;
	const values: Readonly<Record<string, string>> = {
		n: `${stem}.${file.kind ?? 'service'}`,
		N: stem,
		p: file.prefix,
		P: file.prefix,
		i: instance,
		I: instance,
		'%': '%',
	};
	return text.replace(/%([A-Za-z%])/g, (whole, letter: string) => values[letter] ?? whole);
}
