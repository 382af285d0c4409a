// Verdicts against what fleet's own AbleToRun said, and the causes that fleet does not tell.

import { describe, expect, test } from 'vitest';
import { ableToRun, possibleVerdicts, type Verdict } from '../../core/src/fleet/eligibility.ts';
import { machineLoads } from '../../core/src/fleet/machine-load.ts';
import type { Cluster, ClusterUnit, FleetRelease, Machine } from '../../core/src/fleet/model.ts';
import { clusterOf, machines, unit } from './clusters.ts';
import { scheduleVectors } from './schedule-vectors.ts';

test('there are 44 recorded clusters', () => {
	expect(scheduleVectors).toHaveLength(44);
});

describe('as fleet v1.0.0 recorded', () => {
	test.each(scheduleVectors)('$label: verdicts', ({ cluster, ableToRun }) => {
		expect(verdictsIn(cluster)).toEqual(ableToRun);
	});

	test.each(scheduleVectors)('$label: loads', ({ cluster, machineLoad }) => {
		const loads = [...machineLoads(cluster)].map(([id, load]) => [id, load.size]);
		expect(Object.fromEntries(loads)).toEqual(machineLoad);
	});
});

describe('the cause', () => {
	const web = machines({ m1: 'role=web region=eu' })[0]!;

	test('names each metadata key that is missing, and what the machine has instead', () => {
		const picky = unit('a.service', 'MachineMetadata="role=web" "region=us" "region=ap" "disk=ssd"');
		expect(ableToRun(picky, web, new Map())).toMatchObject({
			cause: {
				kind: 'metadata',
				missing: [
					{ key: 'region', wanted: ['us', 'ap'], has: 'eu' },
					{ key: 'disk', wanted: ['ssd'], has: undefined },
				],
			},
		});
	});

	test('does not take a property that every object has for metadata', () => {
		const odd = unit('a.service', 'MachineMetadata=constructor=x');
		expect(ableToRun(odd, web, new Map())).toMatchObject({ cause: { missing: [{ has: undefined }] } });
	});

	test('lists every absent peer, while fleet names the first', () => {
		const follower = unit('a.service', 'MachineOf=b.service\nMachineOf=c.service\nMachineOf=d.service');
		const load = new Map([['c.service', unit('c.service')]]);
		expect(ableToRun(follower, web, load)).toMatchObject({
			cause: { kind: 'peers', missing: ['b.service', 'd.service'] },
			reason: 'required peer Unit(b.service) is not scheduled locally',
		});
	});

	test.each([
		['Conflicts=b*', '', 'unit', '[b.service]'],
		['', 'Conflicts=a*', 'resident', '[a.service]'],
		['Conflicts=b*', 'Conflicts=a*', 'both', '[a.service]'],
	])(
		'of a conflict (%j against %j) is the resident, declared by the %s, though fleet prints %s',
		(own, other, by, told) => {
			const load = new Map([['b.service', unit('b.service', other)]]);
			expect(ableToRun(unit('a.service', own), web, load)).toMatchObject({
				cause: { kind: 'conflict', resident: 'b.service', declaredBy: by },
				reason: `found conflict with locally-scheduled Unit(${told})`,
			});
		},
	);

	test('may be any resident in the way; the first by name is told', () => {
		const load = new Map(['c.service', 'b.service'].map((name) => [name, unit(name)]));
		const verdicts = possibleVerdicts(unit('a.service', 'Conflicts=*'), web, load);
		expect(verdicts.map((verdict) => verdict.kind !== 'schedule' && verdict.cause)).toMatchObject([
			{ resident: 'b.service' },
			{ resident: 'c.service' },
		]);
	});
});

describe('older releases', () => {
	const conflicting = clusterOf(['m1'], [unit('b.service', 'Conflicts=a*', { machineId: 'm1' }), unit('a.service')]);

	test.each<FleetRelease>(['0.8', '0.11', '0.13'])(
		'%s names the resident, whoever declared the conflict',
		(release) => {
			expect(verdictsIn(conflicting, release)['a.service']).toEqual({
				m1: 'unschedule: found conflict with locally-scheduled Unit(b.service)',
			});
		},
	);

	test('before 0.13 nothing is replaced', () => {
		const cluster = clusterOf(['m1'], [unit('b.service', '', { machineId: 'm1' }), unit('a.service', 'Replaces=b*')]);
		expect(verdictsIn(cluster, '0.12')['a.service']).toEqual({ m1: 'schedule' });
		expect(verdictsIn(cluster, '0.13')['a.service']).toEqual({ m1: 'reschedule: jobreschedule' });
	});

	test('before 1.0 a global counts although it conflicts with what is there', () => {
		const cluster = clusterOf(
			['m1'],
			[unit('a.service', '', { machineId: 'm1' }), unit('g.service', 'Global=true\nConflicts=a*')],
		);
		expect(machineLoads(cluster, '0.13').get('m1')?.size).toBe(2);
		expect(machineLoads(cluster, '1.0').get('m1')?.size).toBe(1);
	});
});

test('of two globals that conflict, the first by name counts', () => {
	const cluster = clusterOf(['m1'], [unit('h.service', 'Global=true\nConflicts=*'), unit('g.service', 'Global=true')]);
	expect([...(machineLoads(cluster).get('m1')?.keys() ?? [])]).toEqual(['g.service']);
});

/** Verdicts by unit and machine, as the recording has them: globals are no business of the engine. */
function verdictsIn(cluster: Cluster, release: FleetRelease = '1.0'): Record<string, Record<string, string>> {
	const loads = machineLoads(cluster, release);
	const verdict = (one: ClusterUnit, machine: Machine) =>
		printVerdict(ableToRun(one, machine, loads.get(machine.id) ?? new Map(), release));
	const jobs = cluster.units.filter(({ requirements }) => !requirements.global);
	if (cluster.machines.length === 0) return {};
	return Object.fromEntries(
		jobs.map((one) => [one.name, Object.fromEntries(cluster.machines.map((each) => [each.id, verdict(one, each)]))]),
	);
}

/** A verdict in one line: `schedule`, or what is done and fleet's reason. */
function printVerdict(verdict: Verdict): string {
	return verdict.kind === 'schedule' ? verdict.kind : `${verdict.kind}: ${verdict.reason}`;
}
