// What makes a service one that systemd can start: its type, its commands and what it does without them, as
// service_verify() of systemd asks for them.

import { parseCommandLine } from '../../syntax/command-line.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import type { LintContext } from '../settings.ts';
import { isOn, keptSettings, settingOf, settingsFor, settingValue } from './counting-settings.ts';
import { type UnitSetting, type WholeUnit, wholeUnitOf } from './whole-unit.ts';

/** A service as all its files make it. */
export interface ServiceCommands {
	/** The type that systemd takes it for, such as `simple`. */
	readonly type: string;
	/** Where the type is written; absent where systemd chooses it. */
	readonly typeSetting?: UnitSetting;
	/** The settings of `ExecStart=`, also those that systemd cannot read, of which other rules tell. */
	readonly starts: readonly UnitSetting[];
	/** Some `ExecStop=` is there. */
	readonly stops: boolean;
	readonly remainsAfterExit: boolean;
	/** `SuccessAction=` does something, so that the service needs no command. */
	readonly acts: boolean;
}

const known = new WeakMap<WholeUnit, ServiceCommands>();

/** The commands of a service with its drop-ins; `undefined` for other units, and where not all is known. */
export function serviceCommands(unit: UnitFile, context: LintContext): ServiceCommands | undefined {
	const whole = wholeUnitOf('service', unit, context);
	return whole && commandsOf(whole);
}

/** The same of a unit that is known to be a service. Found once for all rules that ask. */
export function commandsOf(whole: WholeUnit): ServiceCommands {
	const found = known.get(whole) ?? findCommands(whole);
	known.set(whole, found);
	return found;
}

function findCommands(whole: WholeUnit): ServiceCommands {
	const starts = keptSettings(settingsFor(whole, 'ExecStart')).filter(({ entry }) => entry.value.text !== ';');
	const typeSetting = settingOf(whole, 'Type');
	return {
		type: typeSetting?.entry.value.text ?? chosenType(whole, starts.length > 0),
		...(typeSetting && { typeSetting }),
		starts,
		stops: keptSettings(settingsFor(whole, 'ExecStop')).length > 0,
		remainsAfterExit: isOn(whole, 'RemainAfterExit'),
		acts: (settingValue(whole, 'SuccessAction', 'Unit') ?? 'none') !== 'none',
	};
}

/** The setting of each command that systemd reads in `ExecStart=`: one with a `;` may have several, a faulty one none. */
export function startCommands({ starts }: ServiceCommands): readonly UnitSetting[] {
	return starts.flatMap((setting) => parseCommandLine(setting.entry.value.text).commands.map(() => setting));
}

// systemd.service(5), Type=: what holds where it is not set. A word that is no type is as if it were not there.
function chosenType(whole: WholeUnit, starts: boolean): string {
	if (settingOf(whole, 'BusName') !== undefined) return 'dbus';
	return starts ? 'simple' : 'oneshot';
}
