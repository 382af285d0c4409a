// The filter of the tree: words that must all stand somewhere in what a row says of itself.

import type { ClusterMachine, ClusterUnit } from '../../../cluster/src/model.ts';
import { conditionOf } from './condition.ts';
import type { Facts } from './facts.ts';
import { machineName, metadataText } from './words.ts';

/** The units that a filter leaves: by name, state, machine, metadata of the machine. */
export function filterUnits(filter: string, facts: Facts): readonly ClusterUnit[] {
	const wanted = wordsOf(filter);
	if (wanted.length === 0) return facts.snapshot.units;
	return facts.snapshot.units.filter((unit) => hasAll(unitText(unit, facts), wanted));
}

/** The machines that a filter leaves: by ID, address, metadata and units, and those where a shown unit is. */
export function filterMachines(filter: string, facts: Facts, shown: readonly ClusterUnit[]): readonly ClusterMachine[] {
	const wanted = wordsOf(filter);
	if (wanted.length === 0) return facts.snapshot.machines;
	const places = new Set(shown.flatMap((unit) => placesOf(unit, facts)));
	return facts.snapshot.machines.filter(
		(machine) => places.has(machine.id) || hasAll(machineText(machine, facts), wanted),
	);
}

/** The words of a filter, in lower case. */
export function wordsOf(filter: string): readonly string[] {
	return filter
		.toLowerCase()
		.split(/\s+/)
		.filter((word) => word !== '');
}

/** Whether all words of a filter stand somewhere in a text. */
export function hasAll(text: string, words: readonly string[]): boolean {
	const lower = text.toLowerCase();
	return words.every((word) => lower.includes(word));
}

function unitText(unit: ClusterUnit, facts: Facts): string {
	const { kind, words } = conditionOf(unit, facts.statesOf(unit.name));
	const places = placesOf(unit, facts).map((id) => machineName(id, facts.machine(id)));
	return [unit.name, kind, words, unit.global ? 'global' : '', ...places].join(' ');
}

function machineText(machine: ClusterMachine, facts: Facts): string {
	const units = facts.statesOn(machine.id).map(({ name }) => name);
	return [machine.id, machine.primaryIP ?? '', metadataText(machine), ...units].join(' ');
}

/** IDs of the machines that tell of a unit, and of the one that it is scheduled to. */
function placesOf({ name, machineId }: ClusterUnit, facts: Facts): readonly string[] {
	const told = facts.statesOf(name).map((state) => state.machineId);
	return machineId === undefined || told.includes(machineId) ? told : [...told, machineId];
}
