// What makes a service one that systemd can start: its type, its commands and what it does without them, as
// service_verify() of systemd asks for them.

import { findDirective } from '../../catalogue/lookup.ts';
import { parseCommandLine } from '../../syntax/command-line.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import { emptyWorkspace, type WorkspaceView } from '../../workspace/model.ts';
import type { LintContext } from '../settings.ts';
import { isYes } from './service-settings.ts';
import { keptSettings, settingsFor, type UnitPart, type UnitSetting, wholeUnit } from './whole-unit.ts';

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

interface Known {
	readonly file: LintContext['file'];
	readonly release: number;
	readonly service: ServiceCommands | undefined;
}

// By workspace first: what is known of a file must not keep a workspace alive that is long amended.
const known = new WeakMap<WorkspaceView, WeakMap<UnitFile, Known>>();

/**
 * The commands of a service with its drop-ins; `undefined` for other units, and where not all is known. Found once for
 * all rules that ask.
 */
export function serviceCommands(unit: UnitFile, context: LintContext): ServiceCommands | undefined {
	const { file, release, workspace = emptyWorkspace } = context;
	if (file?.kind !== 'service') return undefined;
	const inWorkspace = known.get(workspace) ?? new WeakMap<UnitFile, Known>();
	known.set(workspace, inWorkspace);
	const found = inWorkspace.get(unit);
	if (found !== undefined && found.file === file && found.release === release) return found.service;
	const parts = wholeUnit(unit, context);
	const service = parts && commandsOf(parts);
	inWorkspace.set(unit, { file, release, service });
	return service;
}

function commandsOf(parts: readonly UnitPart[]): ServiceCommands {
	const all = (key: string, section = 'Service') => settingsFor(parts, section, key);
	const starts = keptSettings(all('ExecStart')).filter(({ entry }) => entry.value.text !== ';');
	const typeSetting = all('Type').findLast(({ entry }) => serviceTypes().has(entry.value.text));
	const named = lastValue(all('BusName')) !== undefined;
	return {
		type: typeSetting?.entry.value.text ?? chosenType(named, starts.length > 0),
		...(typeSetting && { typeSetting }),
		starts,
		stops: keptSettings(all('ExecStop')).length > 0,
		remainsAfterExit: isYes(lastValue(all('RemainAfterExit'))),
		acts: (lastValue(all('SuccessAction', 'Unit')) ?? 'none') !== 'none',
	};
}

/** The value that counts of a directive for which systemd passes over an empty one. */
function lastValue(settings: readonly UnitSetting[]): string | undefined {
	return settings.findLast(({ entry }) => entry.value.text !== '')?.entry.value.text;
}

/** The setting of each command that systemd reads in `ExecStart=`: one with a `;` may have several, a faulty one none. */
export function startCommands({ starts }: ServiceCommands): readonly UnitSetting[] {
	return starts.flatMap((setting) => parseCommandLine(setting.entry.value.text).commands.map(() => setting));
}

// systemd.service(5), Type=: what holds where it is not set. A word that is no type is as if it were not there.
function chosenType(named: boolean, starts: boolean): string {
	if (named) return 'dbus';
	return starts ? 'simple' : 'oneshot';
}

let types: ReadonlySet<string> | undefined;

function serviceTypes(): ReadonlySet<string> {
	types ??= new Set(findDirective('Service', 'Type')?.of?.map((word) => (typeof word === 'string' ? word : word[0])));
	return types;
}
