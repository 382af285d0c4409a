// Filters of system calls: names and `@groups`, with a leading `~` what is forbidden; then each may have an error of
// its own: `~@mount:EPERM` (config_parse_syscall_filter() of systemd).

import { nearest } from '../catalogue/nearest.ts';
import { type SyscallGroup, syscallGroups } from '../catalogue/syscall-groups.ts';
import { knownSyscalls, membersOf } from '../catalogue/syscalls.ts';
import { errorNumberDrafts, errorNumberFlaw, readErrorNumber } from './error-number.ts';
import type { Flaw, ValueFault } from './fault.ts';
import { type ItemDraft, wordItems, wordSpanAt } from './items.ts';
import { emptyFaults, judgeWords } from './judge.ts';
import { plain } from './quote.ts';
import { tooNewFlaw, wordDrafts } from './unknown-word.ts';
import type { ValueBehaviour, ValueContext, ValueItem } from './value-kind.ts';

/** `SystemCallFilter=` and `SystemCallLog=`; of the latter, no call has an error. */
export const syscallFilter: ValueBehaviour = {
	check: checkFilter,
	complete: completeCall,
	describe: (value, offset) => {
		const span = wordSpanAt(value, offset, /[\s~:]/);
		const name = value.slice(span.start, span.end);
		const group = syscallGroups[name];
		return group && { span, text: describeGroup(name, group) };
	},
};

function checkFilter(value: string, context: ValueContext): readonly ValueFault[] {
	if (value === '') return emptyFaults(context);
	const forbids = value.startsWith('~');
	const judge = context.directive.key === 'SystemCallLog' ? judgeCall : forbids ? judgeForbidden : judgeAllowed;
	return judgeWords(value, forbids ? 1 : 0, judge, { quoting: {} }, context);
}

/** First release that complains of errors of calls that are allowed. */
const errorsOfAllowedSince = 252;

function judgeAllowed(text: string, context: ValueContext): Flaw | undefined {
	const colon = text.indexOf(':');
	if (colon === -1) return judgeCall(text, context);
	const wrong = judgeForbidden(text, context);
	if (wrong !== undefined || context.release < errorsOfAllowedSince) return wrong;
	const part = { start: colon, end: text.length };
	return {
		what: 'a call that is allowed has no error',
		part,
		instead: '',
		advice: 'remove it, or forbid calls with a leading `~`',
	};
}

function judgeForbidden(text: string, context: ValueContext): Flaw | undefined {
	const colon = text.indexOf(':');
	if (colon === -1) return judgeCall(text, context);
	const call = judgeCall(text.slice(0, colon), context);
	if (call !== undefined) return { ...call, part: { start: 0, end: colon } };
	const error = text.slice(colon + 1);
	if (error === 'kill' || readErrorNumber(error) !== undefined) return undefined;
	return { ...errorNumberFlaw(error), part: { start: colon + 1, end: text.length } };
}

function judgeCall(text: string, { release }: ValueContext): Flaw | undefined {
	if (text.startsWith('@')) return judgeGroup(text, release);
	if (knownSyscalls().has(text)) return undefined;
	const what = `\`${plain(text)}\` is no system call that systemd knows`;
	const near = `@${text}` in syscallGroups ? `@${text}` : nearest(text, knownSyscalls());
	return near === undefined ? { what, advice: 'check the name' } : { what, instead: near };
}

function judgeGroup(text: string, release: number): Flaw | undefined {
	const group = syscallGroups[text];
	if (group !== undefined) return group.since <= release ? undefined : tooNewFlaw(text, group.since, release);
	const what = `\`${plain(text)}\` is no group of system calls`;
	const near = nearest(text, Object.keys(syscallGroups));
	return near === undefined ? { what, advice: 'check the name' } : { what, instead: near };
}

function describeGroup(name: string, { meaning }: SyscallGroup): string {
	const members = membersOf(name).join(' ');
	return members === '' ? meaning : `${meaning}: ${members}`;
}

function completeCall(value: string, offset: number, context: ValueContext): readonly ValueItem[] {
	const replace = wordSpanAt(value, offset, /[\s~:]/);
	if (value.charAt(replace.start - 1) !== ':') return wordItems(value, offset, context, drafts(), /[\s~:]/);
	return errorNumberDrafts.map((draft) => ({ ...draft, replace }));
}

function drafts(): readonly ItemDraft[] {
	const groups = Object.entries(syscallGroups).map(([label, { meaning, since }]) => ({
		label,
		detail: meaning,
		since,
	}));
	const calls = [...knownSyscalls()].filter((name) => !name.startsWith('@'));
	return [...groups, ...wordDrafts(calls)];
}
