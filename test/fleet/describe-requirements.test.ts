// The words for [X-Fleet], from the lines that ask for it.

import { describe, expect, test } from 'vitest';
import { describeRequirements } from '../../core/src/fleet/describe-requirements.ts';
import { requirementsFrom } from './clusters.ts';

describe('requirements are described', () => {
	test.each([
		['', 'runs on any machine'],
		['MachineMetadata=role=web', 'runs on machines with role=web'],
		[
			'MachineMetadata="role=web" "region=eu" "region=us"\nConflicts=hello@*.service',
			'runs on machines with role=web and (region=eu or region=us), never beside hello@*.service',
		],
		['MachineMetadata=region=eu\nMachineMetadata=region=us', 'runs on machines with region=eu or region=us'],
		['MachineMetadata=region=us disk=ssd', 'runs on any machine'],
		['MachineOf=db.service', 'runs beside db.service'],
		[
			'MachineOf=db.service\nMachineOf=log.service\nMachineMetadata=disk=ssd',
			'runs on machines with disk=ssd beside db.service and log.service',
		],
		['MachineID=148a18ff', 'runs only on machine 148a18ff'],
		['MachineID=148a18ff\nMachineMetadata=a=b', 'runs only on machine 148a18ff if it is one with a=b'],
		['MachineID=', 'runs nowhere, since no machine has an empty ID'],
		['MachineOf=', 'runs nowhere, since no unit has an empty name'],
		['Global=true', 'runs on every machine'],
		[
			'Global=true\nMachineMetadata=role=web\nConflicts=a b',
			'runs on every machine with role=web, never beside a or b',
		],
		['Conflicts=', 'runs on any machine'],
		['Replaces=old@*.service', 'runs on any machine, moving old@*.service to another machine'],
	])('%j', (lines, words) => {
		expect(describeRequirements(requirementsFrom(lines))).toBe(words);
	});

	test('with the unit’s name, its like are others', () => {
		const requirements = requirementsFrom('Conflicts=%p@*.service db.service', 'web@1.service');
		expect(describeRequirements(requirements, 'web@1.service')).toBe(
			'runs on any machine, never beside another web@*.service or db.service',
		);
	});
});
