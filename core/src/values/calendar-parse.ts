// Reads calendar expressions as calendar_spec_from_string() of systemd does ("Calendar Events" in systemd.time(7)):
// weekdays, date, time and zone, each of which may be absent.

import { calendarShorthands } from '../catalogue/calendar-words.ts';
import { hasValidRanges, normalizeRanges, readRanges } from './calendar-ranges.ts';
import { type CalendarRange, type CalendarRule, calendarLimits, endOfMonthLimits } from './calendar-rule.ts';
import { readWeekdays } from './calendar-weekdays.ts';
import { fromMicroseconds } from './civil-time.ts';
import { isTimeZone } from './time-zone.ts';

/** The rule that an expression stands for; `undefined` where systemd refuses it. */
export function parseCalendar(text: string): CalendarRule | undefined {
	const { rest, zone } = splitZone(text);
	if (rest === '') return undefined;
	const spelt = calendarShorthands[rest.toLowerCase()] ?? rest;
	const rule = spelt.startsWith('@') ? readUnixTime(spelt) : readFields(spelt);
	if (rule === undefined || !isValid(rule)) return undefined;
	return zone === undefined ? rule : { ...rule, zone };
}

/** The last word is a zone if there is one of that name. */
function splitZone(text: string): { readonly rest: string; readonly zone?: string } {
	if (/ utc$/i.test(text)) return { rest: text.slice(0, -4), zone: 'UTC' };
	const space = text.lastIndexOf(' ');
	const name = text.slice(space + 1);
	return space >= 0 && /^[A-Z]/.test(name) && isTimeZone(name)
		? { rest: text.slice(0, space), zone: name }
		: { rest: text };
}

type DateFields = Pick<CalendarRule, 'year' | 'month' | 'day' | 'endOfMonth'>;
type TimeFields = Pick<CalendarRule, 'hour' | 'minute' | 'second'>;

const anyDay: DateFields = { year: [], month: [], day: [], endOfMonth: false };
const midnight: TimeFields = { hour: [{ start: 0 }], minute: [{ start: 0 }], second: [{ start: 0 }] };

function readFields(text: string): CalendarRule | undefined {
	const days = readWeekdays(text);
	const date = days && readDate(text, days.next);
	const time = date && readTime(text, date.next);
	if (days === undefined || date === undefined || time === undefined) return undefined;
	const { year, month, day, endOfMonth } = date.fields;
	const rule = { year: year.map(withCentury), month, day, endOfMonth, ...time };
	return normalize(days.weekdays === undefined ? rule : { ...rule, weekdays: days.weekdays });
}

/** `MONTH-DAY` or `YEAR-MONTH-DAY`, the last `-` a `~` where days count from the end; nothing, if it is a time. */
function readDate(text: string, from: number): { readonly fields: DateFields; readonly next: number } | undefined {
	if (from === text.length) return { fields: anyDay, next: from };
	const first = readRanges(text, from, 1);
	if (first === undefined) return undefined;
	if (first.next === text.length || text[first.next] === ':') return { fields: anyDay, next: from };
	const second = readAfter(text, first.next);
	if (second === undefined) return undefined;
	if (endsDate(text, second.next)) {
		const fields = { year: [], month: first.ranges, day: second.ranges, endOfMonth: second.fromEnd };
		return { fields, next: skipSpaces(text, second.next) };
	}
	const third = second.fromEnd ? undefined : readAfter(text, second.next);
	if (third === undefined || !endsDate(text, third.next)) return undefined;
	const fields = { year: first.ranges, month: second.ranges, day: third.ranges, endOfMonth: third.fromEnd };
	return { fields, next: skipSpaces(text, third.next) };
}

function readAfter(text: string, at: number) {
	const fromEnd = text[at] === '~';
	if (!fromEnd && text[at] !== '-') return undefined;
	const read = readRanges(text, at + 1, 1);
	return read && { ...read, fromEnd };
}

function endsDate(text: string, at: number): boolean {
	return at === text.length || text[at] === ' ';
}

function skipSpaces(text: string, from: number): number {
	let at = from;
	while (text[at] === ' ') at++;
	return at;
}

/** `HOUR:MINUTE` or `HOUR:MINUTE:SECOND` up to the end; midnight if nothing is left. */
function readTime(text: string, from: number): TimeFields | undefined {
	if (from === text.length) return midnight;
	const hour = readRanges(text, from, 1);
	const minute = hour && text[hour.next] === ':' ? readRanges(text, hour.next + 1, 1) : undefined;
	if (hour === undefined || minute === undefined) return undefined;
	if (minute.next === text.length) return { hour: hour.ranges, minute: minute.ranges, second: midnight.second };
	const second = text[minute.next] === ':' ? readRanges(text, minute.next + 1, 1_000_000) : undefined;
	if (second === undefined || second.next !== text.length) return undefined;
	return { hour: hour.ranges, minute: minute.ranges, second: second.ranges };
}

function readUnixTime(text: string): CalendarRule | undefined {
	const seconds = /^@\+?(\d+)$/.exec(text)?.[1];
	if (seconds === undefined || Number(seconds) > 1e11) return undefined;
	const { year, month, day, hour, minute, second } = fromMicroseconds(Number(seconds) * 1_000_000);
	const one = (start: number): readonly CalendarRange[] => [{ start }];
	const date = { year: one(year), month: one(month), day: one(day), endOfMonth: false };
	return { ...date, hour: one(hour), minute: one(minute), second: one(second), zone: 'UTC' };
}

// Years of two digits: 70 to 99 are of the last century.
function withCentury(range: CalendarRange): CalendarRange {
	const full = (year: number) => (year < 70 ? year + 2000 : year < 100 ? year + 1900 : year);
	return range.stop === undefined
		? { ...range, start: full(range.start) }
		: { ...range, start: full(range.start), stop: full(range.stop) };
}

function normalize(rule: CalendarRule): CalendarRule {
	const { year, month, day, hour, minute, second } = rule;
	return {
		...rule,
		year: normalizeRanges(year, 1),
		month: normalizeRanges(month, 1),
		day: normalizeRanges(day, 1),
		// Any day from the end is any day.
		endOfMonth: rule.endOfMonth && day.length > 0,
		hour: normalizeRanges(hour, 1),
		minute: normalizeRanges(minute, 1),
		second: normalizeRanges(second, 1_000_000),
	};
}

function isValid(rule: CalendarRule): boolean {
	const { year, month, day, hour, minute, second } = calendarLimits;
	return (
		hasValidRanges(rule.year, year) &&
		hasValidRanges(rule.month, month) &&
		hasValidRanges(rule.day, rule.endOfMonth ? endOfMonthLimits : day) &&
		hasValidRanges(rule.hour, hour) &&
		hasValidRanges(rule.minute, minute) &&
		hasValidRanges(rule.second, second)
	);
}
