// Time spans: what is wrong with them, what they come to, and what may be written.
import { expect, test } from 'vitest';
import { completed, faultsOf, itemsOf, noteOf } from './ask.ts';

test.each(['90', '90s', '1h 30min', '1h30min', '2.5', '.5s', '5 5', 'infinity', '1y 2M', '23 µs', '+3'])(
	'`%s` is a time span',
	(value) => {
		expect(faultsOf('RestartSec', value)).toBe('fine');
	},
);

test('a word that is no unit is marked, and the one that was meant is offered', () => {
	expect(faultsOf('RestartSec', '5 mins')).toBe(
		[
			'5 mins',
			'  ^^^^ skips-setting: `mins` is no unit of time, so systemd skips the setting; did you mean `min`? → 5 min',
		].join('\n'),
	);
});

test('numbers that are joined need a unit between them', () => {
	expect(faultsOf('RestartSec', '5.5.5')).toContain('is no time span');
});

test('negative spans are out of range', () => {
	expect(faultsOf('RestartSec', '-5s')).toContain('`-5s` is out of range for a time span');
});

test('nanoseconds are a unit where bare numbers count them, and nowhere else', () => {
	expect(faultsOf('TimerSlackNSec', '50ns')).toBe('fine');
	expect(faultsOf('RestartSec', '50ns')).toContain('`ns` is no unit of time');
});

test('some spans have a least', () => {
	const key = 'ManagedOOMMemoryPressureDurationSec';
	expect(faultsOf(key, '1s')).toBe('fine');
	expect(faultsOf(key, '999ms')).toContain('write 1s at the least');
	expect(faultsOf(key, 'infinity')).toContain('out of range');
});

test('an empty span is a fault, but not where it brings back the default', () => {
	expect(faultsOf('RestartSec', '')).toContain('the value is empty, so systemd skips the setting');
	expect(faultsOf('CPUQuotaPeriodSec', '')).toBe('fine');
	expect(faultsOf('OnBootSec', '', { section: 'Timer' })).toBe('fine');
});

test.each([
	['1h 30min', '1h 30min = 5 400 s'],
	['90', '90 s = 1min 30s'],
	['30', '30 s'],
	['0', '0 s'],
	['5s', undefined],
	['5 min', '5 min = 300 s'],
	['5min', '5min = 300 s'],
	['1.5h', '1.5h = 1h 30min = 5 400 s'],
	['infinity', 'no limit'],
])('`%s` is explained', (value, note) => {
	expect(noteOf('RestartSec', value)).toBe(note);
});

test('what is no span is not explained', () => {
	expect(noteOf('RestartSec', 'soon')).toBeUndefined();
});

test('after a number, its units are offered', () => {
	expect(itemsOf('RestartSec', '5')).toEqual(['5us', '5ms', '5s', '5min', '5h', '5d', '5w', '5month', '5y']);
	expect(completed('RestartSec', '1h 3<|>', '1h 3min')).toBe('1h 3min');
});
