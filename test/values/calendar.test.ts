// Calendar expressions: what is wrong with them, their normal form, and the moments to come.
import { expect, test } from 'vitest';
import { faultsOf, itemsOf, noteOf } from './ask.ts';

const timer = { section: 'Timer', file: 'backup.timer' } as const;
/** Wednesday the 25th of November 2026, ten in the morning in Berlin. */
const now = { microseconds: 1_795_597_200_000_000, zone: 'Europe/Berlin' };

test.each(['daily', 'Mon..Fri 09:00', '*:0/15', '*-*~1', 'weekly UTC', 'Sun 2026-1/2-3 4:5:6.7', '@1234', 'MON,tue'])(
	'`%s` is a calendar expression',
	(value) => {
		expect(faultsOf('OnCalendar', value, timer)).toBe('fine');
	},
);

test('repetitions that are written as cron does are marked and mended', () => {
	expect(faultsOf('OnCalendar', '*:*/15', timer)).toBe(
		[
			'*:*/15',
			"  ^^^^ skips-setting: `*/15` is cron's way of repeating, so systemd skips the setting; did you mean `0/15`? → *:0/15",
		].join('\n'),
	);
});

test('a line of cron is told from an expression', () => {
	expect(faultsOf('OnCalendar', '0 3 * * 1', timer)).toContain('is written as cron does');
});

test('a misspelt shorthand leads to the right one', () => {
	expect(faultsOf('OnCalendar', 'dayly', timer)).toContain('did you mean `daily`?');
});

test('hours end at 23, and 60 minutes are no step', () => {
	expect(faultsOf('OnCalendar', '24:00', timer)).not.toBe('fine');
	expect(faultsOf('OnCalendar', '*:0/60', timer)).not.toBe('fine');
});

test('the normal form is shown where it is another text', () => {
	expect(noteOf('OnCalendar', 'weekly', timer)).toBe('weekly = Mon *-*-* 00:00:00');
	expect(noteOf('OnCalendar', 'Mon *-*-* 00:00:00', timer)).toBeUndefined();
});

test('the next moments are told from the clock that is handed in, in its zone', () => {
	expect(
		noteOf('OnCalendar', 'Mon..Fri 09:00', { ...timer, now })
			?.split('\n')
			.slice(0, 4),
	).toEqual([
		'Mon..Fri 09:00 = Mon..Fri *-*-* 09:00:00',
		'next: 2026-11-26 09:00:00 Europe/Berlin',
		'next: 2026-11-27 09:00:00 Europe/Berlin',
		'next: 2026-11-30 09:00:00 Europe/Berlin',
	]);
});

test('a zone of its own is shown beside', () => {
	expect(noteOf('OnCalendar', 'daily UTC', { ...timer, now })).toContain(
		'next: 2026-11-26 01:00:00 Europe/Berlin (2026-11-26 00:00:00 UTC)',
	);
});

test('an expression that is over has no next moment', () => {
	expect(noteOf('OnCalendar', '2012-10-15', { ...timer, now })).toBe('2012-10-15 = 2012-10-15 00:00:00');
});

test('the hour that the clocks skip is passed over', () => {
	const before = { microseconds: 1_774_486_800_000_000, zone: 'Europe/Berlin' };
	expect(
		noteOf('OnCalendar', '*-*-* 02:30:00', { ...timer, now: before })
			?.split('\n')
			.slice(0, 4),
	).toEqual([
		'next: 2026-03-26 02:30:00 Europe/Berlin',
		'next: 2026-03-27 02:30:00 Europe/Berlin',
		'next: 2026-03-28 02:30:00 Europe/Berlin',
		'next: 2026-03-30 02:30:00 Europe/Berlin',
	]);
});

test('shorthands and shapes are offered', () => {
	expect(itemsOf('OnCalendar', '', timer)).toEqual(expect.arrayContaining(['daily', '*:0/15', 'Mon..Fri 09:00']));
});
