// The steps from one registry to the next, each one write of fleet's to etcd. Who may do them, and when, is the
// business of the API, the engine and the agents.

import { canonicalText } from '../../../../core/src/fleet/canonical.ts';
import { readOptions } from '../../../../core/src/fleet/options.ts';
import { hashOf } from '../../hash.ts';
import type { UnitOption } from '../../model.ts';
import { mapValues, withEntries, withEntry, withoutKeys } from '../maps.ts';
import type { Job, ListedMachine, Registry, ReportedState, UnitText } from './registry.ts';

/** Stores a unit's text and asks for a state. A unit that is scheduled stays scheduled. */
export function storeUnit(
	registry: Registry,
	name: string,
	options: readonly UnitOption[],
	targetState: string,
): Registry {
	const hash = hashOf(options);
	const texts = registry.texts.has(hash)
		? registry.texts
		: withEntry(registry.texts, hash, readUnitText(canonicalText(options)));
	return setJob({ ...registry, texts }, { ...registry.jobs.get(name), name, hash, targetState });
}

/** The text as fleet will read it back, which need not be what was stored. */
export function readUnitText(raw: string): UnitText {
	const { options, error } = readOptions(raw);
	const plain = options.map(({ section, name, value }) => ({ section, name, value }));
	return error === undefined ? { raw, options: plain } : { raw, options: [], error };
}

/** Asks for a state of a unit that is there. */
export function setTargetState(registry: Registry, name: string, targetState: string): Registry {
	const job = registry.jobs.get(name);
	return job === undefined ? registry : setJob(registry, { ...job, targetState });
}

/** Puts a unit on a machine, unless it is on one. */
export function scheduleUnit(registry: Registry, name: string, target: string): Registry {
	const job = registry.jobs.get(name);
	return job === undefined || job.target !== undefined ? registry : setJob(registry, { ...job, target });
}

/** Takes a unit off a machine, if it is on that one. */
export function unscheduleUnit(registry: Registry, name: string, from: string): Registry {
	const job = registry.jobs.get(name);
	if (job === undefined || job.target !== from) return registry;
	const { target: _gone, ...rest } = job;
	return setJob(registry, rest);
}

/** Removes a unit. Agents see that only at their next round: the key that goes is none that they watch. */
export function destroyUnit(registry: Registry, name: string): Registry {
	return {
		...registry,
		jobs: withoutKeys(registry.jobs, [name]),
		heartbeats: withoutKeys(registry.heartbeats, [name]),
	};
}

/** A machine announces itself, or does so with other facts. */
export function listMachine(registry: Registry, machine: ListedMachine): Registry {
	return { ...registry, machines: withEntry(registry.machines, machine.id, machine) };
}

/** A machine is no longer announced. */
export function unlistMachine(registry: Registry, id: string): Registry {
	return { ...registry, machines: withoutKeys(registry.machines, [id]) };
}

/** Sets metadata of a machine over the API. */
export function setMetadata(registry: Registry, machineId: string, key: string, value: string): Registry {
	const metadata = withEntry(registry.metadata.get(machineId) ?? new Map<string, string>(), key, value);
	return { ...registry, metadata: withEntry(registry.metadata, machineId, metadata) };
}

/** A machine reports states of its units. */
export function reportStates(
	registry: Registry,
	machineId: string,
	states: Iterable<readonly [string, ReportedState]>,
): Registry {
	const reported = withEntries(registry.states.get(machineId) ?? new Map<string, ReportedState>(), states);
	return { ...registry, states: withEntry(registry.states, machineId, reported) };
}

/** An agent takes back what it said of a unit. fleet removes what all other machines said of it, too. */
export function removeStates(registry: Registry, units: readonly string[]): Registry {
	return { ...registry, states: mapValues(registry.states, (states) => withoutKeys(states, units)) };
}

/** What a machine said has become too old. */
export function expireStates(registry: Registry, machineId: string): Registry {
	const vouched = [...registry.heartbeats].filter(([, id]) => id === machineId).map(([unit]) => unit);
	return {
		...registry,
		states: withoutKeys(registry.states, [machineId]),
		heartbeats: withoutKeys(registry.heartbeats, vouched),
	};
}

/** A machine vouches for launched units. */
export function beatFor(registry: Registry, machineId: string, units: readonly string[]): Registry {
	const beats = units.map((unit) => [unit, machineId] as const);
	return { ...registry, heartbeats: withEntries(registry.heartbeats, beats) };
}

/** Nobody vouches for the units any more. */
export function clearHeartbeats(registry: Registry, units: readonly string[]): Registry {
	return { ...registry, heartbeats: withoutKeys(registry.heartbeats, units) };
}

function setJob(registry: Registry, job: Job): Registry {
	return { ...registry, jobs: withEntry(registry.jobs, job.name, job), events: registry.events + 1 };
}
