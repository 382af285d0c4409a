// The settings that systemd puts together for a unit: those of its file and of its drop-ins, as far as the workspace
// has them. For rules that ask what a unit must have, must not have twice, or has beside something else.

import type { FoundDirective } from '../../catalogue/lookup.ts';
import type { SectionName } from '../../catalogue/section-name.ts';
import type { UnitFileName } from '../../catalogue/unit-file-name.ts';
import { type UnitKind, unitKinds } from '../../catalogue/unit-kinds.ts';
import type { Entry, UnitFile } from '../../syntax/tree.ts';
import { partsOf } from '../../workspace/drop-ins.ts';
import { emptyWorkspace, type WorkspaceView } from '../../workspace/model.ts';
import type { LintContext } from '../settings.ts';
import { conflictMarkers } from './conflict-markers.ts';
import { workingSettings } from './settings-of.ts';
import { hasTemplateBlock } from './template-text.ts';
import { placeOf } from './workspace-file.ts';

/** A unit as all its known files make it, for one release. */
export interface WholeUnit {
	readonly kind: UnitKind;
	readonly release: number;
	/** What the name of the linted file tells. */
	readonly file: UnitFileName;
	/** The section of its kind, such as `Service`. */
	readonly section: SectionName;
	/** The linted file and the others, in the order in which systemd reads them. */
	readonly parts: readonly UnitFile[];
	/** All settings that the release acts on, in the same order. */
	readonly all: readonly UnitSetting[];
	/** Those by section and key, each under its present name and place. */
	readonly bySection: SettingsBySection;
}

/** `Unit` → `After` → the settings. */
export type SettingsBySection = ReadonlyMap<string, ReadonlyMap<string, readonly UnitSetting[]>>;

/** A setting of the unit, and whether it stands in the file that is linted. */
export interface UnitSetting {
	readonly entry: Entry;
	readonly section: SectionName;
	readonly directive: FoundDirective;
	readonly here: boolean;
}

interface Known {
	readonly file: LintContext['file'];
	readonly release: number;
	readonly whole: WholeUnit | undefined;
}

// By workspace first: what is known of a file must not keep a workspace alive that is long amended.
const known = new WeakMap<WorkspaceView, WeakMap<UnitFile, Known>>();

/**
 * The unit that a file belongs to, found once for all rules that ask. `undefined` where not all of it can be known: a
 * drop-in without its unit file, a template engine’s input, an unfinished merge, a file that is no unit’s.
 */
export function wholeUnit(unit: UnitFile, context: LintContext): WholeUnit | undefined {
	const { file, release, workspace = emptyWorkspace } = context;
	const inWorkspace = known.get(workspace) ?? new WeakMap<UnitFile, Known>();
	known.set(workspace, inWorkspace);
	const found = inWorkspace.get(unit);
	if (found !== undefined && found.file === file && found.release === release) return found.whole;
	const whole = findWhole(unit, context);
	inWorkspace.set(unit, { file, release, whole });
	return whole;
}

/** The same for units of one kind; `undefined` for those of others. */
export function wholeUnitOf(kind: UnitKind, unit: UnitFile, context: LintContext): WholeUnit | undefined {
	return context.file?.kind === kind ? wholeUnit(unit, context) : undefined;
}

function findWhole(unit: UnitFile, context: LintContext): WholeUnit | undefined {
	const { file, release } = context;
	if (file?.kind === undefined || file.generated || !isUnitText(unit) || isUnfinished(unit)) return undefined;
	const parts = findParts(unit, context);
	if (parts === undefined) return undefined;
	const all = parts.flatMap((part) => settingsIn(part, context, part === unit));
	const section = unitKinds[file.kind][1];
	return { kind: file.kind, release, file, section, parts, all, bySection: groupSettings(all) };
}

/** Other files end in `.service`, too: those of D-Bus activation, and of Avahi, which have no sections. */
function isUnitText({ sections }: UnitFile): boolean {
	return sections.length > 0 && !sections.some(({ name }) => name === 'D-BUS Service');
}

function isUnfinished({ text }: UnitFile): boolean {
	return hasTemplateBlock(text) || conflictMarkers(text).length > 0;
}

/** The linted file as it is now, the others as the workspace has them. */
function findParts(unit: UnitFile, context: LintContext): readonly UnitFile[] | undefined {
	const place = placeOf(context);
	const parts = place === undefined ? [] : partsOf(place.view, place.file);
	if (parts.length === 0) return context.file?.dropIn ? undefined : [unit];
	return parts.map((part) => (part === place?.file ? unit : part.unit));
}

function settingsIn(part: UnitFile, context: LintContext, here: boolean): readonly UnitSetting[] {
	return workingSettings(part, context).map(({ entry, section, key: { directive } }) => {
		return { entry, section, directive, here };
	});
}

function groupSettings(all: readonly UnitSetting[]): SettingsBySection {
	const sections = new Map<string, Map<string, UnitSetting[]>>();
	for (const setting of all) {
		const { section, key } = presentPlace(setting);
		const keys = sections.get(section) ?? new Map<string, UnitSetting[]>();
		sections.set(section, keys);
		const others = keys.get(key);
		if (others === undefined) keys.set(key, [setting]);
		else others.push(setting);
	}
	return sections;
}

/** [Unit] and `BindsTo` for `BindTo=` in [Unit], [Unit] and `FailureAction` for that key in [Service]. */
function presentPlace({ section, directive: { key, aliasOf } }: UnitSetting): {
	readonly section: string;
	readonly key: string;
} {
	if (aliasOf === undefined) return { section, key };
	const [first = '', second] = aliasOf.split('.');
	return second === undefined ? { section, key: first } : { section: first, key: second };
}
