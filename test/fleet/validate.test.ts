// What fleet refuses, release by release. The combinations as of fleet 1.0 are recorded in requirements.test.ts.

import { describe, expect, test } from 'vitest';
import { type FleetRelease, fleetReleases } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { validateOptions } from '../../core/src/fleet/validate.ts';

describe('Global= with Conflicts=', () => {
	test.each<FleetRelease>(['0.8', '0.12', '0.13'])('is refused by fleet %s', (release) => {
		expect(refusal('Global=true\nConflicts=a.service', release)).toBe('Global cannot be used with Conflicts');
	});

	test('is taken by fleet 1.0', () => {
		expect(refusal('Global=true\nConflicts=a.service', '1.0')).toBeUndefined();
	});

	test('is taken where fleet does not understand the word for true', () => {
		expect(refusal('Global=yes\nConflicts=a.service', '0.12')).toBeUndefined();
		expect(refusal('Global=yes\nConflicts=a.service', '0.13')).toBe('Global cannot be used with Conflicts');
	});
});

describe('Replaces=', () => {
	test.each([
		['MachineID=x', 'MachineID cannot be used with Replaces'],
		['Global=true', 'Global cannot be used with Replaces'],
		['Conflicts=b.service', 'Conflicts cannot be used with Replaces'],
		['MachineOf=a.service', 'unresolvable requirements: peer "a.service" matches replace "a.*"'],
	])('with %s is refused since fleet 0.13, and does not exist before', (other, expected) => {
		expect(refusal(`${other}\nReplaces=a.*`, '0.12')).toBeUndefined();
		expect(refusal(`${other}\nReplaces=a.*`, '0.13')).toBe(expected);
		expect(refusal(`${other}\nReplaces=a.*`, '1.0')).toBe(expected);
	});
});

test.each(fleetReleases)('the first pair in fleet’s order is named in fleet %s', (release) => {
	const all = 'MachineID=x\nMachineOf=a.service\nConflicts=b.service\nGlobal=true';
	expect(refusal(all, release)).toBe('MachineID cannot be used with Peers');
});

test('an unresolvable peer comes before all pairs, peers and globs in file order', () => {
	const body = 'MachineID=x\nMachineOf=b.service\nMachineOf=a.service\nConflicts=a.*\nConflicts=b.*\nConflicts=*';
	expect(refusal(body)).toBe('unresolvable requirements: peer "b.service" matches conflict "b.*"');
});

test('an empty Conflicts= is none since fleet 1.0, and one before', () => {
	expect(refusal('MachineID=x\nConflicts=', '0.13')).toBe('MachineID cannot be used with Conflicts');
	expect(refusal('MachineID=x\nConflicts=', '1.0')).toBeUndefined();
});

test('globs of one Conflicts= are seen one by one since fleet 1.0', () => {
	const body = 'MachineOf=a.service\nConflicts=b.* a.*';
	expect(refusal(body, '0.13')).toBeUndefined();
	expect(refusal(body, '1.0')).toBe('unresolvable requirements: peer "a.service" matches conflict "a.*"');
});

test('specifiers are compared as they are written', () => {
	expect(refusal('MachineOf=%p.socket\nConflicts=web.*')).toBeUndefined();
	expect(refusal('MachineOf=%p.socket\nConflicts=%p.*')).toBe(
		'unresolvable requirements: peer "%p.socket" matches conflict "%p.*"',
	);
});

test('names stand in the message as Go quotes them', () => {
	expect(refusal('MachineOf=a"\t☃\\x2d\u200b\nConflicts=*')).toBe(
		String.raw`unresolvable requirements: peer "a\"\t☃\\x2d\u200b" matches conflict "*"`,
	);
});

describe('options that cannot be read back', () => {
	const bare = [{ section: 'Unit', name: 'Description', value: 'a\nb' }];
	const long = [{ section: 'Unit', name: 'Description', value: 'x'.repeat(2048) }];

	test('are refused since fleet 0.12', () => {
		expect(validateOptions(bare, '0.11')).toBeUndefined();
		expect(validateOptions(bare, '0.12')).toBe(newlineError);
		expect(validateOptions(long, '0.11')).toBeUndefined();
		expect(validateOptions(long, '0.12')).toBe('line too long (max 2048 bytes)');
	});

	test('come before anything that [X-Fleet] asks for', () => {
		const options = [
			...long,
			{ section: 'X-Fleet', name: 'Global', value: 'true' },
			{ section: 'X-Fleet', name: 'MachineID', value: 'x' },
		];
		expect(validateOptions(options)).toBe('line too long (max 2048 bytes)');
	});

	test('are not those that read back as others', () => {
		expect(validateOptions([{ section: 'Unit', name: 'Description', value: 'a\nAfter=b' }])).toBeUndefined();
	});
});

const newlineError = 'unexpected newline encountered while parsing option name';

function refusal(body: string, release?: FleetRelease): string | undefined {
	return validateOptions(readOptions(`[X-Fleet]\n${body}\n`, release).options, release);
}
