// How each machine would be with a planned unit once fleet has come to rest: what stands against it, or how many other
// units are counted there.

import type { PlanResults } from '../../../cluster/src/operations/placement.ts';
import { ableToRun, type Verdict } from '../../../core/src/fleet/eligibility.ts';
import { machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { FleetRelease, Machine } from '../../../core/src/fleet/model.ts';

/** A machine and a planned unit. */
export interface MachineVerdict {
	readonly machine: Machine;
	readonly verdict: Verdict;
	/** Whether the unit is counted there at the end. */
	readonly isThere: boolean;
	/** How many others are. */
	readonly others: number;
}

/** The verdicts of all machines on a unit; none for one that is not even tried. */
export function machineVerdicts(name: string, results: PlanResults, release: FleetRelease): readonly MachineVerdict[] {
	const { cluster } = results.simulation;
	const unit = cluster.units.find((one) => one.name === name);
	const loads = machineLoads(cluster, release);
	if (unit === undefined) return [];
	return results.machines.map((machine) => {
		const load = loads.get(machine.id) ?? new Map();
		const isThere = load.has(name);
		return { machine, isThere, verdict: ableToRun(unit, machine, load, release), others: load.size - Number(isThere) };
	});
}
