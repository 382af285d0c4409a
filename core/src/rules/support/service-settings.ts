// Settings of [Service] as rules about its commands ask for them: the last value of a key, and spans of time.

import type { Entry, UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { settingsWith } from './settings-of.ts';

/** The entry of [Service] that sets a directive for good; `undefined` if none does, or the last one takes it back. */
export function serviceEntry(unit: UnitFile, context: LintContext, key: string): Entry | undefined {
	if (!unit.text.includes(key)) return undefined; // Nearly always.
	const found = settingsWith(unit, context, 'known').findLast(
		({ entry, section }) => section === 'Service' && entry.key.text === key,
	)?.entry;
	return found?.value.text === '' ? undefined : found;
}

/** The value of such an entry. */
export function serviceValue(unit: UnitFile, context: LintContext, key: string): string | undefined {
	return serviceEntry(unit, context, key)?.value.text;
}

/** Whether a value is one of those that systemd takes for “yes”. */
export function isYes(value: string | undefined): boolean {
	return value !== undefined && /^(?:1|yes|y|true|t|on)$/i.test(value);
}

/** A span of time such as `90`, `5min` or `1h 30min` in seconds; `undefined` for anything else. */
export function seconds(text: string): number | undefined {
	if (text === 'infinity') return Number.POSITIVE_INFINITY;
	if (!/^(?:\d+(?:\.\d+)?\s*[a-z]*\s*)+$/i.test(text)) return undefined;
	let sum = 0;
	for (const [, number = '', unit = ''] of text.matchAll(/(\d+(?:\.\d+)?)\s*([a-z]*)/gi)) {
		const factor = unitSeconds.get(unit);
		if (factor === undefined) return undefined;
		sum += Number(number) * factor;
	}
	return sum;
}

// systemd.time(7); months and years are longer than any start.
const unitSeconds: ReadonlyMap<string, number> = new Map(
	Object.entries({
		'': 1,
		us: 1e-6,
		usec: 1e-6,
		ms: 1e-3,
		msec: 1e-3,
		s: 1,
		sec: 1,
		second: 1,
		seconds: 1,
		m: 60,
		min: 60,
		minute: 60,
		minutes: 60,
		h: 3600,
		hr: 3600,
		hour: 3600,
		hours: 3600,
		d: 86400,
		day: 86400,
		days: 86400,
		w: 604800,
		week: 604800,
		weeks: 604800,
	}),
);
