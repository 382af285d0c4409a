// The recorded decisions of fleet's own scheduler, turned into clusters.

import type { Cluster, DesiredState } from '../../core/src/fleet/model.ts';
import { unit } from './clusters.ts';
import { readVectors } from './vectors.ts';

/** One recorded cluster with what fleet made of it. */
export interface ScheduleVector {
	readonly label: string;
	readonly cluster: Cluster;
	/** By unit and machine. */
	readonly ableToRun: Readonly<Record<string, Readonly<Record<string, string>>>>;
	/** The number of units on each machine. */
	readonly machineLoad: Readonly<Record<string, number>>;
	/** Every task list that was seen in 300 passes. */
	readonly outcomes: readonly string[];
}

interface RawVector {
	readonly label: string;
	readonly machines: readonly { readonly id: string; readonly metadata?: Readonly<Record<string, string>> }[] | null;
	readonly units: readonly RawUnit[];
	readonly ableToRun: ScheduleVector['ableToRun'];
	readonly machineLoad: ScheduleVector['machineLoad'];
	readonly distinctOnePassOutcomes: readonly string[];
}

interface RawUnit {
	readonly name: string;
	readonly xFleetBody: string;
	/** One recorded unit has none (`''`), which fleet takes for “not inactive”. */
	readonly targetState: DesiredState;
	readonly scheduledOn?: string;
}

/** All recorded clusters. */
export const scheduleVectors: readonly ScheduleVector[] = readVectors<RawVector>('scheduling.json').map(toVector);

function toVector({
	label,
	machines,
	units,
	ableToRun,
	machineLoad,
	distinctOnePassOutcomes,
}: RawVector): ScheduleVector {
	const cluster = {
		machines: (machines ?? []).map(({ id, metadata = {} }) => ({ id, metadata })),
		units: units.map(({ name, xFleetBody, targetState, scheduledOn }) =>
			unit(name, xFleetBody, { desiredState: targetState, ...(scheduledOn && { machineId: scheduledOn }) }),
		),
	};
	return { label, cluster, ableToRun, machineLoad, outcomes: distinctOnePassOutcomes };
}
