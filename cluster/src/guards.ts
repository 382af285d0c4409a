// What is never sent to a fleet, by whatever API: units and desired states that would poison a unit (nobody can read,
// change or destroy it any more), wedge a machine's agent, or be stored as another unit than the one that was written.
// fleet takes most of them, and checks the others on new units only. What merely does not run is the business of rules.

import { desiredStates, isDesiredState, type UnitOption } from '../../core/src/fleet/model.ts';
import { splitUnitName, unitNameFault } from '../../core/src/fleet/unit-name.ts';
import { ClusterError } from './errors.ts';
import { optionsDanger } from './guard-options.ts';
import type { DesiredState } from './model.ts';

/** Why something is not sent. */
export interface Danger {
	/** What would happen, in one line. */
	readonly message: string;
	/** What to do instead, as a phrase. */
	readonly advice?: string;
}

/** The units and states that are looked at; what callers without types pass is looked at, too. */
export interface Guarded {
	readonly name: string;
	readonly options: readonly UnitOption[];
	readonly desiredState?: DesiredState;
}

/** Refuses a unit that would do harm, over whatever it is written. Throws `ClusterError` of the kind `refused`. */
export function guardUnit({ name, options, desiredState }: Guarded): void {
	refuse(nameDanger(name) ?? hiddenDanger(name) ?? kindDanger(name) ?? optionsDanger(options));
	if (desiredState !== undefined) guardDesiredState(name, desiredState);
}

/** Refuses a desired state that would do harm. Throws `ClusterError` of the kind `refused`. */
export function guardDesiredState(name: string, desiredState: DesiredState): void {
	refuse(wordDanger(name, desiredState));
	if (desiredState !== 'inactive') refuse(templateDanger(name) ?? kindDanger(name));
}

/** Whether fleet, of whatever release, can have a unit of that name; what cannot be there need not be asked for. */
export function isPossibleName(name: string): boolean {
	return unitNameFault(name, '0.8') === undefined;
}

/** Kinds of which an agent finds no unit again in its folder, so that it loads them anew in every pass. */
const ignoredKinds: readonly string[] = ['.busname', '.scope', '.slice', '.snapshot', '.swap', '.target'];

function refuse(danger: Danger | undefined): void {
	if (danger === undefined) return;
	const { message, advice } = danger;
	throw new ClusterError('refused', message, advice === undefined ? {} : { advice });
}

function nameDanger(name: string): Danger | undefined {
	const fault = unitNameFault(name);
	return fault === undefined ? undefined : { message: `fleet has no unit named ${JSON.stringify(name)}: ${fault}` };
}

/** etcd leaves such keys out of its listings (etcd v2, “hidden nodes”), and with them fleet leaves out the unit. */
function hiddenDanger(name: string): Danger | undefined {
	if (!name.startsWith('_')) return undefined;
	return {
		message: `\`${name}\` would be stored where no list shows it: etcd hides what begins with \`_\`, so that fleet never schedules it`,
		advice: 'use a name that begins with another character',
	};
}

function kindDanger(name: string): Danger | undefined {
	const suffix = splitUnitName(name)?.suffix ?? '';
	if (!ignoredKinds.includes(suffix)) return undefined;
	return {
		message: `\`${name}\` would be loaded over and over: fleet's agents do not recognise ${suffix} units`,
		advice: 'use a service, socket, timer, path, device, mount or automount unit',
	};
}

function wordDanger(name: string, desiredState: DesiredState): Danger | undefined {
	if (isDesiredState(desiredState)) return undefined;
	return {
		message: `${JSON.stringify(desiredState)} is no desired state; with it, \`${name}\` could not be read, changed or destroyed any more`,
		advice: `use ${desiredStates.join(', ')}`,
	};
}

function templateDanger(name: string): Danger | undefined {
	if (splitUnitName(name)?.isTemplate !== true) return undefined;
	return {
		message: `\`${name}\` is a template; to load or launch it would wedge the agent of the machine that it lands on`,
		advice: `use an instance, such as \`${name.replace('@', '@1')}\``,
	};
}
