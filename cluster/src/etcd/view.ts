// The tree of fleet's keys → what it says of machines, units and states, and what changed from one tree to the next.
// Only what new parts of the tree speak of is worked out again: the rest is the same value as before.

import { compareNames, compareTexts } from '../../../core/src/fleet/text-order.ts';
import { differences } from '../differences.ts';
import type { ClusterChange, ClusterMachine, ClusterSnapshot, UnitState } from '../model.ts';
import { rooms } from './keys.ts';
import { findMachine, keepsStatesElsewhere } from './machine-finding.ts';
import { type Folder, folderAt, leafAt } from './tree.ts';
import { findUnit, textHashOf, type UnitFinding, type UnitSources } from './unit-finding.ts';
import { readState } from './values.ts';

/** What was found of each name, and in which parts of the tree. */
export type Findings<T> = ReadonlyMap<string, { readonly sources: Sources; readonly found: T | undefined }>;

/** What the keys say of machines, units and states, by name. */
export interface RegistryFindings {
	readonly machines: Findings<ClusterMachine>;
	readonly units: Findings<UnitFinding>;
	/** By unit; of each, in the order of machines. */
	readonly states: Findings<readonly UnitState[]>;
}

/** A tree and what it says. */
export interface RegistryView extends RegistryFindings {
	readonly tree: Folder;
	/** Whether agents tell their states to the leader and not to etcd. */
	readonly statesElsewhere: boolean;
}

/** What a tree says. What `before` found in parts that are still the same is taken over. */
export function viewOf(tree: Folder, before?: RegistryView): RegistryView {
	const jobs = folderAt(tree, [rooms.jobs]);
	const states = folderAt(tree, [rooms.states]);
	const machines = folderAt(tree, [rooms.machines]);
	const statesElsewhere = keepsStatesElsewhere(machines);
	return {
		tree,
		statesElsewhere,
		machines: findAll(
			machines,
			before?.machines,
			(_, folder) => ({ folder }),
			(_, { folder }) => findMachine(folder),
		),
		units: findAll(
			jobs,
			before?.units,
			(name, job) => ({ job, ...unitSources(tree, name, job), statesElsewhere }),
			findUnit,
		),
		states: findAll(states, before?.states, (_, folder) => ({ folder }), statesIn),
	};
}

/** Everything that was found, as it is shown. */
export function snapshotOf({ machines, units, states }: RegistryFindings): ClusterSnapshot {
	return {
		machines: allFound(machines).sort((a, b) => compareTexts(a.id, b.id)),
		units: allFound(units)
			.flatMap((finding) => (finding.kind === 'unit' ? [finding.unit] : []))
			.sort(compareNames),
		states: [...states.keys()].sort(compareTexts).flatMap((name) => states.get(name)?.found ?? []),
	};
}

/** What changed from one view to a later one. */
export function changesBetween(before: RegistryView, after: RegistryView): readonly ClusterChange[] {
	return differences(snapshotOf(otherThan(after, before)), snapshotOf(otherThan(before, after)));
}

type Sources = Readonly<Record<string, unknown>>;

function findAll<S extends Sources, T>(
	room: Folder,
	before: Findings<T> | undefined,
	sourcesOf: (name: string, folder: Folder) => S,
	find: (name: string, sources: S) => T | undefined,
): Findings<T> {
	return new Map(
		Array.from(room.children.keys(), (name) => {
			const sources = sourcesOf(name, folderAt(room, [name]));
			const known = before?.get(name);
			const isKnown = known !== undefined && Object.keys(sources).every((key) => sources[key] === known.sources[key]);
			return [name, isKnown ? known : { sources, found: find(name, sources) }];
		}),
	);
}

function unitSources(tree: Folder, name: string, job: Folder): Pick<UnitSources, 'states' | 'text'> {
	const hash = textHashOf(job);
	return {
		states: folderAt(tree, [rooms.states, name]),
		text: hash === undefined ? undefined : leafAt(tree, [rooms.texts, hash]),
	};
}

function statesIn(name: string, { folder }: { readonly folder: Folder }): readonly UnitState[] {
	const states = Array.from(folder.children.keys(), (machineId): UnitState | undefined => {
		const leaf = leafAt(folder, [machineId]);
		const reading = leaf && readState(leaf);
		return reading?.kind === 'value' ? { name, machineId, ...reading.value } : undefined;
	});
	return states.filter((state) => state !== undefined).sort((a, b) => compareTexts(a.machineId, b.machineId));
}

function allFound<T>(findings: Findings<T>): T[] {
	return Array.from(findings.values(), ({ found }) => found).filter((found) => found !== undefined);
}

/** What one view found and another did not find just so. */
function otherThan(other: RegistryFindings, { machines, units, states }: RegistryFindings): RegistryFindings {
	return {
		machines: foundOtherwise(other.machines, machines),
		units: foundOtherwise(other.units, units),
		states: foundOtherwise(other.states, states),
	};
}

function foundOtherwise<T>(other: Findings<T>, findings: Findings<T>): Findings<T> {
	return new Map([...findings].filter(([name, { found }]) => found !== other.get(name)?.found));
}
