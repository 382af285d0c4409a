// The settings of a unit as systemd takes them from its options: the last one counts, an empty one resets a list,
// continuation lines are one line. Types of values that the simulation needs; others are left as text.

import type { UnitOption } from '../../model.ts';

/** All values of a setting. An empty value takes back those before it. */
export function listSetting(options: readonly UnitOption[], section: string, name: string): readonly string[] {
	const values = options.filter((option) => option.section === section && option.name === name).map(joinedValue);
	return values.slice(values.lastIndexOf('') + 1);
}

/** The value of a setting that has one; an empty one is none. */
export function setting(options: readonly UnitOption[], section: string, name: string): string | undefined {
	return listSetting(options, section, name).at(-1);
}

/** All words of a setting that lists names. */
export function namesSetting(options: readonly UnitOption[], section: string, name: string): readonly string[] {
	return listSetting(options, section, name).flatMap((value) => value.split(/\s+/));
}

/** A setting that is yes or no, and no where it is absent or neither. */
export function flagSetting(options: readonly UnitOption[], section: string, name: string): boolean {
	return /^(1|yes|y|true|t|on)$/i.test(setting(options, section, name) ?? '');
}

/** A time span in milliseconds. `fallback` where it is absent or none. */
export function timeSetting(options: readonly UnitOption[], section: string, name: string, fallback: number): number {
	const value = setting(options, section, name);
	return (value === undefined ? undefined : parseTimeSpan(value)) ?? fallback;
}

/** A time span such as `5`, `1min 30s` or `infinity` in milliseconds (systemd.time(7)). */
export function parseTimeSpan(text: string): number | undefined {
	const trimmed = text.trim();
	if (trimmed === 'infinity') return Number.POSITIVE_INFINITY;
	const parts = [...trimmed.matchAll(/\s*([0-9]+(?:\.[0-9]+)?)\s*([a-zµ]*)/giy)];
	if (parts.length === 0 || parts.map(([part]) => part).join('') !== trimmed) return undefined;
	const spans = parts.map(([, number, unit]) => Number(number) * (timeUnits[unit ?? ''] ?? Number.NaN));
	const total = spans.reduce((sum, span) => sum + span, 0);
	return Number.isNaN(total) ? undefined : total;
}

const second = 1000;
const minute = 60 * second;
const hour = 60 * minute;
const day = 24 * hour;

const timeUnits: Readonly<Record<string, number>> = {
	...{ us: 0.001, usec: 0.001, µs: 0.001 },
	...{ ms: 1, msec: 1 },
	...{ '': second, s: second, sec: second, second, seconds: second },
	...{ m: minute, min: minute, minute, minutes: minute },
	...{ h: hour, hr: hour, hour, hours: hour },
	...{ d: day, day, days: day, w: 7 * day, week: 7 * day, weeks: 7 * day },
};

function joinedValue({ value }: UnitOption): string {
	return value.replace(/\\\n/g, ' ').trim();
}
