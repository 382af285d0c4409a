// What fleet reads out of its registry: units joined with their texts, machines with all their metadata, and the
// cluster as the engine sees it. Derived values are kept as long as what they come from stays the same.

import { type Cluster, type ClusterUnit as EngineUnit, isDesiredState } from '../../../../core/src/fleet/model.ts';
import { requirementsOf } from '../../../../core/src/fleet/requirements.ts';
import { compareTexts } from '../../../../core/src/fleet/text-order.ts';
import type { CurrentState, DesiredState, Machine, UnitOption } from '../../model.ts';
import type { Job, Registry } from './registry.ts';

/** A unit that fleet can read. */
export interface ReadableUnit {
	readonly job: Job;
	readonly options: readonly UnitOption[];
	readonly desiredState: DesiredState;
	/** As the engine sees it. */
	readonly engine: EngineUnit;
}

/** A unit with its text; `undefined` where fleet chokes on it: no text, one that does not parse, no known state. */
export function readUnit(registry: Registry, job: Job): ReadableUnit | undefined {
	const known = readings.get(job);
	if (known !== undefined) return known;
	const text = registry.texts.get(job.hash);
	if (text === undefined || text.error !== undefined || !isDesiredState(job.targetState)) return undefined;
	const reading = joinUnit(job, text.options, job.targetState);
	readings.set(job, reading);
	return reading;
}

/** All units that fleet can read, by name. */
export function readUnits(registry: Registry): readonly ReadableUnit[] {
	const known = lists.get(registry.jobs);
	if (known !== undefined) return known;
	const jobs = [...registry.jobs.values()].sort((a, b) => compareTexts(a.name, b.name));
	const units = jobs.flatMap((job) => readUnit(registry, job) ?? []);
	lists.set(registry.jobs, units);
	return units;
}

/** What the machine at which a unit is scheduled says of it. */
export function currentState(registry: Registry, { name, target }: Job): CurrentState {
	if (target === undefined || registry.states.get(target)?.has(name) !== true) return 'inactive';
	return registry.heartbeats.get(name) === target ? 'launched' : 'loaded';
}

/** The machines by ID, what was set over the API in place of their own metadata. */
export function readMachines({ machines, metadata }: Registry): readonly Machine[] {
	const known = machineLists.get(machines);
	if (known?.metadata === metadata) return known.list;
	const list = [...machines.values()]
		.sort((a, b) => compareTexts(a.id, b.id))
		.map(({ id, primaryIP, metadata: own }) => ({
			id,
			...(primaryIP !== undefined && { primaryIP }),
			metadata: mergeMetadata(own, metadata.get(id)),
		}));
	machineLists.set(machines, { metadata, list });
	return list;
}

/** What the engine works on. The same value as long as nothing in it has changed. */
export function engineView(registry: Registry): Cluster {
	const known = views.get(registry.jobs);
	if (known !== undefined && known.machines === registry.machines && known.metadata === registry.metadata)
		return known.cluster;
	const { machines, metadata } = registry;
	const cluster = { machines: readMachines(registry), units: readUnits(registry).map(({ engine }) => engine) };
	views.set(registry.jobs, { machines, metadata, cluster });
	return cluster;
}

interface View extends Pick<Registry, 'machines' | 'metadata'> {
	readonly cluster: Cluster;
}

const machineLists = new WeakMap<
	Registry['machines'],
	{ readonly metadata: Registry['metadata']; readonly list: readonly Machine[] }
>();
const readings = new WeakMap<Job, ReadableUnit>();
const lists = new WeakMap<Registry['jobs'], readonly ReadableUnit[]>();
const views = new WeakMap<Registry['jobs'], View>();

function joinUnit(job: Job, options: readonly UnitOption[], desiredState: DesiredState): ReadableUnit {
	const { name, target } = job;
	const requirements = requirementsOf(options, name);
	// fleet looks at no schedule of a global unit, even where a former life has left one.
	const scheduled = target !== undefined && !requirements.global;
	const engine = { name, requirements, desiredState, ...(scheduled && { machineId: target }) };
	return { job, options, desiredState, engine };
}

function mergeMetadata(
	own: Machine['metadata'],
	set: ReadonlyMap<string, string> | undefined,
): Readonly<Record<string, string>> {
	const merged = [...new Map([...Object.entries(own), ...(set ?? [])])].filter(([, value]) => value !== '');
	return Object.fromEntries(merged.sort(([a], [b]) => compareTexts(a, b)));
}
