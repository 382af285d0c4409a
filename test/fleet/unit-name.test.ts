// Names of units: against what fleet's own code said of them, then release by release.

import { describe, expect, test } from 'vitest';
import { type FleetRelease, fleetReleases } from '../../core/src/fleet/model.ts';
import { splitUnitName, templateName, unitNameFault } from '../../core/src/fleet/unit-name.ts';
import { readVectors } from './vectors.ts';

interface Recorded {
	readonly name: string;
	readonly error: string;
	readonly info?: {
		readonly nameNoSuffix: string;
		readonly prefix: string;
		readonly instance: string;
		readonly isInstance: boolean;
		readonly isTemplate: boolean;
		/** Of templates it is their own name. */
		readonly template: string;
	};
}

const recorded = readVectors<Recorded>('names.json');

describe('fleet judges and takes apart', () => {
	for (const one of recorded) test(JSON.stringify(one.name), () => checkRecorded(one));

	test('as it was recorded 41 times', () => expect(recorded).toHaveLength(41));
});

function checkRecorded({ name, error, info }: Recorded): void {
	expect(unitNameFault(name) ?? '').toBe(error);
	const parts = splitUnitName(name);
	expect(parts === undefined).toBe(info === undefined);
	if (info === undefined) return;
	expect({ ...parts, instance: parts?.instance ?? '' }).toEqual({
		prefix: info.prefix,
		instance: info.instance,
		suffix: name.slice(info.nameNoSuffix.length),
		isTemplate: info.isTemplate,
		isInstance: info.isInstance,
	});
	expect(templateName(name) ?? '').toBe(info.isInstance ? info.template : '');
}

test('a plain unit has no instance, a template an empty one', () => {
	expect(splitUnitName('web.service')?.instance).toBeUndefined();
	expect(splitUnitName('web@.service')?.instance).toBe('');
});

describe('templates of kinds that have none', () => {
	test.each<FleetRelease>(['0.8', '0.11', '0.13'])('are taken by fleet %s', (release) => {
		expect(unitNameFault('data@.mount', release)).toBeUndefined();
	});

	test('are refused by fleet 1.0', () => {
		expect(unitNameFault('data@1.mount', '1.0')).toBe('invalid unit type for template: "mount"');
	});
});

test.each(fleetReleases)('the order of the checks is the same in fleet %s', (release) => {
	expect(unitNameFault('é'.repeat(129), release)).toBe('unit name exceeds maximum length (256)');
	expect(unitNameFault('@ .bak', release)).toBe('invalid unit type: "bak"');
	expect(unitNameFault('@ .service', release)).toBe("invalid character ' ' in unit name");
});

test('the length counts bytes', () => {
	expect(unitNameFault(`${'a'.repeat(248)}.service`)).toBeUndefined();
	expect(unitNameFault(`${'é'.repeat(124)}.service`)).toBe("invalid character 'é' in unit name");
	expect(unitNameFault(`${'é'.repeat(124)}a.service`)).toBe('unit name exceeds maximum length (256)');
});

test.each([
	['a\tb.service', String.raw`invalid character '\t' in unit name`],
	["a'b.service", String.raw`invalid character '\'' in unit name`],
	['a"b.service', `invalid character '"' in unit name`],
	['a\u0000b.service', String.raw`invalid character '\x00' in unit name`],
	['a\u00a0b.service', String.raw`invalid character '\u00a0' in unit name`],
	['a😀b.service', "invalid character '😀' in unit name"],
	['a\u{e0001}b.service', String.raw`invalid character '\U000e0001' in unit name`],
	['a\udce9b.service', "invalid character '\ufffd' in unit name"],
	['web.a\\b"c', String.raw`invalid unit type: "a\\b\"c"`],
	['web.\udce9', String.raw`invalid unit type: "\xe9"`],
])('%j is refused in words as Go quotes them', (name, expected) => {
	expect(unitNameFault(name)).toBe(expected);
});
