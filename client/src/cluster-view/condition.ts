// How a unit is, said in words and as an icon, from what fleet wants of it and what systemd says. Why nothing can take
// it is not decided here.

import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import type { Icon } from './node.ts';

/** What a unit is like, worst first: groups by state stand in this order. */
export const conditionKinds = [
	'failed',
	'restarting',
	'not scheduled',
	'not loaded',
	'starting',
	'stopping',
	'running',
	'finished',
	'stopped',
	'inactive',
	'template',
] as const;

/** What a unit is like. `inactive`: it is only stored; `stopped`: loaded and not running, as it was asked to be. */
export type ConditionKind = (typeof conditionKinds)[number];

/** A condition with what people read and see of it. */
export interface Condition {
	readonly kind: ConditionKind;
	/** `active (running)`, `not scheduled`, `active (running) on 2 of 3 machines`. */
	readonly words: string;
	readonly icon: Icon;
}

/** The condition of a unit; `states` are what the machines say of it. */
export function conditionOf(unit: ClusterUnit, states: readonly UnitState[]): Condition {
	const kind = kindOf(unit, states);
	return { kind, words: wordsOf(kind, states), icon: iconOf(kind) };
}

/** The condition of a unit on one machine. */
export function conditionOn(unit: ClusterUnit, state: UnitState): Condition {
	const kind = kindOfState(unit, state);
	return { kind, words: systemdWords(state), icon: iconOf(kind) };
}

/** The icon of a condition. */
export function iconOf(kind: ConditionKind): Icon {
	return icons[kind];
}

const icons: Readonly<Record<ConditionKind, Icon>> = {
	failed: { name: 'error', colour: 'testing.iconFailed' },
	restarting: { name: 'debug-restart', colour: 'testing.iconFailed' },
	'not scheduled': { name: 'warning', colour: 'problemsWarningIcon.foreground' },
	'not loaded': { name: 'question', colour: 'problemsWarningIcon.foreground' },
	starting: { name: 'debug-continue', colour: 'testing.iconQueued' },
	stopping: { name: 'debug-pause', colour: 'testing.iconQueued' },
	running: { name: 'pass-filled', colour: 'testing.iconPassed' },
	finished: { name: 'check', colour: 'testing.iconPassed' },
	stopped: { name: 'debug-stop' },
	inactive: { name: 'circle-large-outline' },
	template: { name: 'symbol-class' },
};

function kindOf(unit: ClusterUnit, states: readonly UnitState[]): ConditionKind {
	if (splitUnitName(unit.name)?.isTemplate) return 'template';
	const told = states.map((state) => kindOfState(unit, state));
	if (told.length > 0) return conditionKinds.find((kind) => told.includes(kind)) ?? 'stopped';
	if (unit.desiredState === 'inactive') return 'inactive';
	return unit.machineId === undefined && !unit.global ? 'not scheduled' : 'not loaded';
}

function kindOfState(unit: ClusterUnit, { load, active, sub }: UnitState): ConditionKind {
	if (active === 'failed' || (load !== 'loaded' && load !== '' && unit.desiredState !== 'inactive')) return 'failed';
	if (active === 'activating') return sub === 'auto-restart' ? 'restarting' : 'starting';
	if (active === 'deactivating') return 'stopping';
	if (active === 'active' || active === 'reloading') return sub === 'exited' ? 'finished' : 'running';
	return unit.desiredState === 'launched' ? 'finished' : 'stopped';
}

function wordsOf(kind: ConditionKind, states: readonly UnitState[]): string {
	const [first] = states;
	if (first === undefined || kind === 'template') return kind === 'inactive' ? 'inactive, only stored' : kind;
	if (states.length === 1) return systemdWords(first);
	const counts = new Map<string, number>();
	for (const state of states) counts.set(systemdWords(state), (counts.get(systemdWords(state)) ?? 0) + 1);
	return [...counts].map(([words, count]) => `${words} on ${count}`).join(', ');
}

/** As `systemctl` has it, but `failed` instead of `failed (failed)`. What it could not even load is said first. */
function systemdWords({ load, active, sub }: UnitState): string {
	const loading = load === 'loaded' || load === '' ? '' : `${load}, `;
	return active === sub ? `${loading}${active}` : `${loading}${active} (${sub})`;
}
