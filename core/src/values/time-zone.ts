// Time zones by their IANA names: whether there is one of a name, and the way from local time to UTC and back. The
// rules of the zones are those of the JavaScript engine; no clock is read.

import { fromMicroseconds, toMicroseconds } from './civil-time.ts';

const formats = new Map<string, Intl.DateTimeFormat | undefined>();

/** Whether a name is that of a zone, spelt as in the tables, as far as the engine can tell. */
export function isTimeZone(name: string): boolean {
	return zoneFormat(name) !== undefined;
}

/** Local time in a zone, as microseconds since 1970 of its own clocks. */
export function toLocal(utc: number, zone: string): number {
	return utc + offsetAt(utc, zone);
}

/** The first moment at which the clocks of a zone show a local time; `undefined` where they skip it. */
export function fromLocal(local: number, zone: string): number | undefined {
	const day = 86_400_000_000;
	const offsets = [offsetAt(local - day, zone), offsetAt(local + day, zone)];
	const moments = offsets.map((offset) => local - offset).filter((utc) => toLocal(utc, zone) === local);
	return moments.length === 0 ? undefined : Math.min(...moments);
}

function offsetAt(utc: number, zone: string): number {
	const format = zoneFormat(zone);
	if (format === undefined || zone === 'UTC') return 0;
	const seconds = Math.floor(utc / 1_000_000);
	const parts: Record<string, number> = {};
	for (const { type, value } of format.formatToParts(seconds * 1000)) parts[type] = Number(value);
	const { year = 0, month = 1, day = 1, hour = 0, minute = 0, second = 0 } = parts;
	return toMicroseconds({ year, month, day, hour, minute, second: second * 1_000_000 }) - seconds * 1_000_000;
}

function zoneFormat(name: string): Intl.DateTimeFormat | undefined {
	if (!formats.has(name)) formats.set(name, makeFormat(name));
	return formats.get(name);
}

const shape: Intl.DateTimeFormatOptions = {
	...{ calendar: 'gregory', hourCycle: 'h23' },
	...{ year: 'numeric', month: 'numeric', day: 'numeric', hour: 'numeric', minute: 'numeric', second: 'numeric' },
};

function makeFormat(name: string): Intl.DateTimeFormat | undefined {
	// The engine also takes names in the wrong case and offsets such as `+02:00`, which are no files of the database.
	if (!/^[A-Z][A-Za-z0-9+_/-]*$/.test(name)) return undefined;
	try {
		return new Intl.DateTimeFormat('en-US-u-nu-latn', { ...shape, timeZone: name });
	} catch {
		return undefined;
	}
}

/** A moment as people read it in a zone: `2026-11-30 00:00:00`. */
export function printLocal(utc: number, zone: string): string {
	const { year, month, day, hour, minute, second } = fromMicroseconds(toLocal(utc, zone));
	const two = (number: number) => String(number).padStart(2, '0');
	return `${year}-${two(month)}-${two(day)} ${two(hour)}:${two(minute)}:${two(Math.floor(second / 1_000_000))}`;
}
