// The practice cluster in the shapes that all clusters share.

import type { ClusterMachine, ClusterSnapshot, ClusterUnit, UnitState } from '../model.ts';
import { allStates } from './api/states.ts';
import { currentState, type ReadableUnit, readMachines, readUnits } from './registry/reading.ts';
import type { Registry } from './registry/registry.ts';

/** Everything that the registry shows. */
export function takeSnapshot(registry: Registry): ClusterSnapshot {
	return {
		machines: readMachines(registry).map((machine) => withVersion(registry, machine)),
		units: readUnits(registry).map((unit) => toUnit(registry, unit)),
		states: allStates(registry).map(({ unit, machine, state }): UnitState => {
			const { hash, load, active, sub } = state;
			return { name: unit, machineId: machine, hash, load, active, sub };
		}),
	};
}

function withVersion(registry: Registry, machine: ClusterMachine): ClusterMachine {
	const fleetVersion = registry.machines.get(machine.id)?.version;
	return { ...machine, ...(fleetVersion !== undefined && { fleetVersion }) };
}

function toUnit(registry: Registry, { job, options, desiredState, engine }: ReadableUnit): ClusterUnit {
	const { name, hash } = job;
	const { global } = engine.requirements;
	const { machineId } = engine;
	return {
		...{ name, options, hash, desiredState, global },
		...(!global && { currentState: currentState(registry, job) }),
		...(machineId !== undefined && { machineId }),
	};
}
