// Users and groups, by name or number (valid_user_group_name() of systemd in its lenient way).

import { byteLength } from '../syntax/byte-length.ts';
import type { Flaw } from './fault.ts';
import { checkWhole, checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `User=` and its like. */
export const user: ValueBehaviour = {
	check: checkWhole(judgeUser),
	complete: (value) => [{ label: 'root', detail: 'the administrator', replace: { start: 0, end: value.length } }],
	describe: () => undefined,
};

/** `Group=` and `SupplementaryGroups=`. */
export const group: ValueBehaviour = {
	check: (value, context) => (context.directive.list === undefined ? checkOne : checkList)(value, context),
	complete: () => noItems,
	describe: () => undefined,
};

const checkOne = checkWhole(judgeUser);
const checkList = checkWords(judgeUser, {
	quoting: { unquote: true, retainEscape: true, relax: true },
});

// Both stand for “no user” in the kernel, one of them for 16 bits.
const noUser: ReadonlySet<number> = new Set([0xffff, 0xffffffff]);

function judgeUser(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const noun = /Group/.test(directive.key) ? 'group' : 'user';
	if (/^\d+$/.test(text))
		return isId(text) ? undefined : { what: `\`${plain(text)}\` is no number of a ${noun}`, advice: 'write another' };
	const wrong = /^-?\d*$/.test(text) || text === '.' || text === '..' || /[:/\x00-\x1f\x7f]/.test(text);
	if (text === 'nobody' && noun === 'user' && release >= nobodyWarnedSince) return nobodyFlaw;
	if (!wrong && byteLength(text) <= 256 && text.trim() === text) return undefined;
	return { what: `\`${plain(text)}\` is no name of a ${noun}`, advice: 'write a name, or a number' };
}

/** First release that logs a warning for this user. */
const nobodyWarnedSince = 246;

const nobodyFlaw: Flaw = {
	what: '`nobody` is shared by many programs, which systemd warns of',
	advice: 'use `DynamicUser=`, or a user of its own',
	effect: 'doubtful',
};

function isId(text: string): boolean {
	const number = Number(text);
	return number <= 0xffffffff && !noUser.has(number) && (text === '0' || !text.startsWith('0'));
}
