// A unit's name and options → what systemd would do with it. Kinds other than services are a table here.

import { splitUnitName } from '../../../../core/src/fleet/unit-name.ts';
import type { UnitOption } from '../../model.ts';
import { type Expansion, expandSpecifiers } from './expand.ts';
import type { Behaviour, LoadState, UnitLinks, UnitPlan } from './plan.ts';
import { pathExists } from './programs.ts';
import { readService } from './read-service.ts';
import { readTimer } from './read-timer.ts';
import { listSetting, namesSetting, setting } from './settings.ts';

/** Where a unit is loaded, for specifiers. */
export type Place = Pick<Expansion, 'machineId' | 'hostName'>;

/** Reads a unit as systemd does when it is loaded. */
export function readPlan(name: string, hash: string, written: readonly UnitOption[], place: Place): UnitPlan {
	const options = written.map((option) => withoutSpecifiers(option, name, place));
	const behaviour = readBehaviour(name, options, place);
	const failedCondition = findFailedCondition(options);
	return {
		name,
		hash,
		description: setting(options, 'Unit', 'Description') ?? name,
		load: isLoadState(behaviour) ? behaviour : { kind: 'loaded' },
		links: readLinks(options),
		...(failedCondition !== undefined && { failedCondition }),
		behaviour: isLoadState(behaviour) ? { kind: 'fixed', sub: 'dead' } : behaviour,
	};
}

/** [Unit] knows specifiers everywhere; commands of services have theirs replaced with their variables. */
function withoutSpecifiers(option: UnitOption, unitName: string, place: Place): UnitOption {
	if (option.section !== 'Unit') return option;
	return { ...option, value: expandSpecifiers(option.value, { unitName, ...place, environment: new Map() }) };
}

function readLinks(options: readonly UnitOption[]): UnitLinks {
	const names = (name: string) => namesSetting(options, 'Unit', name);
	const bindsTo = names('BindsTo');
	const requires = [...names('Requires'), ...bindsTo];
	return { requires, wants: names('Wants'), follows: [...names('PartOf'), ...requires], bindsTo };
}

/** Kinds that this systemd knows; files of others cannot be linked into it. */
export function isKnownKind(name: string): boolean {
	return kinds.has(kindOf(name));
}

type KindReader = (name: string, options: readonly UnitOption[], place: Place) => Behaviour | LoadState;

const kinds: ReadonlyMap<string, KindReader> = new Map<string, KindReader>([
	['service', readServiceKind],
	['timer', (name, options) => readTimer(options, triggered(name, options, 'Timer'))],
	['socket', trigger('Socket', 'listening', /^Listen/, 'the socket listens at nothing')],
	['path', trigger('Path', 'waiting', /^(Path|Directory)/, 'the path unit watches nothing')],
	['mount', readMount],
	['automount', () => fixed('waiting')],
	['swap', (_name, options) => (setting(options, 'Swap', 'What') ? fixed('active') : refuse('What= is missing'))],
	['target', () => fixed('active')],
	['slice', () => fixed('active')],
	['device', () => fixed('plugged')],
	['scope', () => ({ kind: 'not-found', reason: 'scopes have no files' })],
]);

function readBehaviour(name: string, options: readonly UnitOption[], place: Place): Behaviour | LoadState {
	const read = kinds.get(kindOf(name));
	return read?.(name, options, place) ?? { kind: 'not-found', reason: `Unit ${name} not found.` };
}

function readServiceKind(unitName: string, options: readonly UnitOption[], place: Place): Behaviour | LoadState {
	const plan = readService(options, { unitName, ...place });
	return typeof plan === 'string' ? refuse(plan) : plan;
}

function trigger(section: string, sub: string, wanted: RegExp, missing: string): KindReader {
	return (name, options) =>
		options.some((option) => option.section === section && wanted.test(option.name))
			? { kind: 'trigger', sub, triggers: triggered(name, options, section) }
			: refuse(missing);
}

function readMount(name: string, options: readonly UnitOption[]): Behaviour | LoadState {
	const where = setting(options, 'Mount', 'Where');
	if (setting(options, 'Mount', 'What') === undefined) return refuse('What= is missing');
	if (where === undefined) return fixed('mounted');
	return name === mountName(where) ? fixed('mounted') : refuse('Where= and the name of the unit do not fit');
}

/** `/mnt/x` → `mnt-x.mount`, as systemd-escape(1) does it. */
function mountName(where: string): string {
	const path = where
		.split('/')
		.filter((element) => element !== '')
		.join('/');
	const escaped = Array.from(path, (char, at) => escapeCharacter(char, at)).join('');
	return `${escaped === '' ? '-' : escaped}.mount`;
}

function escapeCharacter(char: string, at: number): string {
	if (char === '/') return '-';
	if (/[A-Za-z0-9:_]/.test(char) || (char === '.' && at > 0)) return char;
	const bytes = [...Buffer.from(char, 'utf8')];
	return bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
}

/** The unit that another starts: `Unit=` or `Service=`, else the service of the same name. */
function triggered(name: string, options: readonly UnitOption[], section: string): string {
	const written = setting(options, section, section === 'Socket' ? 'Service' : 'Unit');
	return written ?? `${name.slice(0, name.lastIndexOf('.'))}.service`;
}

// Of all conditions only paths are asked about; that the others hold is taken for granted.
function findFailedCondition(options: readonly UnitOption[]): string | undefined {
	const paths = ['ConditionPathExists', 'AssertPathExists', 'ConditionFileNotEmpty', 'ConditionPathIsDirectory'];
	return paths
		.flatMap((name) => listSetting(options, 'Unit', name).map((value) => ({ name, value })))
		.filter(({ value }) => !value.startsWith('|') && pathExists(value.replace('!', '')) === value.startsWith('!'))
		.map(({ name, value }) => `${name}=${value}`)[0];
}

function kindOf(name: string): string {
	return splitUnitName(name)?.suffix.slice(1) ?? '';
}

function fixed(sub: string): Behaviour {
	return { kind: 'fixed', sub };
}

function refuse(reason: string): LoadState {
	return { kind: 'bad-setting', reason };
}

function isLoadState(value: Behaviour | LoadState): value is LoadState {
	return value.kind === 'loaded' || value.kind === 'bad-setting' || value.kind === 'not-found';
}
