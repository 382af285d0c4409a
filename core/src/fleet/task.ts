// What the engine decides to do: tasks as data, fleet's text of them, and the cluster after they are done.

import type { Cluster, ClusterUnit } from './model.ts';

/** One decision of the engine: put a unit on a machine, or take it off. */
export interface Task {
	readonly kind: 'schedule' | 'unschedule';
	readonly unit: string;
	/** ID of the machine. */
	readonly machine: string;
	/** In fleet's words. */
	readonly reason: string;
}

/** A task as fleet names it: `AttemptScheduleUnit a.service m1 (reason)`. */
export function printTask({ kind, unit, machine, reason }: Task): string {
	const type = kind === 'schedule' ? 'AttemptScheduleUnit' : 'UnscheduleUnit';
	return `${type} ${unit} ${machine} (${reason})`;
}

/**
 * The cluster after the registry has carried out the tasks. As in etcd, a unit is scheduled only where no schedule
 * stands in the way, and taken off only the machine that it is on.
 */
export function applyTasks(cluster: Cluster, tasks: readonly Task[]): Cluster {
	if (tasks.length === 0) return cluster;
	const places = new Map(cluster.units.map(({ name, machineId }) => [name, machineId]));
	for (const { kind, unit, machine } of tasks) {
		if (kind === 'unschedule' && places.get(unit) === machine) places.set(unit, undefined);
		if (kind === 'schedule' && places.get(unit) === undefined) places.set(unit, machine);
	}
	return { ...cluster, units: cluster.units.map((unit) => moveUnit(unit, places.get(unit.name))) };
}

/** The unit with another machine, or none. */
export function moveUnit(unit: ClusterUnit, machineId: string | undefined): ClusterUnit {
	if (unit.machineId === machineId) return unit;
	const { machineId: _before, ...rest } = unit;
	return machineId === undefined ? rest : { ...rest, machineId };
}
