// Whatever is asked of a practice cluster and however time passes: what must hold of every cluster of fleet holds.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { allStates } from '../../../cluster/src/embedded/api/states.ts';
import { advance } from '../../../cluster/src/embedded/due.ts';
import { loseMachine, returnMachine } from '../../../cluster/src/embedded/machines.ts';
import { loseRegistry, returnRegistry } from '../../../cluster/src/embedded/outage.ts';
import { engineView, readUnits } from '../../../cluster/src/embedded/registry/reading.ts';
import { isQuiet, settle } from '../../../cluster/src/embedded/settle.ts';
import { setRegistry, type World } from '../../../cluster/src/embedded/world.ts';
import { ableToRun } from '../../../core/src/fleet/eligibility.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import { startWorld } from './support-world.ts';

/** Something that happens to a cluster. */
interface Step {
	readonly what: string;
	readonly take: (world: World) => World;
}

const names = [
	'a.service',
	'b.service',
	'c@1.service',
	'c@2.service',
	'c@.service',
	'd.timer',
	'e.target',
	'x.snapshot',
];
const unitName = fc.constantFrom(...names);
const serviceLines = [
	...['ExecStart=/bin/sleep infinity', 'ExecStart=/bin/false', 'ExecStart=/bin/sleep 20', 'ExecStartPre=/bin/sleep 3'],
	...['Restart=always', 'RestartSec=2', 'Type=oneshot', 'RemainAfterExit=yes', 'ExecStop=/bin/sleep 1', 'Foo=bar'],
];
const fleetLines = [
	...['Global=true', 'Conflicts=c@*.service', 'Conflicts=b.*', 'MachineOf=a.service', 'MachineMetadata=role=web'],
	...['MachineMetadata=role=data', 'MachineID=nobody', 'Conflicts=*'],
];
const unitLines = ['Requires=b.service', 'BindsTo=a.service', 'PartOf=c@1.service', 'Wants=d.timer'];

const optionsIn = (section: string, lines: readonly string[]) =>
	fc.subarray([...lines]).map((chosen) => chosen.map((line) => toOption(section, line)));

const options = fc
	.tuple(
		optionsIn('Unit', unitLines),
		optionsIn('Service', serviceLines),
		optionsIn('X-Fleet', fleetLines),
		fc.constant([toOption('Timer', 'OnActiveSec=5')]),
	)
	.map((parts) => parts.flat());

const desiredState = fc.oneof(
	{ weight: 6, arbitrary: fc.constantFrom('launched', 'loaded', 'inactive') },
	{ weight: 1, arbitrary: fc.constantFrom('', 'running') },
);

const anyStep: fc.Arbitrary<Step> = fc.oneof(
	{
		weight: 6,
		arbitrary: fc.record({ name: unitName, options, desiredState }).map(({ name, ...body }) => put(name, body)),
	},
	{ weight: 4, arbitrary: fc.record({ name: unitName, desiredState }).map(({ name, ...body }) => put(name, body)) },
	{ weight: 2, arbitrary: unitName.map((name) => request('DELETE', name, '')) },
	{
		weight: 3,
		arbitrary: fc.nat(40_000).map((time) => step(`${time} ms`, (world) => advance(world, world.now + time))),
	},
	{ weight: 2, arbitrary: fc.constant(step('settle', (world) => settle(world, world.now))) },
	{
		weight: 1,
		arbitrary: fc
			.tuple(fc.nat(3), fc.constantFrom('killed', 'drained', 'off'))
			.map(([nth, loss]) => step(`${loss} ${nth}`, (world) => loseMachine(world, idOf(world, nth), loss))),
	},
	{
		weight: 2,
		arbitrary: fc.nat(3).map((nth) => step(`back ${nth}`, (world) => returnMachine(world, idOf(world, nth)))),
	},
	{ weight: 1, arbitrary: fc.constantFrom(step('outage', loseRegistry), step('no outage', returnRegistry)) },
);

test('units are on one machine, suit it, and are reported only where they are loaded; lists are in order', () => {
	fc.assert(
		fc.property(fc.array(anyStep, { maxLength: 25 }), (steps) => {
			const world = steps.reduce(takeStep, startWorld(4));
			const rest = settle(returnRegistry(world), world.now);
			checkAlways(rest);
			expect(isQuiet(rest)).toBe(true);
			checkAtRest(rest);
		}),
		{ numRuns: 300 },
	);
});

test('a cluster at rest stays as it is, but for what its programs do in their own time', () => {
	fc.assert(
		fc.property(fc.array(anyStep, { maxLength: 15 }), (steps) => {
			const rest = settle(returnRegistry(steps.reduce(takeStep, startWorld(3))), 0);
			const again = settle(rest, rest.now);
			expect(again.registry).toBe(rest.registry);
			expect(again.hosts).toBe(rest.hosts);
			// Real time finds nothing to do for fleet, either.
			expect(advance(rest, rest.now).registry).toBe(rest.registry);
		}),
		{ numRuns: 100 },
	);
});

function takeStep(world: World, { take }: Step): World {
	const after = take(world);
	checkAlways(after);
	expect(after.now).toBeGreaterThanOrEqual(world.now);
	return after;
}

/** Holds at every moment. */
function checkAlways({ registry }: World): void {
	const states = allStates(registry).map(({ unit, machine }) => `${unit} ${machine}`);
	expect(states).toEqual(states.toSorted());
	const units = readUnits(registry).map(({ job }) => job.name);
	expect(units).toEqual(units.toSorted());
	for (const path of ['units', 'state', 'machines']) {
		const { answer } = answerRequest(registry, {
			method: 'GET',
			target: `/fleet/v1/${path}`,
			contentTypes: [],
			body: '',
		});
		expect(answer?.status).toBe(200);
		expect(() => JSON.parse(answer?.body ?? '')).not.toThrow();
	}
}

/** Holds once everything that fleet does is done. */
function checkAtRest({ registry, hosts }: World): void {
	for (const { unit, machine } of allStates(registry)) {
		expect(hosts.get(machine)?.files.has(unit)).toBe(true);
		const job = registry.jobs.get(unit);
		const isGlobal = readUnits(registry).find(({ job: { name } }) => name === unit)?.engine.requirements.global;
		if (!isGlobal) expect(job?.target).toBe(machine);
	}
	const cluster = engineView(registry);
	const loads = machineLoads(cluster);
	for (const unit of cluster.units) {
		const machine = cluster.machines.find(({ id }) => id === unit.machineId);
		if (unit.machineId === undefined) continue;
		expect(machine).toBeDefined();
		const load = new Map(loads.get(unit.machineId));
		if (machine !== undefined) expect(ableToRun(unit, machine, load).kind).not.toBe('unschedule');
	}
}

function put(name: string, body: unknown): Step {
	return request('PUT', name, JSON.stringify(body));
}

function step(what: string, take: Step['take']): Step {
	return { what, take };
}

function request(method: string, name: string, body: string): Step {
	return step(`${method} ${name} ${body}`, (world) => {
		if (world.outageSince !== undefined) return world;
		const target = `/fleet/v1/units/${encodeURIComponent(name)}`;
		const { answer, registry } = answerRequest(world.registry, {
			method,
			target,
			contentTypes: ['application/json'],
			body,
		});
		expect([201, 204, 400, 404, 409, 500]).toContain(answer?.status);
		return setRegistry(world, registry);
	});
}

function idOf({ hosts }: World, nth: number): string {
	return [...hosts.keys()][nth] ?? '';
}

function toOption(section: string, line: string) {
	const at = line.indexOf('=');
	return { section, name: line.slice(0, at), value: line.slice(at + 1) };
}
