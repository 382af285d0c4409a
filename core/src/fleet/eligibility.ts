// Whether a machine may run a unit: fleet's checks in fleet's order with fleet's reasons, and beside each reason the
// cause as data, since fleet's text does not name the metadata key and sometimes not even the right unit.

import { quoteText } from './go-quote.ts';
import { type MachineLoad, metadataOf } from './machine-load.ts';
import { type ClusterUnit, type FleetRelease, isFleetAtLeast, latestFleetRelease, type Machine } from './model.ts';
import { conflictBetween, type Rivalry, replacementBetween } from './rivalry.ts';
import { compareTexts } from './text-order.ts';

/** What fleet thinks of a unit on a machine. */
export type Verdict =
	| { readonly kind: 'schedule' }
	| { readonly kind: 'unschedule'; readonly cause: Obstacle; readonly reason: string }
	/** The unit may stay, but a resident and it are to part (`Replaces`). */
	| { readonly kind: 'reschedule'; readonly cause: Replacement; readonly reason: string };

/** Why a machine cannot run a unit: the first check that fails. */
export type Obstacle =
	| { readonly kind: 'machine-id'; readonly wanted: string }
	| { readonly kind: 'metadata'; readonly missing: readonly MissingMetadata[] }
	/** Units that must be there and are not, in fleet's order. */
	| { readonly kind: 'peers'; readonly missing: readonly string[] }
	| ({ readonly kind: 'conflict'; readonly resident: string } & Rivalry);

/** A resident that is to make room, or for which the unit is to. */
export interface Replacement extends Rivalry {
	readonly kind: 'replacement';
	readonly resident: string;
}

/** A metadata key that a machine does not have as wanted. */
export interface MissingMetadata {
	readonly key: string;
	/** Any of these would do. */
	readonly wanted: readonly string[];
	/** Absent where the machine does not have the key. */
	readonly has: string | undefined;
}

/** Whether a machine with that load may run the unit. Of several residents in the way, the first by name is told. */
export function ableToRun(
	unit: ClusterUnit,
	machine: Machine,
	load: MachineLoad,
	release: FleetRelease = latestFleetRelease,
): Verdict {
	const [first] = possibleVerdicts(unit, machine, load, release);
	return first;
}

/** Every verdict that fleet may give: it names whichever resident in the way its unordered map yields first. */
export function possibleVerdicts(
	unit: ClusterUnit,
	machine: Machine,
	load: MachineLoad,
	release: FleetRelease = latestFleetRelease,
): readonly [Verdict, ...Verdict[]] {
	const obstacle = fixedObstacle(unit, machine) ?? missingPeers(unit, load);
	if (obstacle !== undefined) return [unschedule(unit, machine, obstacle, release)];
	const [conflict, ...conflicts] = conflictsWith(unit, load).map((cause) => unschedule(unit, machine, cause, release));
	if (conflict !== undefined) return [conflict, ...conflicts];
	const [replacement, ...others] = replacementsWith(unit, load, release).map((cause) => reschedule(cause, release));
	return replacement === undefined ? [{ kind: 'schedule' }] : [replacement, ...others];
}

/** What stands against a machine whatever runs there: its ID or its metadata. */
export function fixedObstacle(
	{ requirements }: Pick<ClusterUnit, 'requirements'>,
	machine: Machine,
): Obstacle | undefined {
	const { machineId, metadata } = requirements;
	if (machineId !== undefined && !matchesMachineId(machine, machineId))
		return { kind: 'machine-id', wanted: machineId };
	const missing = [...metadata].flatMap(([key, values]): readonly MissingMetadata[] => {
		const has = metadataOf(machine, key);
		return has !== undefined && values.has(has) ? [] : [{ key, wanted: [...values], has }];
	});
	return missing.length === 0 ? undefined : { kind: 'metadata', missing };
}

/** Whether a wanted ID is the machine's, in full or its first eight characters. No other length will do. */
export function matchesMachineId({ id }: Machine, wanted: string): boolean {
	return wanted === id || wanted === shortMachineId(id);
}

/** The first eight characters of a machine's ID, which fleet takes for the whole. */
export function shortMachineId(id: string): string {
	return id.slice(0, 8);
}

function missingPeers({ requirements }: ClusterUnit, load: MachineLoad): Obstacle | undefined {
	const missing = requirements.peers.filter((peer) => !load.has(peer));
	return missing.length === 0 ? undefined : { kind: 'peers', missing };
}

function conflictsWith(unit: ClusterUnit, load: MachineLoad): readonly Obstacle[] {
	return residentsInOrder(load, (resident) => conflictBetween(unit, resident)).map(([resident, rivalry]) => ({
		kind: 'conflict',
		resident,
		...rivalry,
	}));
}

function replacementsWith(unit: ClusterUnit, load: MachineLoad, release: FleetRelease): readonly Replacement[] {
	if (!isFleetAtLeast(release, '0.13')) return [];
	return residentsInOrder(load, (resident) => replacementBetween(unit, resident)).map(([resident, rivalry]) => ({
		kind: 'replacement',
		resident,
		...rivalry,
	}));
}

function residentsInOrder(
	load: MachineLoad,
	relation: (resident: ClusterUnit) => Rivalry | undefined,
): readonly (readonly [string, Rivalry])[] {
	const found: (readonly [string, Rivalry])[] = [];
	for (const resident of load.values()) {
		const rivalry = relation(resident);
		if (rivalry !== undefined) found.push([resident.name, rivalry]);
	}
	return found.sort(([a], [b]) => compareTexts(a, b));
}

function unschedule(unit: ClusterUnit, machine: Machine, cause: Obstacle, release: FleetRelease): Verdict {
	return { kind: 'unschedule', cause, reason: obstacleReason(unit, machine, cause, release) };
}

// v0.13.0 gives this word in place of a reason.
function reschedule(cause: Replacement, release: FleetRelease): Verdict {
	const told = `found replace with locally-scheduled Unit(${cause.resident})`;
	return { kind: 'reschedule', cause, reason: isFleetAtLeast(release, '1.0') ? told : 'jobreschedule' };
}

function obstacleReason({ name }: ClusterUnit, { id }: Machine, cause: Obstacle, release: FleetRelease): string {
	switch (cause.kind) {
		case 'machine-id':
			return `agent ID ${quoteText(id)} does not match required ${quoteText(cause.wanted)}`;
		case 'metadata':
			return 'local Machine metadata insufficient';
		case 'peers':
			return `required peer Unit(${cause.missing[0] ?? ''}) is not scheduled locally`;
		case 'conflict':
			return `found conflict with locally-scheduled Unit(${conflictName(name, cause, release)})`;
	}
}

// v1.0.0 prints a list of one; where the resident declared the conflict, it is the unit's own name that it prints.
function conflictName(unit: string, cause: Rivalry & { readonly resident: string }, release: FleetRelease): string {
	if (!isFleetAtLeast(release, '1.0')) return cause.resident;
	return `[${cause.declaredBy === 'unit' ? cause.resident : unit}]`;
}
