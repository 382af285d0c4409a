// When a calendar rule holds next. Walks from the year to the second: the first field that has no value left carries
// into the one above it. Local times that the clocks skip are passed over, as systemd does.

import { type CalendarRange, type CalendarRule, calendarLimits } from './calendar-rule.ts';
import { type CivilTime, daysInMonth, fromMicroseconds, toMicroseconds, weekdayOf } from './civil-time.ts';
import { fromLocal, toLocal } from './time-zone.ts';
import type { Moment } from './value-kind.ts';

/** The first moment after another at which a rule holds, in microseconds UTC; `undefined` if there is none. */
export function nextElapse(rule: CalendarRule, after: Moment): number | undefined {
	const zone = rule.zone ?? after.zone;
	let time = fromMicroseconds(toLocal(after.microseconds + 1, zone));
	// Each step comes at least to the next second that fits, so a handful is enough; the limit guards against a slip.
	for (let step = 0; step < 1000; step++) {
		const found = firstFit(rule, time);
		if (found === undefined) return undefined;
		const utc = fromLocal(toMicroseconds(found), zone);
		if (utc !== undefined && utc > after.microseconds) return utc;
		time = fromMicroseconds(toMicroseconds(found) + (utc === undefined ? 60_000_000 : 1));
	}
	return undefined;
}

const fields = ['year', 'month', 'day', 'hour', 'minute', 'second'] as const;
type Field = (typeof fields)[number];

/** The first local time from `time` on that fits. */
function firstFit(rule: CalendarRule, from: CivilTime): CivilTime | undefined {
	let time = from;
	for (let at = 0; at < fields.length; ) {
		const field = fields[at] ?? 'second';
		const value = firstValue(rule, field, time);
		if (value === undefined) {
			if (at === 0) return undefined;
			at--;
			time = raise(time, at, time[fields[at] ?? 'year'] + 1);
		} else {
			if (value !== time[field]) time = raise(time, at, value);
			at++;
		}
	}
	return time;
}

/** Sets a field, and those below it to their least. */
function raise(time: CivilTime, at: number, value: number): CivilTime {
	const raised: Record<Field, number> = { ...time };
	raised[fields[at] ?? 'year'] = value;
	for (const field of fields.slice(at + 1)) raised[field] = calendarLimits[field][0];
	return raised;
}

/** The least value of a field from its present one on. */
function firstValue(rule: CalendarRule, field: Field, time: CivilTime): number | undefined {
	if (field === 'day') return firstDay(rule, time);
	return firstIn(rule[field], time[field], calendarLimits[field][1]);
}

function firstDay(rule: CalendarRule, { year, month, day: from }: CivilTime): number | undefined {
	const last = daysInMonth(year, month);
	const ranges = rule.endOfMonth ? rule.day.map((range) => fromStart(range, last)) : rule.day;
	for (let day = firstIn(ranges, from, last); day !== undefined; day = firstIn(ranges, day + 1, last)) {
		if (rule.weekdays === undefined || rule.weekdays[weekdayOf(year, month, day)]) return day;
	}
	return undefined;
}

/** A range of days from the end as one from the start of a month with so many days. */
function fromStart({ start, stop, repeat }: CalendarRange, last: number): CalendarRange {
	const first = last + 1 - (stop ?? start);
	if (stop !== undefined) return { start: first, stop: last + 1 - start, repeat: repeat ?? 1 };
	return repeat === undefined ? { start: first } : { start: first, repeat };
}

function firstIn(ranges: readonly CalendarRange[], from: number, last: number): number | undefined {
	if (ranges.length === 0) return from <= last ? from : undefined;
	let least: number | undefined;
	for (const range of ranges) {
		const value = firstInRange(range, from, last);
		if (value !== undefined && (least === undefined || value < least)) least = value;
	}
	return least;
}

function firstInRange({ start, stop, repeat }: CalendarRange, from: number, last: number): number | undefined {
	const steps =
		from <= start ? 0 : repeat === undefined ? Number.POSITIVE_INFINITY : Math.ceil((from - start) / repeat);
	const value = start + (steps === 0 ? 0 : steps * (repeat ?? 0));
	return Number.isFinite(value) && value <= Math.min(stop ?? last, last) ? value : undefined;
}
