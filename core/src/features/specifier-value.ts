// What a specifier becomes in the unit at hand, as far as the file's name and systemd's own constants tell.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import { expandLetter } from '../values/specifiers.ts';
import type { ValueContext } from '../values/value-kind.ts';

/** What a letter after `%` becomes. */
export interface SpecifierValue {
	readonly text: string;
	/** For a template: the instance of it that the text is for. */
	readonly instance?: string;
	/** The manager of a user has another. */
	readonly ofManager: boolean;
}

/** The value of a letter, for a template in one of its instances; `undefined` for what only the machine knows. */
export function specifierValue(letter: string, context: ValueContext): SpecifierValue | undefined {
	const ofManager = /[CDEGLSUYdghstuy]/.test(letter);
	const text = expandLetter(letter, context);
	if (text !== undefined) return { text, ofManager };
	const instance = context.file && sampleInstance(context.file);
	const sample = instance && expandLetter(letter, { ...context, file: instance });
	return sample === undefined ? undefined : { text: sample, instance: instance?.unit ?? '', ofManager };
}

/** An instance of a template; `undefined` for files of another kind. */
function sampleInstance({ unit, instance, ...file }: UnitFileName): UnitFileName | undefined {
	return instance === '' ? { ...file, unit: unit.replace('@.', '@1.'), instance: '1' } : undefined;
}
