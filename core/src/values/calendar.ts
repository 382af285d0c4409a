// Calendar expressions: `daily`, `Mon..Fri 09:00`, `*-*-1 00:00 UTC`.

import { calendarShorthands, weekdayNames } from '../catalogue/calendar-words.ts';
import { nearest } from '../catalogue/nearest.ts';
import { nextElapse } from './calendar-next.ts';
import { parseCalendar } from './calendar-parse.ts';
import { printCalendar } from './calendar-print.ts';
import type { CalendarRule } from './calendar-rule.ts';
import type { Flaw } from './fault.ts';
import { type ItemDraft, wholeItems } from './items.ts';
import { checkWhole } from './judge.ts';
import { plain } from './quote.ts';
import { printLocal } from './time-zone.ts';
import type { Moment, ValueBehaviour } from './value-kind.ts';

/** `OnCalendar=`. */
export const calendar: ValueBehaviour = {
	check: checkWhole((text) => (parseCalendar(text) === undefined ? calendarFlaw(text) : undefined)),
	complete: (value, offset, context) => wholeItems(value, offset, context, drafts),
	describe: (value, _offset, { now }) => {
		const rule = parseCalendar(value);
		if (rule === undefined) return undefined;
		const next = now === undefined ? [] : elapses(rule, now, 5).map((time) => `next: ${printElapse(time, rule, now)}`);
		const normal = printCalendar(rule);
		const lines = normal === value ? next : [`${value} = ${normal}`, ...next];
		return lines.length === 0 ? undefined : { span: { start: 0, end: value.length }, text: lines.join('\n') };
	},
};

/** The next moments at which a rule holds, in microseconds UTC; fewer than asked for where it ends. */
export function elapses(rule: CalendarRule, now: Moment, most: number): readonly number[] {
	const found: number[] = [];
	for (let from = now; found.length < most; ) {
		const next = nextElapse(rule, from);
		if (next === undefined) break;
		found.push(next);
		from = { ...from, microseconds: next };
	}
	return found;
}

function printElapse(utc: number, { zone }: CalendarRule, now: Moment): string {
	const own = printLocal(utc, now.zone);
	return zone === undefined || zone === now.zone
		? `${own} ${now.zone}`
		: `${own} ${now.zone} (${printLocal(utc, zone)} ${zone})`;
}

function calendarFlaw(text: string): Flaw {
	const what = `\`${plain(text)}\` is no calendar expression`;
	const star = /\*\/(\d+)/.exec(text);
	if (star !== null) {
		const first = /^\d{1,4}$/.test(star[1] ?? '') && text.includes(':') ? '0' : '1';
		const part = { start: star.index, end: star.index + star[0].length };
		return { what: `\`${star[0]}\` is cron's way of repeating`, part, instead: `${first}/${star[1]}` };
	}
	if (/^(?:[\d*,/-]+\s+){4}[\d*,/-]+$/.test(text)) {
		return {
			what: `\`${plain(text)}\` is written as cron does`,
			advice: 'write `DATE HOUR:MINUTE`, such as `*-*-* 03:00`',
		};
	}
	const near = nearest(text, Object.keys(calendarShorthands));
	return near === undefined
		? { what, advice: 'write one such as `daily` or `Mon *-*-* 03:00`' }
		: { what, instead: near };
}

const drafts: readonly ItemDraft[] = [
	...['minutely', 'hourly', 'daily', 'weekly', 'monthly', 'quarterly', 'semiannually', 'yearly'].map((label) => ({
		label,
		detail: calendarShorthands[label] ?? '',
	})),
	{ label: '*-*-* 03:00:00', detail: 'every day at three in the morning' },
	{ label: 'Mon..Fri 09:00', detail: 'on working days at nine' },
	{ label: '*:0/15', detail: 'every quarter of an hour' },
	{ label: '*-*-01 00:00:00', detail: 'on the first of the month' },
	{ label: '*-*~01 00:00:00', detail: 'on the last day of the month' },
	...weekdayNames.map((label) => ({ label, detail: 'at midnight' })),
];
