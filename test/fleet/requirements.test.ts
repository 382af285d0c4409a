// What fleet makes of [X-Fleet]: against what its own code made of it, then release by release.

import { describe, expect, test } from 'vitest';
import { type FleetRelease, fleetReleases, type Requirements } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import {
	expandSpecifiers,
	requirementsOf,
	splitMetadata,
	splitValues,
	unknownRequirementKeys,
} from '../../core/src/fleet/requirements.ts';
import { validateOptions } from '../../core/src/fleet/validate.ts';
import { readVectors } from './vectors.ts';

interface Recorded {
	readonly unitName: string;
	readonly xFleetBody: string;
	readonly conflicts: readonly string[];
	readonly replaces: readonly string[];
	readonly peers: readonly string[];
	readonly requiredTarget: string;
	readonly hasRequiredTarget: boolean;
	/** Values sorted, for fleet keeps them in no order. */
	readonly metadata: Readonly<Record<string, readonly string[]>>;
	readonly global: boolean;
	readonly validateOptionsError: string;
	readonly unknownKeyWarning: boolean;
}

const recorded = readVectors<Recorded>('requirements.json');

describe('fleet understands and judges', () => {
	for (const one of recorded) test(`${one.unitName} with ${JSON.stringify(one.xFleetBody)}`, () => checkRecorded(one));

	test('as it was recorded 89 times', () => expect(recorded).toHaveLength(89));
});

function checkRecorded(one: Recorded): void {
	const { options } = readOptions(`[X-Fleet]\n${one.xFleetBody}\n`);
	const requirements = requirementsOf(options, one.unitName);
	expect({ ...requirements, metadata: sortedMetadata(requirements) }).toEqual({
		peers: one.peers,
		conflicts: one.conflicts,
		replaces: one.replaces,
		machineId: one.hasRequiredTarget ? one.requiredTarget : undefined,
		metadata: one.metadata,
		global: one.global,
	});
	expect(validateOptions(options) ?? '').toBe(one.validateOptionsError);
	expect(unknownRequirementKeys(options).length > 0).toBe(one.unknownKeyWarning);
}

function sortedMetadata({ metadata }: Requirements): Record<string, readonly string[]> {
	return Object.fromEntries([...metadata].map(([key, values]) => [key, [...values].toSorted()]));
}

describe('by release', () => {
	test.each<FleetRelease>(['0.8', '0.13'])('fleet %s takes each value of Conflicts= for one glob', (release) => {
		expect(read('Conflicts=a.service b.service', release).conflicts).toEqual(['a.service b.service']);
		expect(read('Conflicts="a.service" "b.service"', release).conflicts).toEqual(['a.service', 'b.service']);
		expect(read('Conflicts=', release).conflicts).toEqual(['']);
	});

	test('fleet 1.0 parts Conflicts= at white space of any kind', () => {
		expect(read('Conflicts=a.service\tb.service \u00a0 c.service', '1.0').conflicts).toEqual([
			'a.service',
			'b.service',
			'c.service',
		]);
	});

	test.each(['yes', 'On', '1', 't'])('Global=%s is true since fleet 0.13', (word) => {
		expect(read(`Global=${word}`, '0.12').global).toBe(false);
		expect(read(`Global=${word}`, '0.13').global).toBe(true);
	});

	test.each(fleetReleases)('Global=True is true in fleet %s, Global=enabled is not', (release) => {
		expect(read('Global=True', release).global).toBe(true);
		expect(read('Global=enabled', release).global).toBe(false);
	});

	test('Replaces= is known since fleet 0.13', () => {
		expect(read('Replaces=a.service', '0.12').replaces).toEqual([]);
		expect(read('Replaces=a.service', '0.13').replaces).toEqual(['a.service']);
		const { options } = readOptions('[X-Fleet]\nReplaces=a.service\n');
		expect([unknownRequirementKeys(options, '0.12'), unknownRequirementKeys(options, '0.13')]).toEqual([
			['Replaces'],
			[],
		]);
	});

	test('a continued MachineOf= is one name with a space up to fleet 0.11, and never a name since', () => {
		expect(read('MachineOf=a.service \\\n  b.service', '0.11').peers).toEqual(['a.service    b.service']);
		expect(read('MachineOf=a.service \\\n  b.service', '0.12').peers).toEqual(['a.service \\\n  b.service']);
	});
});

test('only the section [X-Fleet] counts, and its parts belong together', () => {
	const text = '[X-Fleet]\nMachineOf=a.service\n[Unit]\nMachineOf=b.service\n[X-Fleet]\nMachineOf=c.service\n';
	const { options } = readOptions(text);
	expect(requirementsOf(options).peers).toEqual(['a.service', 'c.service']);
	expect(unknownRequirementKeys(options)).toEqual([]);
});

test('keys that fleet does not know are named once, in file order', () => {
	const { options } = readOptions('[X-Fleet]\nWeight=1\nmachineof=a\nWeight=2\nX-MachineID=b\nGlobal=true\n');
	expect(unknownRequirementKeys(options)).toEqual(['Weight', 'machineof', 'X-MachineID']);
});

test('metadata keys and values stand in file order, older spelling first', () => {
	const text = 'MachineMetadata="b=2" "a=1"\nMachineMetadata=b=1\nX-ConditionMachineMetadata=c=3';
	expect([...read(text).metadata].map(([key, values]) => [key, ...values])).toEqual([
		['c', '3'],
		['b', '2', '1'],
		['a', '1'],
	]);
});

describe('specifiers', () => {
	test('are replaced by the parts of the name', () => {
		expect(expandSpecifiers('%n %N %p %i', 'web@1.service')).toBe('web@1.service web@1 web 1');
		expect(expandSpecifiers('%n %N %p %i', 'web@.service')).toBe('web@.service web@ web ');
		expect(expandSpecifiers('%n %N %p %i', 'web.service')).toBe('web.service web web ');
	});

	test('have no escape, and others stay as they are', () => {
		expect(expandSpecifiers('%%p %H %', 'web.service')).toBe('%web %H %');
	});

	test('take a name as it is, dollar signs and all', () => {
		expect(expandSpecifiers('%p', '$&.service')).toBe('$&');
	});

	test('stay where there is no unit name, or none with a dot', () => {
		expect(read('MachineOf=%p.socket').peers).toEqual(['%p.socket']);
		expect(expandSpecifiers('%p.socket', 'web')).toBe('%p.socket');
	});
});

describe('a value', () => {
	test.each([
		['a b', ['a b']],
		['"a" "b"', ['a', 'b']],
		['"a"  "b"', ['a', '', 'b']],
		['"a"\t"b"', ['a\tb']],
		['"a" b', ['"a" b']],
		['"a b" "c"', ['a b', 'c']],
		['"a""b"', ['ab']],
		['"', ['']],
		['""', ['']],
		['', ['']],
	])('%j is several only in quotes', (value, expected) => {
		expect(splitValues(value)).toEqual(expected);
	});

	test.each([
		['a=b', ['a', 'b']],
		[' a = b ', [' a ', ' b ']],
		['a=', undefined],
		['=b', undefined],
		['a=b=c', undefined],
		['a', undefined],
		['', undefined],
	])('of MachineMetadata=, %j counts only with one `=` between two texts', (value, expected) => {
		expect(splitMetadata(value)).toEqual(expected);
	});
});

function read(body: string, release?: FleetRelease): Requirements {
	const { options } = readOptions(`[X-Fleet]\n${body}\n`, release);
	return requirementsOf(options, undefined, release);
}
