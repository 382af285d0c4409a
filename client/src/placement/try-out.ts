// Puts trials into effect on a cluster that only exists on paper: what fleet's engine would find if they were done. What
// the engine makes of it is not worked out here.

import { changeMachines } from '../../../cluster/src/operations/what-if.ts';
import type { Cluster, ClusterUnit, FleetRelease } from '../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../core/src/fleet/requirements.ts';
import { splitUnitName, templateName } from '../../../core/src/fleet/unit-name.ts';
import { shortId } from '../cluster-view/words.ts';
import type { MapCluster, MapUnit } from './map-cluster.ts';
import { changeText, readMetadata } from './metadata-text.ts';
import { type Trial, trialKey } from './trials.ts';

/** A cluster before and after trials. */
export interface TriedCluster {
	readonly before: Cluster;
	/** Changed, and the engine has not looked at it yet. */
	readonly changed: Cluster;
	/** What each trial comes to, by its key. */
	readonly effects: ReadonlyMap<string, Effect>;
}

/** What a trial comes to: words for what is tried, or why there is nothing to try. */
export type Effect =
	| { readonly kind: 'tried'; readonly words: string; readonly units: readonly string[] }
	| { readonly kind: 'void'; readonly words: string };

/** Puts trials into effect, one after the other. */
export function tryOut(map: MapCluster, trials: readonly Trial[]): TriedCluster {
	const before = toFleetCluster(map);
	const effects = new Map<string, Effect>();
	let changed = before;
	for (const trial of trials) {
		const step = stepOf(trial, changed, map);
		changed = step.cluster;
		effects.set(trialKey(trial), step.effect);
	}
	return { before, changed, effects };
}

/** The template that new instances come from, or an instance, whose text is a copy of it. */
function sourceOfInstances(template: string, { units }: MapCluster): MapUnit | undefined {
	return units.find(({ name }) => name === template) ?? units.find(({ name }) => templateName(name) === template);
}

function toFleetCluster({ machines, units, release }: MapCluster): Cluster {
	return { machines, units: units.map((unit) => toFleetUnit(unit, release)) };
}

function toFleetUnit({ name, asks, desiredState, machineId }: MapUnit, release: FleetRelease): ClusterUnit {
	const requirements = requirementsOf(asks, name, release);
	return { name, requirements, desiredState, ...(machineId !== undefined && { machineId }) };
}

interface Step {
	readonly cluster: Cluster;
	readonly effect: Effect;
}

function stepOf(trial: Trial, cluster: Cluster, map: MapCluster): Step {
	switch (trial.kind) {
		case 'down':
		case 'metadata':
			return changeMachine(trial, cluster, map);
		case 'instances':
			return addInstances(trial, cluster, map);
		case 'desired':
			return changeState(trial, cluster);
	}
}

function changeMachine(
	trial: Extract<Trial, { readonly machineId: string }>,
	cluster: Cluster,
	{ machines }: MapCluster,
): Step {
	const { machineId } = trial;
	const name = shortId(machineId);
	if (!machines.some(({ id }) => id === machineId)) return nothing(cluster, `${name} is not in the cluster any more`);
	if (trial.kind === 'down') {
		const left = changeMachines(cluster.machines, { kind: 'lost', machineIds: [machineId] });
		return step({ ...cluster, machines: left }, `${name} is down`);
	}
	const metadata = readMetadata(trial.text);
	if (metadata === undefined) return nothing(cluster, `${name}: “${trial.text}” is not key=value, separated by commas`);
	const changed = changeMachines(cluster.machines, { kind: 'metadata', machineId, metadata });
	return step({ ...cluster, machines: changed }, `${name} has ${changeText(metadata)}`);
}

function addInstances(
	{ template, count }: Extract<Trial, { readonly kind: 'instances' }>,
	cluster: Cluster,
	map: MapCluster,
): Step {
	const source = sourceOfInstances(template, map);
	if (source === undefined) return nothing(cluster, `the cluster has nothing of ${template} any more`);
	const names = freeNames(template, count, new Set(cluster.units.map(({ name }) => name)));
	const units = names.map((name) =>
		toFleetUnit({ name, asks: source.asks, desiredState: 'launched', condition: '', on: {} }, map.release),
	);
	return step({ ...cluster, units: [...cluster.units, ...units] }, `new: ${names.join(', ')}`, names);
}

/** Names of instances that are not taken, counted from 1. */
function freeNames(template: string, count: number, taken: ReadonlySet<string>): readonly string[] {
	const { prefix = '', suffix = '' } = splitUnitName(template) ?? {};
	const names: string[] = [];
	for (let number = 1; names.length < count; number++) {
		const name = `${prefix}@${number}${suffix}`;
		if (!taken.has(name)) names.push(name);
	}
	return names;
}

function changeState({ unit: name, state }: Extract<Trial, { readonly kind: 'desired' }>, cluster: Cluster): Step {
	const unit = cluster.units.find((one) => one.name === name);
	if (unit === undefined) return nothing(cluster, `${name} is not on the cluster any more`);
	if (unit.desiredState === state) return nothing(cluster, `${name} is wanted ${state} already`);
	const units = cluster.units.map((one) => (one === unit ? { ...one, desiredState: state } : one));
	return step({ ...cluster, units }, `${name} is ${stateWords[state]}`, [name]);
}

/** A desired state as what was done to come to it. */
const stateWords = { launched: 'started', loaded: 'stopped, and keeps its place', inactive: 'unloaded' } as const;

function step(cluster: Cluster, words: string, units: readonly string[] = []): Step {
	return { cluster, effect: { kind: 'tried', words, units } };
}

function nothing(cluster: Cluster, words: string): Step {
	return { cluster, effect: { kind: 'void', words } };
}
