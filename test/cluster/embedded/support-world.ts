// Practice clusters as values, for tests that need no sockets: units are put, time passes, and everything is looked at.

import { answerRequest } from '../../../cluster/src/embedded/api/router.ts';
import { allStates } from '../../../cluster/src/embedded/api/states.ts';
import { defaultMachines } from '../../../cluster/src/embedded/machines.ts';
import { settle } from '../../../cluster/src/embedded/settle.ts';
import { readJournal } from '../../../cluster/src/embedded/systemd/journal.ts';
import { createWorld, setRegistry, type World } from '../../../cluster/src/embedded/world.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';

/** A world of so many machines at a fixed time, at rest. */
export function startWorld(machines = 3): World {
	return createWorld(defaultMachines(machines), Date.UTC(2026, 0, 5, 12));
}

/** The world after a unit of that text was launched, or was asked for another state, and everything is at rest. */
export function launch(world: World, name: string, text: string, desiredState = 'launched'): World {
	return restAfter(send(world, 'PUT', name, { options: readOptions(text).options, desiredState }));
}

/** The world after a unit was asked for a state, at rest. */
export function wish(world: World, name: string, desiredState: string): World {
	return restAfter(send(world, 'PUT', name, { desiredState }));
}

/** The world after a unit was destroyed, at rest. */
export function destroy(world: World, name: string): World {
	return restAfter(send(world, 'DELETE', name));
}

/** The world at rest, some milliseconds later. */
export function restAfter(world: World, milliseconds = 0): World {
	return settle(world, world.now + milliseconds);
}

/** Sends a request about a unit. Nothing happens by itself. */
export function send(world: World, method: string, name: string, body?: unknown): World {
	const { registry } = answerRequest(world.registry, {
		method,
		target: `/fleet/v1/units/${encodeURIComponent(name)}`,
		contentTypes: ['application/json'],
		body: body === undefined ? '' : JSON.stringify(body),
	});
	return setRegistry(world, registry);
}

/** systemd's words for a unit, `load active sub`, of each machine that reports it. */
export function statesOf({ registry }: World, name: string): readonly string[] {
	return allStates(registry)
		.filter(({ unit }) => unit === name)
		.map(({ state }) => `${state.load} ${state.active} ${state.sub}`);
}

/** ID of the machine that a unit is scheduled to. */
export function machineOf({ registry }: World, name: string): string | undefined {
	return registry.jobs.get(name)?.target;
}

/** What stands in the journals of a unit, machine after machine, without times. */
export function journalOf({ hosts, now }: World, name: string): readonly string[] {
	return [...hosts.values()].flatMap(({ facts, systemd }) =>
		readJournal(systemd.journal, name, facts.id, {}, now).map(({ identifier, message }) => `${identifier}: ${message}`),
	);
}
