// A plan for people: a line for each unit, below it the machines that do not take it, and what else is to be known.

import {
	isLanded,
	isLost,
	type Move,
	type PlanResults,
	type Refusal,
	type UnitResult,
} from '../../cluster/src/operations/placement.ts';
import type { Machine } from '../../core/src/index.ts';
import { verdictSentence } from '../../core/src/index.ts';
import type { Paint } from './colour.ts';
import { visible } from './visible.ts';

/** The whole text. */
export function planText({ units, moved, machines, simulation }: PlanResults, paint: Paint): string {
	const show: Show = { paint, nameOf: machineNames(machines) };
	const lines = [
		...units.flatMap((unit) => unitLines(unit, machines, show)),
		...moved.map((move) => moveLine(move, show)),
		...endLines(simulation, units),
		'',
		summaryOf(units, machines),
	];
	return lines.map((line) => `${line}\n`).join('');
}

interface Show {
	readonly paint: Paint;
	readonly nameOf: (machineId: string | undefined) => string;
}

function unitLines(unit: UnitResult, machines: readonly Machine[], show: Show): readonly string[] {
	const { landing } = unit;
	const name = show.paint('strong', visible(unit.name));
	switch (landing.kind) {
		case 'placed':
			return [`${name} → ${show.nameOf(landing.machine.id)}${otherwiseText(unit, show)}`];
		case 'refused':
			return [`${name} → ${show.paint('error', 'nowhere')}: ${visible(landing.reason)}`];
		case 'nowhere':
			return [
				`${name} → ${nowhere(machines, show)}${otherwiseText(unit, show)}`,
				...refusalLines(landing.refusals, show),
			];
		case 'global': {
			const where = landing.machines.map(({ id }) => show.nameOf(id)).join(', ');
			return [`${name} → ${where || nowhere(machines, show)} (global)`, ...refusalLines(landing.refusals, show)];
		}
	}
}

function nowhere(machines: readonly Machine[], { paint }: Show): string {
	return paint('error', 'nowhere') + (machines.length === 0 ? ': the cluster has no machines' : '');
}

function refusalLines(refusals: readonly Refusal[], { nameOf }: Show): readonly string[] {
	return refusals.map(({ machine, verdict }) => `  ${nameOf(machine.id)}: ${visible(verdictSentence(verdict))}`);
}

function otherwiseText({ otherwise }: UnitResult, { paint, nameOf }: Show): string {
	if (otherwise.length === 0) return '';
	const places = otherwise.map((id) => (id === undefined ? 'nowhere' : nameOf(id))).join(' or ');
	return ` ${paint('warning', `(or ${places}: depends on the order in which fleet takes units)`)}`;
}

function moveLine({ name, from, to }: Move, { paint, nameOf }: Show): string {
	const before = from === undefined ? 'was waiting' : `was on ${nameOf(from)}`;
	return `${paint('strong', visible(name))} → ${to === undefined ? paint('error', 'nowhere') : nameOf(to)} (${before})`;
}

function endLines({ end, orders }: PlanResults['simulation'], units: readonly UnitResult[]): readonly string[] {
	const tried =
		orders.tried === 'some' && units.length > 1 ? ['note: too many orders to try all; others may differ'] : [];
	if (end.kind === 'settled') return tried;
	const what = end.kind === 'oscillating' ? 'fleet would move units round and round' : 'fleet had not come to rest';
	return [...tried, `note: ${what}; what is told here is one moment of it`];
}

function summaryOf(units: readonly UnitResult[], machines: readonly Machine[]): string {
	const landed = units.filter(({ landing }) => isLanded(landing));
	const unsure = landed.filter(isLost).length;
	const count = `${landed.length} of ${counted(units.length, 'unit')} placed on ${counted(machines.length, 'machine')}`;
	return unsure === 0 ? count : `${count}, ${unsure} of them only in this order`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Machines as fleetctl names them, `8e2f3a1c…/10.0.0.1`; whole IDs where the first eight characters are not enough. */
function machineNames(machines: readonly Machine[]): Show['nameOf'] {
	const names = new Map(machines.map((machine) => [machine.id, machineName(machine, machines)]));
	return (id = '') => names.get(id) ?? visible(id);
}

function machineName({ id, primaryIP }: Machine, machines: readonly Machine[]): string {
	const short = id.slice(0, 8);
	const isShort = id.length > 8 && machines.filter((other) => other.id.startsWith(short)).length === 1;
	return visible(`${isShort ? `${short}…` : id}${primaryIP === undefined ? '' : `/${primaryIP}`}`);
}
