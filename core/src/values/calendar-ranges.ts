// The values of one field of a calendar expression: `*`, or a list such as `1,5..9/2`. Read, brought into the form
// that systemd prints, and held against the limits of the field.

import type { CalendarRange, FieldLimits } from './calendar-rule.ts';

/** Ranges with the offset after them; no ranges stand for `*`. */
export interface RangesRead {
	readonly ranges: readonly CalendarRange[];
	readonly next: number;
}

/** Reads the ranges at an offset. `unit` is what a whole number counts: 1, or 1 000 000 where fractions are allowed. */
export function readRanges(text: string, from: number, unit: 1 | 1_000_000): RangesRead | undefined {
	if (text[from] === '*') return { ranges: [], next: from + 1 };
	const ranges: CalendarRange[] = [];
	for (let at = from; ; at++) {
		const read = readRange(text, at, unit);
		if (read === undefined || ranges.length === maxRanges) return undefined;
		ranges.push(read.range);
		at = read.next;
		if (at === text.length || ' -~:'.includes(text.charAt(at))) return { ranges, next: at };
		if (text[at] !== ',') return undefined;
	}
}

/** Sorted, without doubles, and with ends that are reached. All seconds in steps of one are `*`. */
export function normalizeRanges(ranges: readonly CalendarRange[], unit: 1 | 1_000_000): readonly CalendarRange[] {
	const reached = ranges.map(shorten).sort(byPlace);
	const single = reached.filter((range, index) => index === 0 || byPlace(range, reached[index - 1] ?? range) !== 0);
	const every = single.some(({ start, stop, repeat }) => start === 0 && stop === undefined && repeat === unit);
	return every && unit > 1 ? [] : single;
}

/** Whether all values lie within the limits, and every repetition has room for at least one. */
export function hasValidRanges(ranges: readonly CalendarRange[], limits: FieldLimits): boolean {
	const [from, to, direction] = limits;
	return ranges.every(({ start, stop, repeat = 0 }) => {
		if (start < from || start > to || repeat > to - from) return false;
		if (stop !== undefined) return stop <= to && start + repeat <= stop;
		return direction === 'from-end' ? start - repeat >= from : start + repeat <= to;
	});
}

const maxRanges = 240;

interface RangeRead {
	readonly range: CalendarRange;
	readonly next: number;
}

function readRange(text: string, from: number, unit: 1 | 1_000_000): RangeRead | undefined {
	const start = readNumber(text, from, unit);
	if (start === undefined) return undefined;
	const stop = text.startsWith('..', start.next)
		? readNumber(text, start.next + 2, unit)
		: { value: -1, next: start.next };
	if (stop === undefined) return undefined;
	const repeat = text[stop.next] === '/' ? readNumber(text, stop.next + 1, unit) : { value: -1, next: stop.next };
	if (repeat === undefined || repeat.value === 0) return undefined;
	const range = toRange(start.value, stop.value, repeat.value, unit);
	return range && { range, next: repeat.next };
}

/** `-1` stands for what was not written. A range of seconds without steps must hold at least one. */
function toRange(start: number, stop: number, repeat: number, unit: number): CalendarRange | undefined {
	if (stop === -1) return repeat === -1 ? { start } : { start, repeat };
	if (unit > 1 && repeat === -1 && start + unit > stop) return undefined;
	return { start, stop, repeat: repeat === -1 ? unit : repeat };
}

const number = /(\d+)(?:\.(\d+))?/y;

/** A number; fractions are rounded to microseconds, and end the number where they are not allowed. */
function readNumber(text: string, from: number, unit: 1 | 1_000_000) {
	number.lastIndex = from;
	const [found, whole = '', fraction = ''] = number.exec(text) ?? [];
	if (found === undefined || whole.length > 9) return undefined;
	if (unit === 1) return { value: Number(whole), next: from + whole.length };
	return { value: Number(whole) * unit + Math.round(Number(`0.${fraction}`) * unit), next: from + found.length };
}

/** An end that no step reaches moves to the last step; a range of one value is a value. */
function shorten(range: CalendarRange): CalendarRange {
	const { start, stop, repeat } = range;
	if (stop === undefined || repeat === undefined || stop < start) return range;
	const last = stop - ((stop - start) % repeat);
	return last === start ? { start } : { start, stop: last, repeat };
}

function byPlace(a: CalendarRange, b: CalendarRange): number {
	return a.start - b.start || (a.stop ?? -1) - (b.stop ?? -1) || (a.repeat ?? 0) - (b.repeat ?? 0);
}
