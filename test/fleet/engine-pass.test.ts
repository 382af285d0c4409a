// One pass of the engine: against what fleet's own engine did in 300 passes over each recorded cluster, and fast
// against slow over clusters made by chance.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { enginePass } from '../../core/src/fleet/engine-pass.ts';
import { type Cluster, type DesiredState, type FleetRelease, fleetReleases } from '../../core/src/fleet/model.ts';
import { passOutcomes } from '../../core/src/fleet/pass-outcomes.ts';
import { possibleSteps } from '../../core/src/fleet/pass-steps.ts';
import { applyTasks, printTask, type Task } from '../../core/src/fleet/task.ts';
import { clusterOf, machines, unit } from './clusters.ts';
import { scheduleVectors } from './schedule-vectors.ts';

describe('as fleet v1.0.0 recorded', () => {
	// 300 passes show every outcome of so few units: ours are the same set, with no exception.
	test.each(scheduleVectors)('$label: the outcomes of all orders', ({ cluster, outcomes }) => {
		expect(allOutcomes(cluster)).toEqual([...outcomes].sort());
	});

	test.each(scheduleVectors)('$label: the order by name gives one of them', ({ cluster, outcomes }) => {
		expect(outcomes).toContain(inOneLine(enginePass(cluster).tasks));
	});
});

describe('units are taken by name', () => {
	const cluster = clusterOf(['m2', 'm1'], [unit('b.service'), unit('a.service'), unit('c.service')]);

	test('and each goes to the least loaded machine, of equals to the first by ID', () => {
		expect(printed(enginePass(cluster).tasks)).toEqual([
			'AttemptScheduleUnit a.service m1 (target state launched and unit not scheduled)',
			'AttemptScheduleUnit b.service m2 (target state launched and unit not scheduled)',
			'AttemptScheduleUnit c.service m1 (target state launched and unit not scheduled)',
		]);
	});

	test('or in an order that is given, the rest by name', () => {
		const { tasks } = enginePass(cluster, { order: ['c.service'] });
		expect(tasks.map((task) => task.unit)).toEqual(['c.service', 'a.service', 'b.service']);
	});
});

describe('a unit without a machine', () => {
	test('is told with the error that fleet logs', () => {
		const wanted = [unit('a.service', 'MachineOf=b.service'), unit('b.service', '', { desiredState: 'inactive' })];
		expect(enginePass(clusterOf(['m1'], wanted)).unplaced).toEqual([
			{ unit: 'a.service', reason: 'no agents able to run job' },
		]);
		expect(enginePass(clusterOf([], wanted)).unplaced).toEqual([
			{ unit: 'a.service', reason: 'zero agents available' },
		]);
	});
});

describe('before 1.0', () => {
	const together = clusterOf(
		['m1'],
		[unit('a.service', 'Conflicts=b*', { machineId: 'm1' }), unit('b.service', '', { machineId: 'm1' })],
	);

	test('phase 1 sees the machines as they were, so that both of two rivals go, and gives no inner reason', () => {
		expect(printed(enginePass(together, { release: '0.13' }).tasks)).toEqual([
			'UnscheduleUnit a.service m1 (target Machine(m1) unable to run unit)',
			'UnscheduleUnit b.service m1 (target Machine(m1) unable to run unit)',
			'AttemptScheduleUnit a.service m1 (target state launched and unit not scheduled)',
		]);
	});

	test('since 1.0 the second may stay', () => {
		expect(printed(enginePass(together).tasks)).toEqual([
			'UnscheduleUnit a.service m1 (target Machine(m1) unable to run unit: found conflict with locally-scheduled Unit([b.service]))',
		]);
	});
});

describe('globals', () => {
	test('come back when the unit that kept them off has gone', () => {
		const cluster = clusterOf(
			['m1', 'm2'],
			[
				unit('a.service', '', { machineId: 'm1', desiredState: 'inactive' }),
				unit('b.service', 'MachineMetadata=k=v', { machineId: 'm1' }),
				unit('g.service', 'Global=true\nConflicts=b.service c.service'),
				unit('c.service'),
			],
		);
		// While b.service is on m1, g.service is not; as soon as it has gone, g.service keeps c.service off.
		expect(enginePass(cluster).unplaced.map((one) => one.unit)).toEqual(['b.service', 'c.service']);
		expect(allOutcomes(cluster)).toContain(inOneLine(enginePass(cluster).tasks));
	});

	test('in each other’s way are counted in either order, as fleet’s engine does', () => {
		const cluster = {
			machines: machines({ m1: '', m2: 'k=v' }),
			units: [
				unit('g.service', 'Global=true\nMachineMetadata=k=v\nConflicts=h*'),
				unit('h.service', 'Global=true\nConflicts=a*\nMachineMetadata=k=v'),
				unit('a.service', 'MachineMetadata=k=v'),
			],
		};
		expect(allOutcomes(cluster)).toEqual([
			'',
			'AttemptScheduleUnit a.service m2 (target state launched and unit not scheduled)',
		]);
	});

	test('are never moved, not even by Replaces', () => {
		const cluster = clusterOf(
			['m1', 'm2'],
			[unit('g.service', 'Global=true'), unit('a.service', 'Replaces=g*', { machineId: 'm1' })],
		);
		expect(enginePass(cluster).tasks).toEqual([]);
		expect(allOutcomes(cluster)).toEqual(['']);
	});
});

describe('outcomes', () => {
	test('of too many units are many', () => {
		const units = Array.from({ length: 12 }, (_, number) => unit(`a${number}.service`));
		expect(passOutcomes(clusterOf(['m1', 'm2'], units))).toEqual({ kind: 'many' });
	});

	test('of many units that stay where they are is none, at once', () => {
		const units = Array.from({ length: 200 }, (_, number) => unit(`a${number}.service`, '', { machineId: 'm1' }));
		expect(passOutcomes(clusterOf(['m1', 'm2'], units))).toEqual({ kind: 'all', outcomes: [[]] });
	});

	test('of many globals in each other’s way are many', () => {
		const units = Array.from({ length: 12 }, (_, number) => unit(`g${number}.service`, 'Global=true\nConflicts=g*'));
		expect(passOutcomes(clusterOf(['m1'], [...units, unit('a.service')]))).toEqual({ kind: 'many' });
	});
});

describe('tasks', () => {
	const cluster = clusterOf(['m1', 'm2'], [unit('a.service', '', { machineId: 'm1' }), unit('b.service')]);
	const task = (kind: Task['kind'], name: string, machine: string): Task => ({ kind, unit: name, machine, reason: '' });

	test('are carried out one by one', () => {
		const after = applyTasks(cluster, [task('unschedule', 'a.service', 'm1'), task('schedule', 'a.service', 'm2')]);
		expect(places(after)).toEqual({ 'a.service': 'm2', 'b.service': undefined });
	});

	test('do not overwrite a schedule, nor take a unit off a machine that it is not on', () => {
		const after = applyTasks(cluster, [task('schedule', 'a.service', 'm2'), task('unschedule', 'a.service', 'm2')]);
		expect(places(after)).toEqual({ 'a.service': 'm1', 'b.service': undefined });
	});

	test('leave the cluster that they are for as it was', () => {
		applyTasks(cluster, [task('schedule', 'b.service', 'm2')]);
		expect(cluster.units[1]).not.toHaveProperty('machineId');
	});
});

describe('in any small cluster', () => {
	const names = ['a@1.service', 'a@2.service', 'b.service', 'c.service', 'old.service'];
	const lines = [
		'',
		'Conflicts=a@*.service',
		'Conflicts=*.service',
		'Conflicts=b* old.service',
		'Conflicts=[',
		'MachineOf=b.service',
		'MachineOf=a@1.service\nMachineOf=c.service',
		'MachineMetadata=k=v',
		'MachineMetadata="k=v" "k=w"\nConflicts=?.service',
		'MachineID=m1',
		'Replaces=old.service',
		'Replaces=a@*.service',
		'Global=true',
		'Global=true\nConflicts=b*',
		'Global=true\nMachineMetadata=k=w',
	];
	const anyUnit = fc.record({
		lines: fc.constantFrom(...lines),
		machineId: fc.constantFrom(undefined, 'm1', 'm2', 'gone'),
		desiredState: fc.constantFrom<DesiredState>('inactive', 'loaded', 'launched', 'launched'),
	});
	const anyCluster = fc.tuple(
		fc.constantFrom({ m1: 'k=v', m2: 'k=w' }, { m1: '' }, { m2: 'k=v', m1: '', m3: 'k=w' }, {}),
		fc.array(anyUnit, { minLength: 1, maxLength: names.length }),
		fc.constantFrom(...fleetReleases),
		fc.shuffledSubarray(names),
	);

	test('the fast pass, in whatever order, is one of the outcomes', () => {
		fc.assert(
			fc.property(anyCluster, ([written, units, release, order]) => {
				const cluster = {
					machines: machines(written),
					units: units.map(({ lines, desiredState, machineId }, at) =>
						unit(names[at]!, lines, {
							release,
							desiredState,
							...(machineId !== undefined && { machineId }),
						}),
					),
				};
				const frozen = structuredClone(cluster);
				const all = allOutcomes(cluster, release);
				expect(all).toContain(inOneLine(enginePass(cluster, { release, order }).tasks));
				expect(cluster).toEqual(frozen);
			}),
			{ numRuns: 400 },
		);
	});
});

describe('in any larger cluster', () => {
	const instances = Array.from({ length: 40 }, (_, number) => `${'abcd'[number % 4]}@${number}.service`);
	const lines = [
		...['', '', 'Conflicts=%p@*.service', 'Conflicts=a@1?.service *@3.service', 'MachineOf=a@0.service'],
		...['MachineMetadata=k=v', 'MachineMetadata="k=w" "zone=1"', 'MachineMetadata="k=v" "k=w"\nConflicts=b@*'],
		...['MachineID=m3', 'Replaces=c@*', 'Global=true\nMachineMetadata=k=v', 'Global=true\nConflicts=d@* a@2*'],
	];
	const anyUnit = fc.record({
		lines: fc.constantFrom(...lines),
		machineId: fc.constantFrom(undefined, 'm1', 'm2', 'm3', 'm4', 'gone'),
		desiredState: fc.constantFrom<DesiredState>('inactive', 'loaded', 'launched', 'launched', 'launched'),
	});
	const anyUnits = fc.array(anyUnit, { minLength: 10, maxLength: instances.length });

	test('the fast pass decides as one that works everything out anew each time', () => {
		fc.assert(
			fc.property(anyUnits, fc.constantFrom<FleetRelease>('0.11', '1.0'), (units, release) => {
				const cluster = {
					machines: machines({ m4: 'k=v zone=1', m2: 'k=w zone=1', m1: 'k=v', m3: '', m5: 'k=w' }),
					units: units.map(({ lines, desiredState, machineId }, at) =>
						// More globals than these could be counted in too many orders.
						unit(instances[at]!, at > 3 && lines.startsWith('Global') ? '' : lines, {
							release,
							desiredState,
							...(machineId !== undefined && { machineId }),
						}),
					),
				};
				expect(printed(enginePass(cluster, { release }).tasks)).toEqual(printed(slowPass(cluster, release)));
			}),
			{ numRuns: 100 },
		);
	});
});

/** A pass by name in which nothing is remembered from one decision to the next. */
function slowPass(start: Cluster, release: FleetRelease): readonly Task[] {
	const jobs = start.units.filter(({ requirements }) => !requirements.global).map(({ name }) => name);
	const turns = jobs.sort().map((name) => ({ phase: 1, name }) as const);
	const tasks: Task[] = [];
	let cluster = start;
	for (const { phase, name } of [...turns, ...turns.map((turn) => ({ ...turn, phase: 2 }) as const)]) {
		const [step] = possibleSteps(phase, { start, cluster, release }, name);
		tasks.push(...step!.tasks);
		cluster = step!.cluster;
	}
	return tasks;
}

function allOutcomes(cluster: Cluster, release: FleetRelease = '1.0'): readonly string[] {
	const found = passOutcomes(cluster, { release, outcomes: 100_000, decisions: 100_000 });
	if (found.kind === 'many') throw new Error('too many outcomes for a test');
	return found.outcomes.map(inOneLine).sort();
}

/** A task list as the recording writes it. */
function inOneLine(tasks: readonly Task[]): string {
	return printed(tasks).join(' ; ');
}

function printed(tasks: readonly Task[]): readonly string[] {
	return tasks.map(printTask);
}

function places({ units }: Cluster): Record<string, string | undefined> {
	return Object.fromEntries(units.map(({ name, machineId }) => [name, machineId]));
}
