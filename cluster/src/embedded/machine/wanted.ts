// What an agent is to run: the units scheduled to its machine, and the global ones that suit it. By name.

import { meetsMetadata } from '../../../../core/src/fleet/machine-load.ts';
import type { ClusterUnit, Machine } from '../../../../core/src/fleet/model.ts';
import { conflictsWithAny } from '../../../../core/src/fleet/rivalry.ts';
import { type ReadableUnit, readMachines, readUnits } from '../registry/reading.ts';
import type { Registry } from '../registry/registry.ts';

/**
 * The units that a machine is to have loaded. Global units come in the order of their names, and each must go with
 * what was accepted before. Of scheduled units nothing is asked: that the engine chose this machine is enough.
 */
export function wantedUnits(registry: Registry, machineId: string): readonly ReadableUnit[] {
	const { scheduled, globals } = sortUnits(registry);
	const machine = readMachines(registry).find(({ id }) => id === machineId);
	const own = scheduled.get(machineId) ?? [];
	return machine === undefined ? own : [...own, ...suitableGlobals(globals, own, machine)];
}

interface Sorted {
	/** Wanted at all, by machine. */
	readonly scheduled: ReadonlyMap<string, readonly ReadableUnit[]>;
	readonly globals: readonly ReadableUnit[];
}

function sortUnits(registry: Registry): Sorted {
	const known = sorted.get(registry.jobs);
	if (known !== undefined) return known;
	const wanted = readUnits(registry).filter(({ desiredState }) => desiredState !== 'inactive');
	const scheduled = new Map<string, ReadableUnit[]>();
	for (const unit of wanted) {
		const { machineId } = unit.engine;
		if (machineId === undefined) continue;
		const units = scheduled.get(machineId) ?? [];
		units.push(unit);
		scheduled.set(machineId, units);
	}
	const result = { scheduled, globals: wanted.filter(({ engine }) => engine.requirements.global) };
	sorted.set(registry.jobs, result);
	return result;
}

const sorted = new WeakMap<Registry['jobs'], Sorted>();

function suitableGlobals(
	globals: readonly ReadableUnit[],
	own: readonly ReadableUnit[],
	machine: Machine,
): readonly ReadableUnit[] {
	const accepted: ClusterUnit[] = own.map(({ engine }) => engine);
	return globals.filter(({ engine }) => {
		if (!meetsMetadata(machine, engine.requirements.metadata) || conflictsWithAny(engine, accepted)) return false;
		accepted.push(engine);
		return true;
	});
}
