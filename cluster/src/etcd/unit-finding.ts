// One unit's keys → the unit as fleet would show it, or why fleet hides it. The joins are those of fleet v1.0.0.

import { isDesiredState } from '../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import type { ClusterUnit, CurrentState, GhostUnit } from '../model.ts';
import { type Folder, type Leaf, leafAt, valueAt } from './tree.ts';
import { readObject, readText } from './values.ts';

/** What a unit's keys come to. */
export type UnitFinding =
	| { readonly kind: 'unit'; readonly unit: ClusterUnit }
	| { readonly kind: 'ghost'; readonly ghost: GhostUnit };

/** The keys that speak of one unit. */
export type UnitSources = {
	/** `job/<unit>` */
	readonly job: Folder;
	/** `states/<unit>` */
	readonly states: Folder;
	/** `unit/<hash>` */
	readonly text: Leaf | undefined;
	/** Whether agents tell their states to the leader and not to etcd, so that nothing follows from their absence. */
	readonly statesElsewhere: boolean;
};

/** The unit, or its ghost; `undefined` where the folder holds no unit, as heartbeats leave behind for a while. */
export function findUnit(name: string, sources: UnitSources): UnitFinding | undefined {
	const object = leafAt(sources.job, ['object']);
	if (object === undefined) return undefined;
	const reading = readObject(object);
	if (reading.kind === 'fault') return ghost(name, 'unreadable object', reading.fault);
	if (reading.value.name !== name) return ghost(name, 'unreadable object', `it names \`${reading.value.name}\``);
	if (sources.text === undefined) return ghost(name, 'text is missing');
	const text = readText(sources.text);
	if (text.kind === 'fault') return ghost(name, 'text does not parse', text.fault);
	const wish = valueAt(sources.job, ['target-state']) ?? '';
	if (!isDesiredState(wish)) return ghost(name, 'unknown desired state', wish);
	const { global } = requirementsOf(text.value.options, name);
	return { kind: 'unit', unit: { name, ...text.value, desiredState: wish, ...placeOf(sources, global), global } };
}

/** The hash of the text that a unit has; `undefined` where that cannot be read. */
export function textHashOf(job: Folder): string | undefined {
	const object = leafAt(job, ['object']);
	const reading = object && readObject(object);
	return reading?.kind === 'value' ? reading.value.hash : undefined;
}

/**
 * Where a unit is scheduled to, and what came of it. fleet believes only the machine that the unit is scheduled to: it
 * has loaded the unit when it tells a state, and has launched it when its heartbeat stands there, too.
 */
function placeOf(
	{ job, states, statesElsewhere }: UnitSources,
	global: boolean,
): Pick<ClusterUnit, 'machineId'> & {
	readonly currentState?: CurrentState;
} {
	const target = valueAt(job, ['target']) ?? '';
	if (global) return {};
	if (target === '') return { currentState: 'inactive' };
	if (statesElsewhere) return { machineId: target };
	if (valueAt(states, [target]) === undefined) return { currentState: 'inactive', machineId: target };
	const currentState = valueAt(job, ['job-state']) === target ? 'launched' : 'loaded';
	return { currentState, machineId: target };
}

// A unit without a target state is one that somebody began to create. fleet lists it, without a desired state, and
// schedules it; here it counts as one whose desired state is unknown, because that is what there is to repair.
function ghost(name: string, reason: GhostUnit['reason'], detail?: string): UnitFinding {
	return { kind: 'ghost', ghost: { name, reason, ...(detail !== undefined && { detail }) } };
}
