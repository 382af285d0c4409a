// The weekdays at the start of a calendar expression: `Mon..Fri,Sun`.

import { weekdayFullNames, weekdayNames } from '../catalogue/calendar-words.ts';

/** The weekdays, Monday first, with the offset of what follows; no weekdays where none or all are named. */
export interface WeekdaysRead {
	readonly weekdays?: readonly boolean[];
	readonly next: number;
}

/** Reads the weekdays; `undefined` for a list that systemd refuses. */
export function readWeekdays(text: string): WeekdaysRead | undefined {
	const list = /^[A-Za-z][^ ]*/.exec(text)?.[0];
	if (list === undefined) return { next: 0 };
	const days = Array.from({ length: 7 }, () => false);
	// One comma at the end is allowed.
	for (const item of list.replace(/,$/, '').split(',')) {
		if (!markDays(days, item)) return undefined;
	}
	const next = list.length + (/^ */.exec(text.slice(list.length))?.[0].length ?? 0);
	return days.every(Boolean) ? { next } : { weekdays: days, next };
}

/** Marks a day, or the days of a range, which of old is also written with `-`. */
function markDays(days: boolean[], item: string): boolean {
	const [first = '', last = first, ...rest] = item.split(/\.\.|-/);
	const from = dayNumbers.get(first.toLowerCase());
	const to = dayNumbers.get(last.toLowerCase());
	if (from === undefined || to === undefined || from > to || rest.length > 0) return false;
	days.fill(true, from, to + 1);
	return true;
}

const dayNumbers: ReadonlyMap<string, number> = new Map(
	[weekdayNames, weekdayFullNames].flatMap((names) =>
		names.map((name, number) => [name.toLowerCase(), number] as const),
	),
);
