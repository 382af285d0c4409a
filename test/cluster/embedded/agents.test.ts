// Agents and machines of the practice cluster: what they do with units of the registry, how they fail, and what becomes
// of a machine that is lost.

import { describe, expect, test } from 'vitest';
import { advance } from '../../../cluster/src/embedded/due.ts';
import { loseMachine, returnMachine } from '../../../cluster/src/embedded/machines.ts';
import { readMachines } from '../../../cluster/src/embedded/registry/reading.ts';
import type { World } from '../../../cluster/src/embedded/world.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { destroy, journalOf, launch, machineOf, restAfter, send, startWorld, statesOf, wish } from './support-world.ts';

const sleeper = '[Service]\nExecStart=/bin/sleep infinity\n';
const running = 'loaded active running';

describe('an agent', () => {
	test('puts a new text in place on the same machine, when that is asked for in one request', () => {
		const world = launch(startWorld(), 'a.service', sleeper);
		const changed = launch(world, 'a.service', `[Unit]\nDescription=new\n${sleeper}`);
		expect(machineOf(changed, 'a.service')).toBe(machineOf(world, 'a.service'));
		expect(statesOf(changed, 'a.service')).toEqual([running]);
		expect(journalOf(changed, 'a.service').filter((line) => line.includes('Started'))).toHaveLength(2);
	});

	test('takes a unit away whose new text comes without a state', () => {
		const world = launch(startWorld(), 'a.service', sleeper);
		const options = readOptions(`[Unit]\nDescription=new\n${sleeper}`).options;
		const changed = restAfter(send(world, 'PUT', 'a.service', { options }));
		expect(statesOf(changed, 'a.service')).toEqual([]);
		expect(machineOf(changed, 'a.service')).toBeUndefined();
	});

	test('runs a global unit on every machine with its metadata', () => {
		const text = `${sleeper}[X-Fleet]\nGlobal=true\nMachineMetadata=role=web\n`;
		expect(statesOf(launch(startWorld(6), 'g.service', text), 'g.service')).toHaveLength(4);
	});

	test('accepts global units that conflict in the order of their names', () => {
		const text = (other: string) => `${sleeper}[X-Fleet]\nGlobal=true\nConflicts=${other}\n`;
		const world = launch(startWorld(), 'b.service', text('a.service'));
		expect(statesOf(world, 'b.service')).toHaveLength(3);
		const both = launch(world, 'a.service', text('b.service'));
		expect(statesOf(both, 'a.service')).toHaveLength(3);
		expect(statesOf(both, 'b.service')).toHaveLength(0);
	});

	test('forgets a unit that was poisoned', () => {
		const world = wish(launch(startWorld(), 'a.service', sleeper), 'a.service', 'running');
		expect(statesOf(world, 'a.service')).toEqual([]);
	});

	test.each([
		['of a kind that systemd does not know', 'bad.snapshot', '[Unit]\nDescription=s\n'],
		['that cannot be enabled', 'bad.service', `${sleeper}[Install]\nWantedBy=../x y\n`],
		['whose name is too long for a file', `${'a'.repeat(248)}.service`, sleeper],
	])('starts nothing more on its machine once it has a unit %s', (_, name, text) => {
		const world = launch(startWorld(1), name, text);
		expect(statesOf(launch(world, 'z.service', sleeper), 'z.service')).toEqual(['loaded inactive dead']);
		expect(statesOf(launch(destroy(world, name), 'z.service', sleeper), 'z.service')).toEqual([running]);
	});

	test('hangs over a template that is to be launched, until its fleetd is restarted', () => {
		const up = launch(startWorld(1), 'a.service', sleeper);
		const hung = launch(up, 'bad@.service', sleeper);
		// What it said has faded, and nothing that is asked for is done.
		expect(statesOf(hung, 'a.service')).toEqual([]);
		const cleared = destroy(wish(hung, 'a.service', 'loaded'), 'bad@.service');
		expect(journalOf(cleared, 'a.service')).toEqual(journalOf(up, 'a.service'));
		const [id = ''] = cleared.hosts.keys();
		const back = restAfter(returnMachine(cleared, id));
		expect(statesOf(back, 'a.service')).toEqual([running]);
	});
});

describe('a machine whose fleetd is killed', () => {
	const up = launch(startWorld(), 'a.service', sleeper);
	const id = machineOf(up, 'a.service') ?? '';
	const killed = loseMachine(up, id, 'killed');

	test('is believed in for 15 to 30 seconds, and what it said for 6 to 30', () => {
		expect(listed(advance(killed, killed.now + 14_000), id)).toBe(true);
		expect(statesOf(advance(killed, killed.now + 5000), 'a.service')).toEqual([running]);
		const late = advance(killed, killed.now + 31_000);
		expect(listed(late, id)).toBe(false);
		expect(late.registry.states.has(id)).toBe(false);
	});

	test('loses its units to others, and their processes run on', () => {
		const moved = restAfter(killed);
		expect(machineOf(moved, 'a.service')).not.toBe(id);
		expect(statesOf(moved, 'a.service')).toEqual([running]);
		expect(moved.hosts.get(id)?.systemd.units.get('a.service')?.active).toBe('active');
	});

	test('stops, when it is back, what has moved meanwhile', () => {
		const back = restAfter(returnMachine(restAfter(killed), id));
		expect(listed(back, id)).toBe(true);
		expect(statesOf(back, 'a.service')).toEqual([running]);
		expect(back.hosts.get(id)?.systemd.units.size).toBe(0);
	});

	test('finds its units again, when it is back in time', () => {
		const back = restAfter(returnMachine(advance(killed, killed.now + 3000), id));
		expect(machineOf(back, 'a.service')).toBe(id);
		expect(journalOf(back, 'a.service')).toEqual(['systemd: Started a.service.']);
	});
});

describe('a machine that is drained', () => {
	test('stops its units first, which move', () => {
		const up = launch(startWorld(), 'a.service', sleeper);
		const id = machineOf(up, 'a.service') ?? '';
		const drained = restAfter(loseMachine(up, id, 'drained'));
		expect(listed(drained, id)).toBe(false);
		expect(machineOf(drained, 'a.service')).not.toBe(id);
		expect(drained.hosts.get(id)?.systemd.units.size).toBe(0);
		expect(listed(restAfter(returnMachine(drained, id)), id)).toBe(true);
	});
});

describe('a machine whose power goes', () => {
	test('loses its processes, and starts its units again if nobody else has them', () => {
		const up = launch(startWorld(1), 'a.service', sleeper);
		const [id = ''] = up.hosts.keys();
		const off = restAfter(loseMachine(up, id, 'off'));
		expect(statesOf(off, 'a.service')).toEqual([]);
		expect(machineOf(off, 'a.service')).toBeUndefined();
		const back = restAfter(returnMachine(off, id));
		expect(statesOf(back, 'a.service')).toEqual([running]);
		expect(journalOf(back, 'a.service')).toHaveLength(2);
	});
});

test('losing a machine that is lost, or bringing one back that is there, changes nothing', () => {
	const world = startWorld();
	const [id = ''] = world.hosts.keys();
	expect(returnMachine(world, id)).toBe(world);
	const lost = loseMachine(world, id, 'killed');
	expect(loseMachine(lost, id, 'off')).toBe(lost);
	expect(loseMachine(world, 'nobody', 'off')).toBe(world);
});

function listed({ registry }: World, id: string): boolean {
	return readMachines(registry).some((machine) => machine.id === id);
}
