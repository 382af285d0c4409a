// One cell of the map: how it is between a unit and a machine, as a mark and as a sentence.

import { ableToRun, type Verdict } from '../../../core/src/fleet/eligibility.ts';
import { verdictSentence } from '../../../core/src/fleet/explain.ts';
import type { MachineLoad } from '../../../core/src/fleet/machine-load.ts';
import type { ClusterUnit, FleetRelease, Machine } from '../../../core/src/fleet/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import type { Mark } from './marks.ts';

/** A cell. */
export interface Cell {
	readonly mark: Mark;
	/** Goes on from the machine's name: `has role=db, needs role=web`. */
	readonly words: string;
}

/** What a cell is made from. */
export interface CellParts {
	/** The unit at the end. */
	readonly unit: ClusterUnit;
	/** The machine at the end. */
	readonly machine: Machine;
	/** The units that are counted there at the end; absent where the machine is lost. */
	readonly load: MachineLoad | undefined;
	readonly wasHere: boolean;
	/** Whether something is tried; else the end is what is now. */
	readonly isTried: boolean;
	/** Machine IDs where the unit may end instead. */
	readonly otherwise: readonly (string | undefined)[];
	/** How the unit is there now. */
	readonly condition: string | undefined;
	readonly release: FleetRelease;
}

/** The cell of a unit and a machine. */
export function cellOf(parts: CellParts): Cell {
	const { unit, machine, load, wasHere, isTried, otherwise, release } = parts;
	if (load === undefined) {
		return wasHere ? { mark: 'leaves', words: 'is down, and the unit leaves' } : { mark: 'down', words: 'is down' };
	}
	if (isOn(unit, machine, load)) return hereCell(parts, wasHere || !isTried);
	const isTemplate = splitUnitName(unit.name)?.isTemplate === true;
	if (isTemplate) return { mark: 'none', words: 'does not take a template; its instances run' };
	const verdict = ableToRun(unit, machine, load, release);
	if (wasHere) {
		const doubt = otherwise.includes(machine.id) ? ', or keeps it, as the order of units will have it' : '';
		return { mark: 'leaves', words: `has it now, and would not at the end: ${whyNot(unit, verdict)}${doubt}` };
	}
	if (otherwise.includes(machine.id)) {
		return { mark: 'may-come', words: 'may get it instead, as the order in which fleet takes units will have it' };
	}
	return verdictCell(verdict);
}

/** Whether a unit is on a machine: counted there, or scheduled there and not wanted any more. */
export function isOn({ name, machineId }: ClusterUnit, { id }: Machine, load: MachineLoad): boolean {
	return load.has(name) || machineId === id;
}

function hereCell({ otherwise, condition }: CellParts, stays: boolean): Cell {
	const doubt = otherwise.length === 0 ? '' : ', or another machine does, as the order of units will have it';
	if (!stays) return { mark: 'comes', words: `would get it${doubt}` };
	return { mark: 'here', words: `${condition === undefined ? 'has it' : `has it: ${condition}`}${doubt}` };
}

function whyNot({ desiredState }: ClusterUnit, verdict: Verdict): string {
	if (desiredState === 'inactive') return 'it is not wanted there any more';
	return verdict.kind === 'unschedule' ? verdictSentence(verdict) : 'it is moved away';
}

function verdictCell(verdict: Verdict): Cell {
	const words = verdictSentence(verdict);
	switch (verdict.kind) {
		case 'schedule':
			return { mark: 'free', words };
		case 'reschedule':
			return { mark: 'swap', words };
		case 'unschedule':
			return { mark: verdict.cause.kind, words };
	}
}
