// Where planned units would land, as the document says it.

import { expect, test } from 'vitest';
import { placementText } from '../../../client/src/documents/placement-text.ts';
import { planUnits } from '../../../cluster/src/operations/placement.ts';
import type { ClusterUnit } from '../../../core/src/fleet/model.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import { idOf, machine } from '../../support/cluster-views.ts';

const machines = [
	machine('a1', { role: 'web' }, '10.0.0.1'),
	machine('b2', { role: 'web' }),
	machine('c3', { role: 'db' }),
];
const resident: ClusterUnit = {
	...{ name: 'old.service', desiredState: 'launched', machineId: idOf('a1') },
	requirements: requirementsOf([], 'old.service'),
};

test('a unit lands where the fewest are of the machines that fit, and each machine says how it is with it', () => {
	expect(show(['web.service', '[X-Fleet]\nMachineMetadata=role=web\n'])).toMatchInlineSnapshot(`
		"
		On shop, as it is now:

		web.service would land on b2000000, the machine with the fewest units of those that fit
		  ○ a1000000 (10.0.0.1) would take it; it has 1 other unit
		  ✓ b2000000 has no other unit
		  ✗ c3000000 has role=db, needs role=web

		"
	`);
});

test('a unit that no machine takes has the reason of each', () => {
	expect(
		show(['web.service', '[X-Fleet]\nConflicts=old.service\nMachineMetadata=role=web\nMachineID=a1000000\n']),
	).toMatchInlineSnapshot(`
		"
		On shop, as it is now:

		web.service would land nowhere:
		  ✗ a1000000 (10.0.0.1) old.service is there, and the unit says Conflicts=old.service
		  ✗ b2000000 is not machine a1000000
		  ✗ c3000000 is not machine a1000000

		"
	`);
});

test('a global unit lands wherever it fits', () => {
	expect(show(['agent.service', '[X-Fleet]\nGlobal=true\nMachineMetadata=role=web\n'])).toMatchInlineSnapshot(`
		"
		On shop, as it is now:

		agent.service would land on a1000000 (10.0.0.1), b2000000 (global)
		  ✓ a1000000 (10.0.0.1) has 1 other unit
		  ✓ b2000000 has no other unit
		  ✗ c3000000 has role=db, needs role=web

		"
	`);
});

test('what fleet refuses lands nowhere, whatever machines there are', () => {
	const refused = { name: 'web@.service', requirements: requirementsOf([], 'web@.service'), refusal: 'a template' };
	const results = planUnits({ machines, units: [] }, [refused], '1.0');
	expect(placementText('shop', results, '1.0')).toBe(
		'On shop, as it is now:\n\nweb@.service would land nowhere: a template\n\n',
	);
});

function show([name, text]: readonly [string, string]): string {
	const planned = { name, requirements: requirementsOf(readOptions(text).options, name), refusal: undefined };
	return `\n${placementText('shop', planUnits({ machines, units: [resident] }, [planned], '1.0'), '1.0')}`;
}
