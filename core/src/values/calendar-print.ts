// Calendar rules in the form that systemd prints: every field, two digits, sorted.

import { weekdayNames } from '../catalogue/calendar-words.ts';
import type { CalendarRange, CalendarRule } from './calendar-rule.ts';

/** The normal form of a rule, such as `Mon..Fri *-*-* 09:00:00 UTC`. */
export function printCalendar(rule: CalendarRule): string {
	const { weekdays, year, month, day, endOfMonth, hour, minute, second, zone } = rule;
	const date = `${print(year, 4)}-${print(month, 2)}${endOfMonth ? '~' : '-'}${print(day, 2)}`;
	const time = `${print(hour, 2)}:${print(minute, 2)}:${print(second, 2, 1_000_000)}`;
	const parts = [weekdays && printWeekdays(weekdays), date, time, zone];
	return parts.filter((part) => part !== undefined).join(' ');
}

function print(ranges: readonly CalendarRange[], digits: number, unit = 1): string {
	if (ranges.length === 0) return '*';
	return ranges.map((range) => printRange(range, digits, unit)).join(',');
}

function printRange({ start, stop, repeat }: CalendarRange, digits: number, unit: number): string {
	const end = stop === undefined ? '' : `..${printNumber(stop, digits, unit)}`;
	const step =
		repeat === undefined || (stop !== undefined && repeat === unit) ? '' : `/${printNumber(repeat, 1, unit)}`;
	return printNumber(start, digits, unit) + end + step;
}

function printNumber(value: number, digits: number, unit: number): string {
	const whole = String(Math.floor(value / unit)).padStart(digits, '0');
	const fraction = value % unit;
	return fraction === 0 ? whole : `${whole}.${String(fraction).padStart(6, '0')}`;
}

/** `Mon..Wed,Sat,Sun`: three days in a row, or more, are a range. */
function printWeekdays(days: readonly boolean[]): string {
	const runs: string[] = [];
	for (let from = 0; from < days.length; from++) {
		if (!days[from]) continue;
		let to = from;
		while (days[to + 1]) to++;
		const names = weekdayNames.slice(from, to + 1);
		runs.push(names.length > 2 ? `${names[0]}..${names.at(-1)}` : names.join(','));
		from = to;
	}
	return runs.join(',');
}
