// What is said before dropped files are submitted.

import { expect, test } from 'vitest';
import { dropLines } from '../../../client/src/documents/drop-text.ts';
import { planUnits } from '../../../cluster/src/operations/placement.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import { idOf, machine } from '../../support/cluster-views.ts';

const machines = [machine('a1', { role: 'web' }), machine('b2', { role: 'web' }), machine('c3', { role: 'db' })];

test('a drop on the cluster says where each unit would land', () => {
	expect(lines(undefined, ['web.service', '[X-Fleet]\nMachineMetadata=role=db\n'])).toEqual([
		'web.service would land on c3000000, the machine with the fewest units of those that fit',
	]);
});

test('a drop on a machine that takes the unit needs no more words', () => {
	expect(lines('c3', ['web.service', '[X-Fleet]\nMachineMetadata=role=db\n'])[0]).not.toContain('\n');
	expect(lines('c3', ['agent.service', '[X-Fleet]\nGlobal=true\n'])[0]).not.toContain('\n');
});

test('a drop on a machine that does not take it says why', () => {
	expect(lines('a1', ['web.service', '[X-Fleet]\nMachineMetadata=role=db\n'])[0]).toMatch(
		/\n {2}not on a1000000, which has role=web, needs role=db$/,
	);
	expect(lines('a1', ['agent.service', '[X-Fleet]\nGlobal=true\nMachineMetadata=role=db\n'])[0]).toMatch(
		/\n {2}not on a1000000, which has role=web, needs role=db$/,
	);
});

test('a drop on a machine that would do as well says that fleet chooses', () => {
	expect(lines('b2', ['web.service', '[X-Fleet]\nMachineMetadata=role=web\n'])[0]).toMatch(
		/land on a1000000, .*\n {2}b2000000 would take it, too, but fleet chooses the machine itself/,
	);
});

test('of a file that fleet refuses, only that is said', () => {
	const refused = { name: 'web@.service', requirements: requirementsOf([], 'web@.service'), refusal: 'a template' };
	const results = planUnits({ machines, units: [] }, [refused], '1.0');
	expect(dropLines(results, idOf('a1'), '1.0')).toEqual(['web@.service would land nowhere: a template']);
});

function lines(on: string | undefined, [name, text]: readonly [string, string]): readonly string[] {
	const { options } = readOptions(text);
	const planned = { name, requirements: requirementsOf(options, name), refusal: undefined };
	return dropLines(
		planUnits({ machines, units: [] }, [planned], '1.0'),
		on === undefined ? undefined : idOf(on),
		'1.0',
	);
}
