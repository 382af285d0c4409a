// Environment variables: assignments `"A=b c"`, names, and lists of either.

import type { Flaw } from './fault.ts';
import { checkWords, type Judge, type ListOptions } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `Environment=`. */
export const environmentAssignment = listOf(judgeAssignment, {
	quoting: { unquote: true, cUnescape: true },
});

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
	if (text === 'export') return { what: '`export` belongs to the shell', advice: 'remove it' };
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
