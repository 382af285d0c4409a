// What people write finds the units that they mean, and says what it does not find.
import { describe, expect, test } from 'vitest';
import { globFault, selectUnits } from '../../../cluster/src/operations/select-units.ts';
import { toUnitName } from '../../../cluster/src/operations/unit-names.ts';

const known = [
	'backup.timer',
	'web.service',
	'web@.service',
	'web@1.service',
	'web@2.service',
	'web@2.timer',
	'x.target',
];

describe('units are selected', () => {
	test.each([
		['web', ['web.service']],
		['units/web.service', ['web.service']],
		['x.target', ['x.target']],
		['web@1', ['web@1.service']],
		['web@*', ['web@1.service', 'web@2.service', 'web@2.timer']],
		['web@?', ['web@1.service', 'web@2.service']],
		['web@*.timer', ['web@2.timer']],
		['web@{1..2}', ['web@1.service', 'web@2.service']],
		['*', ['backup.timer', 'web.service', 'web@1.service', 'web@2.service', 'web@2.timer', 'x.target']],
		['web@.service', ['web@.service']],
	])('by %s', (argument, names) => {
		expect(selectUnits([argument], known)).toEqual({ names, missing: [] });
	});

	test('once each, in the order of the arguments', () => {
		expect(selectUnits(['web@2', 'web@*.service', 'web@2.service'], known).names).toEqual([
			'web@2.service',
			'web@1.service',
		]);
	});

	test('and what means nothing is told', () => {
		expect(selectUnits(['nope', 'web', 'db@*', 'web@{2..3}'], known)).toEqual({
			names: ['web.service', 'web@2.service'],
			missing: ['nope.service', 'db@*', 'web@3.service'],
		});
	});
});

test.each([
	['web', 'web.service'],
	['web.conf', 'web.conf.service'],
	['group.target', 'group.target'],
	['data.slice', 'data.slice'],
	['./units/web@1', 'web@1.service'],
	['a.automount', 'a.automount'],
])('%s names %s', (argument, name) => {
	expect(toUnitName(argument)).toBe(name);
});

test('a glob that cannot be read is told', () => {
	expect(globFault('web@[1')).toContain('`web@[1` is no glob');
	expect(globFault('web@[12]')).toBeUndefined();
	expect(globFault('web')).toBeUndefined();
});
