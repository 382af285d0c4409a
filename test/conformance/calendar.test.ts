// Calendar expressions against the tables of systemd's own tests: the normal form, and the next moment.
import { expect, test } from 'vitest';
import { nextElapse } from '../../core/src/values/calendar-next.ts';
import { parseCalendar } from '../../core/src/values/calendar-parse.ts';
import { printCalendar } from '../../core/src/values/calendar-print.ts';
import { describeWithShared, readShared } from './shared.ts';

interface ParseCase {
	readonly input: string;
	readonly normalized?: string;
	readonly error?: string | null;
}

interface NextCase {
	readonly spec: string;
	/** `""` is UTC, `null` the zone of the machine. */
	readonly tz: string | null;
	readonly after: number;
	/** `-1` for never. */
	readonly expect: number;
}

/** Zones that are no names of the database but rules of their own, which no unit can name. */
const zonesByRule: ReadonlySet<string> = new Set(['IST', 'IST-1GMT-0,M10.5.0/1,M3.5.0/1']);

describeWithShared('calendar expressions', () => {
	test('have the normal form that systemd prints, or are refused', () => {
		for (const { input, normalized, error } of cases<ParseCase>('calendar-parse')) {
			// One case asks only that the expression can be read.
			if (normalized === undefined && error === null) expect(parseCalendar(input), input).toBeDefined();
			else expect(normalForm(input), input).toBe(normalized);
		}
	});

	test('elapse next when systemd says', () => {
		const known = cases<NextCase>('calendar-next').filter(({ tz }) => !zonesByRule.has(tz ?? ''));
		expect(known.length).toBe(31);
		for (const { spec, tz, after, expect: expected } of known) {
			const rule = parseCalendar(spec);
			const next = rule && nextElapse(rule, { microseconds: after, zone: tz === '' || tz === null ? 'UTC' : tz });
			expect(next ?? -1, `${spec} after ${after} in ${tz}`).toBe(expected);
		}
	});
});

function cases<T>(table: string): readonly T[] {
	return readShared<{ readonly cases: readonly T[] }>('data', 'systemd-oracle', `${table}.json`).cases;
}

function normalForm(text: string): string | undefined {
	const rule = parseCalendar(text);
	return rule && printCalendar(rule);
}
