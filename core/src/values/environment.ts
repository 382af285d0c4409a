// Environment variables: assignments `"A=b c"`, names, and lists of either.

import { type Flaw, toFault, type ValueFault } from './fault.ts';
import { checkWords, effectOf, type Judge, type ListOptions } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `Environment=`. */
export const environmentAssignment: ValueBehaviour = {
	check: (value, context) => joinSpaced(value, checkAssignments(value, context), context),
	complete: () => noItems,
	describe: () => undefined,
};

/** `PassEnvironment=`. */
export const environmentName = listOf((text) => judgeName(text, 'a name'), { quoting: { unquote: true } });

/** `UnsetEnvironment=`. */
export const environmentNameOrAssignment = listOf(
	(text) => (text.includes('=') ? judgeAssignment(text) : judgeName(text, 'a name or an assignment')),
	{ quoting: { unquote: true, cUnescape: true } },
);

function listOf(judge: Judge, options: ListOptions): ValueBehaviour {
	return { check: checkWords(judge, options), complete: () => noItems, describe: () => undefined };
}

const checkAssignments = checkWords(judgeAssignment, { quoting: { unquote: true, cUnescape: true } });

const spaced = /(?:^|\s)([A-Za-z_]\w*)\s+=\s*(\S*)/;

/** `A = b` is three words and one slip. */
function joinSpaced(value: string, faults: readonly ValueFault[], context: ValueContext): readonly ValueFault[] {
	const match = faults.length < 2 ? null : spaced.exec(value);
	if (match === null) return faults;
	const [found, left = '', right = ''] = match;
	const end = match.index + found.length;
	const start = end - found.trimStart().length;
	const others = faults.filter(({ span }) => span.end <= start || span.start >= end);
	const flaw = { what: 'blanks stand around the `=`', advice: 'remove them', instead: `${left}=${right}` };
	return [toFault(flaw, { start, end }, effectOf(context, 'skips-item')), ...others];
}

const name = /^[A-Za-z_][A-Za-z0-9_]*$/;

function judgeAssignment(text: string): Flaw | undefined {
	const equals = text.indexOf('=');
	if (equals === -1) return missingEquals(text);
	const left = text.slice(0, equals);
	if (name.test(left)) return hasControl(text.slice(equals + 1)) ? controlFlaw : undefined;
	if (left === '') return { what: 'the name of the variable is missing', advice: 'remove the blanks around the `=`' };
	const part = { start: 0, end: equals };
	return { what: `\`${plain(left)}\` is no name of a variable`, part, advice: 'use letters, digits and `_`' };
}

function missingEquals(text: string): Flaw {
	if (text === 'export') return { what: '`export` belongs to the shell', instead: '', advice: 'remove it' };
	return {
		what: `\`${plain(text)}\` is no assignment`,
		advice: 'write `NAME=value`, in quotes if there are blanks in it',
	};
}

function judgeName(text: string, wanted: string): Flaw | undefined {
	return name.test(text)
		? undefined
		: { what: `\`${plain(text)}\` is not ${wanted} of a variable`, advice: 'use letters, digits and `_`' };
}

const controlFlaw: Flaw = { what: 'the value has a control character in it', advice: 'remove it' };

/** systemd lets tabs and line feeds pass. */
function hasControl(text: string): boolean {
	return /[\x01-\x08\x0b-\x1f\x7f]/.test(text);
}
