// Absolute paths with prefixes: `-` for what may be missing, `+` for what is counted from the unit's own root.

import type { Flaw } from './fault.ts';
import { checkWhole, checkWords } from './judge.ts';
import { judgePath } from './path.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `ReadWritePaths=` and its like: a list, `-` before `+`. */
export const prefixedPaths: ValueBehaviour = {
	check: checkWords((text, context) => judgeAfterPrefix(text, /^-?\+?/, context), {
		quoting: { unquote: true, retainEscape: true },
	}),
	complete: () => noItems,
	describe: (value) => describePrefix(value),
};

/** `EnvironmentFile=`. */
export const optionalPath: ValueBehaviour = {
	check: checkWhole((text, context) => judgeAfterPrefix(text, /^-?/, context)),
	complete: () => noItems,
	describe: (value) => describePrefix(value),
};

/** `WorkingDirectory=`: `~` is the user's home. */
export const workingDirectory: ValueBehaviour = {
	check: checkWhole((text, context) => {
		if (text === '~' || text === '-~') return undefined;
		const flaw = judgeAfterPrefix(text, /^-?/, context);
		return flaw !== undefined && text.startsWith('-') ? { ...flaw, effect: 'skips-setting' } : flaw;
	}),
	complete: (value, _offset, context) =>
		value === '' && context.release >= 227
			? [{ label: '~', detail: "the user's home", replace: { start: 0, end: 0 } }]
			: noItems,
	describe: (value) => describePrefix(value),
};

/** What is wrong after the prefixes that a kind has. */
export function judgeAfterPrefix(text: string, prefix: RegExp, context: ValueContext): Flaw | undefined {
	const length = prefix.exec(text)?.[0].length ?? 0;
	const path = text.slice(length);
	if (path === '') return { what: 'the path is missing', advice: 'write one' };
	const flaw = judgePath(path, context);
	if (flaw === undefined) return undefined;
	if (/^\+-\//.test(text))
		return { what: '`-` stands after `+`', instead: `-+${text.slice(2)}`, certain: true, advice: 'swap them' };
	const blanks = /^\s*(?=\/)/.exec(path)?.[0].length ?? 0;
	const part = { start: length, end: text.length };
	if (blanks > 0)
		return {
			what: 'a blank stands between the prefix and the path',
			part,
			instead: path.trim(),
			certain: true,
			advice: 'remove it',
		};
	return { ...flaw, part };
}

function describePrefix(value: string) {
	if (!value.startsWith('-')) return undefined;
	return { span: { start: 0, end: 1 }, text: 'no error if the path does not exist' };
}
