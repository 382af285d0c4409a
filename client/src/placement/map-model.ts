// The map as a matrix: a row for each unit, a column for each machine, and what is between them, as it is or as it would
// be with what is tried. Cells are made when they are asked for, because there may be a hundred thousand. Draws nothing.

import { describeRequirements } from '../../../core/src/fleet/describe-requirements.ts';
import { type MachineLoad, machineLoads } from '../../../core/src/fleet/machine-load.ts';
import type { Cluster, ClusterUnit, Machine } from '../../../core/src/fleet/model.ts';
import { compareNames, compareTexts } from '../../../core/src/fleet/text-order.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { machineName, metadataText } from '../cluster-view/words.ts';
import { type Cell, cellOf, isOn } from './cells.ts';
import type { MapCluster, MapUnit } from './map-cluster.ts';
import { placeWords } from './place-words.ts';
import { type Plan, planOf } from './plan.ts';
import type { Trial } from './trials.ts';
import { type Effect, tryOut } from './try-out.ts';

/** The map. */
export interface MapModel {
	readonly map: MapCluster;
	/** All machines by ID, those that are tried as lost among them. */
	readonly columns: readonly Column[];
	/** All units by name, those that are tried as new among them. */
	readonly rows: readonly Row[];
	/** Absent while nothing is tried. */
	readonly plan: Plan | undefined;
	/** What each trial comes to, by its key. */
	readonly effects: ReadonlyMap<string, Effect>;
	readonly cell: (row: Row, column: Column) => Cell;
	/** The cluster that rows and cells are about. */
	readonly shown: Cluster;
}

/** A machine. */
export interface Column {
	readonly id: string;
	/** `08bb6dd0 (10.0.0.1)` */
	readonly name: string;
	/** As it would be. */
	readonly machine: Machine;
	/** `region=eu, role=web`, as it would be. */
	readonly metadata: string;
	/** How many units fleet counts there now. */
	readonly loadNow: number;
	/** How many it would; absent for a machine that is tried as lost. */
	readonly load: number | undefined;
}

/** A unit. */
export interface Row {
	readonly name: string;
	readonly unit: ClusterUnit;
	/** What it asks for: `runs on machines with role=web`. */
	readonly requirements: string;
	/** How it is now: `active (running)`; for one that does not exist yet, `new`. */
	readonly condition: string;
	/** Where it is, and would be: `on 08bb6dd0`, `08bb6dd0 → nowhere`. */
	readonly place: string;
	readonly isNew: boolean;
	readonly isTemplate: boolean;
	/** Whether it would be elsewhere. */
	readonly isMoved: boolean;
	/** Whether it is wanted and has, or would have, no machine. */
	readonly isNowhere: boolean;
}

/** The map of a cluster with what is tried. */
export function createMap(map: MapCluster, trials: readonly Trial[]): MapModel {
	const tried = tryOut(map, trials);
	const isTried = [...tried.effects.values()].some(({ kind }) => kind === 'tried');
	const plan = isTried ? planOf(tried, map.release) : undefined;
	const shown = plan?.cluster ?? tried.before;
	const sides: Sides = {
		...{ map, plan, shown, before: tried.before },
		loadsNow: machineLoads(tried.before, map.release),
		loads: machineLoads(shown, map.release),
	};
	const rows = rowsOf(sides);
	return {
		...{ map, plan, shown, rows, effects: tried.effects },
		columns: columnsOf(sides),
		cell: createCells(sides),
	};
}

/** A cluster as it is and as it is shown. */
interface Sides {
	readonly map: MapCluster;
	readonly plan: Plan | undefined;
	readonly before: Cluster;
	readonly shown: Cluster;
	readonly loadsNow: ReadonlyMap<string, MachineLoad>;
	readonly loads: ReadonlyMap<string, MachineLoad>;
}

function columnsOf({ before, shown, loadsNow, loads }: Sides): readonly Column[] {
	const after = new Map(shown.machines.map((machine) => [machine.id, machine]));
	const columns = before.machines.map((was): Column => {
		const { id } = was;
		const machine = after.get(id) ?? was;
		const name = machineName(id, machine);
		const loadNow = loadsNow.get(id)?.size ?? 0;
		return { id, name, machine, metadata: metadataText(machine), loadNow, load: loads.get(id)?.size };
	});
	return columns.sort((a, b) => compareTexts(a.id, b.id));
}

function rowsOf(sides: Sides): readonly Row[] {
	const now = new Map(sides.map.units.map((unit) => [unit.name, unit]));
	const machines = new Map(sides.before.machines.map((machine) => [machine.id, machine]));
	const nameOf = (id: string) => machineName(id, machines.get(id));
	return [...sides.shown.units].sort(compareNames).map((unit) => rowOf(unit, now.get(unit.name), sides, nameOf));
}

function rowOf(unit: ClusterUnit, now: MapUnit | undefined, sides: Sides, nameOf: (id: string) => string): Row {
	const { name, requirements, desiredState } = unit;
	const isTemplate = splitUnitName(name)?.isTemplate === true;
	const placesNow = now === undefined ? [] : placesOf(unit, now.machineId, sides.loadsNow);
	const places = placesOf(unit, unit.machineId, sides.loads);
	return {
		...{ name, unit, isTemplate },
		requirements: describeRequirements(requirements, name),
		condition: now?.condition ?? 'new',
		place: placeWords({ unit, isTemplate, placesNow, places, isTried: sides.plan !== undefined }, nameOf),
		isNew: now === undefined,
		isMoved: places.join() !== placesNow.join(),
		isNowhere: places.length === 0 && desiredState !== 'inactive' && !isTemplate,
	};
}

/** IDs of the machines where a unit is: for a global one, where it is counted. */
function placesOf(
	{ name, requirements }: ClusterUnit,
	machineId: string | undefined,
	loads: ReadonlyMap<string, MachineLoad>,
): readonly string[] {
	if (!requirements.global) return machineId === undefined ? [] : [machineId];
	return [...loads].filter(([, load]) => load.has(name)).map(([id]) => id);
}

function createCells({ map, plan, before, loadsNow, loads }: Sides): MapModel['cell'] {
	const unitsBefore = new Map(before.units.map((unit) => [unit.name, unit]));
	const unitsNow = new Map(map.units.map((unit) => [unit.name, unit]));
	return ({ name, unit }, { id, machine }) => {
		const was = unitsBefore.get(name);
		return cellOf({
			...{ unit, machine, load: loads.get(id), isTried: plan !== undefined, release: map.release },
			wasHere: was !== undefined && isOn(was, machine, loadsNow.get(id) ?? new Map()),
			otherwise: plan?.otherwise.get(name) ?? [],
			condition: unitsNow.get(name)?.on[id],
		});
	};
}
