// Conditions and asserts: `|` makes one of several, `!` negates, then what is asked for. systemd looks at paths only
// when it reads them; everything else it finds out when it starts the unit, and says nothing of words it does not know.

import { conditionSubjects } from './condition-subjects.ts';
import { type Flaw, toFault, type ValueFault } from './fault.ts';
import { wholeItems } from './items.ts';
import { emptyFaults, judgeExpanded } from './judge.ts';
import { judgeAfterPrefix } from './prefixed-path.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `ConditionPathExists=` and its like. */
export const conditionPath: ValueBehaviour = {
	check: checkPath,
	complete: (value, offset, context) =>
		subjectOf(context) === 'NeedsUpdate'
			? wholeItems(
					value,
					offset,
					context,
					['/etc', '/var'].map((label) => ({ label, detail: '' })),
				)
			: [],
	describe: (value) => describePrefix(value),
};

/** `ConditionArchitecture=` and its like, each with its own subject. */
export const conditionString: ValueBehaviour = {
	check: checkSubject,
	complete: (value, offset, context) => {
		const start = prefixLength(value);
		if (offset < start) return [];
		const drafts = conditionSubjects[subjectOf(context)]?.drafts ?? [];
		return drafts.map((draft) => ({ ...draft, replace: { start, end: value.length } }));
	},
	describe: (value) => describePrefix(value),
};

function checkPath(value: string, context: ValueContext): readonly ValueFault[] {
	if (value === '') return emptyFaults(context);
	const flaw = judgeExpanded(judgePathCondition, value, context);
	if (flaw === undefined) return noFaults;
	const swapped = /^!\|(.*)$/.exec(value)?.[1];
	return [
		toFault(swapped === undefined ? flaw : swappedFlaw(swapped), { start: 0, end: value.length }, 'skips-setting'),
	];
}

function judgePathCondition(text: string, context: ValueContext): Flaw | undefined {
	return judgeAfterPrefix(text, prefix, context) ?? judgeUpdate(text, context);
}

function swappedFlaw(rest: string): Flaw {
	return { what: '`|` must stand before `!`', instead: `|!${rest}`, certain: true, advice: 'swap them' };
}

const prefix = /^\|?!?/;

/** `ConditionVirtualization` → `Virtualization`. */
function subjectOf({ directive }: ValueContext): string {
	return directive.key.replace(/^(?:Condition|Assert)/, '');
}

function checkSubject(value: string, context: ValueContext): readonly ValueFault[] {
	if (value === '') return emptyFaults(context);
	const judge = conditionSubjects[subjectOf(context)]?.judge;
	const start = prefixLength(value);
	const flaw = judgeExpanded((text) => (text === '' ? undefined : judge?.(text, context)), value.slice(start), context);
	if (flaw === undefined) return noFaults;
	return [toFault(flaw, { start, end: value.length }, 'skips-setting')];
}

function prefixLength(value: string): number {
	return prefix.exec(value)?.[0].length ?? 0;
}

/** Only two folders can need an update. */
function judgeUpdate(text: string, context: ValueContext) {
	if (subjectOf(context) !== 'NeedsUpdate' || /^\|?!?\/(?:etc|var)\/?$/.test(text)) return undefined;
	return {
		what: 'only `/etc` and `/var` can need an update',
		advice: 'write one of them',
		effect: 'doubtful',
	} as const;
}

function describePrefix(value: string) {
	const marks = value.slice(0, prefixLength(value));
	if (marks === '') return undefined;
	const parts = [
		marks.includes('|') ? 'one of the conditions with `|` must hold' : '',
		marks.includes('!') ? 'must not hold' : '',
	];
	return { span: { start: 0, end: marks.length }, text: parts.filter((part) => part !== '').join('; ') };
}
