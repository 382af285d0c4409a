// What MachineOf, Conflicts and Replaces may name: units of the workspace, and globs that match some of them. What the
// file's other requirements rule out is left out.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { UnitKind } from '../catalogue/unit-kinds.ts';
import { isGlob, matchGlob } from '../fleet/glob.ts';
import { splitUnitName } from '../fleet/unit-name.ts';
import type { LintContext } from '../rules/settings.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { IndexedFile, WorkspaceView } from '../workspace/model.ts';
import { filesMatching } from '../workspace/references.ts';
import { ownRequirements } from './fleet-own.ts';
import type { Candidate } from './fleet-values.ts';
import { shorten } from './markdown.ts';
import { counted, dotted } from './phrases.ts';

/** Units to share a machine with; of a template, the instance of the same name. */
export function peerCandidates(view: WorkspaceView, unit: UnitFile, context: LintContext): readonly Candidate[] {
	const { conflicts, replaces } = ownRequirements(unit, context);
	const isAllowed = (text: string) => ![...conflicts, ...replaces].some((glob) => matchGlob(glob, text));
	const ofFiles = otherUnits(view, context.file).flatMap((other) => {
		const text = peerName(other.name, context.file);
		if (text === undefined || !isAllowed(text)) return [];
		return [{ text, detail: dotted([detailOf(other, text), view.unitStates.get(text)]) }];
	});
	const known = new Set(ofFiles.map(({ text }) => text));
	return [...ofFiles, ...liveUnits(view, context.file).filter(({ text }) => !known.has(text) && isAllowed(text))];
}

/** Units that only the cluster has. */
function liveUnits({ unitStates }: WorkspaceView, own: UnitFileName | undefined): readonly Candidate[] {
	const others = [...unitStates].filter(([name]) => name !== own?.unit && splitUnitName(name)?.isTemplate !== true);
	return others.map(([text, detail]) => ({ text, detail }));
}

/** Globs and units to keep away from; the glob for the other instances of the same template comes first. */
export function globCandidates(
	key: 'Conflicts' | 'Replaces',
	view: WorkspaceView,
	unit: UnitFile,
	context: LintContext,
): readonly Candidate[] {
	const { file } = context;
	const { peers } = ownRequirements(unit, context);
	// Replaces that matches in both directions is no wish that fleet acts on.
	const own = key === 'Conflicts' && file?.instance !== undefined && !file.dropIn ? [familyGlob(file)] : [];
	return [...new Set([...own, ...globsOf(otherUnits(view, file))])]
		.filter((text) => !peers.some((peer) => matchGlob(text, peer)))
		.map((text) => {
			const what = text === own[0] ? 'other instances of this template' : undefined;
			return { text, detail: dotted([what, matchDetail(view, text, file)]) };
		});
}

/** How many other units of the workspace a glob matches, in a phrase. */
function matchDetail(view: WorkspaceView, glob: string, file: UnitFileName | undefined): string | undefined {
	const names = unitsMatching(view, glob).filter((name) => name !== file?.unit);
	if (names.length > 0) return `matches ${counted(names.length, 'other unit')} of the workspace`;
	return file?.instance === '' ? undefined : 'matches no other unit of the workspace';
}

/** Names of the units that a glob matches, by alphabet; a template stands for its instances. */
export function unitsMatching(view: WorkspaceView, glob: string): readonly string[] {
	return [...new Set(filesMatching(view, glob).map(({ name }) => name.unit))].sort();
}

// The kinds whose files fleetctl submits and the agent reads back.
const placedKinds: ReadonlySet<UnitKind | undefined> = new Set<UnitKind>([
	...(['service', 'socket', 'timer', 'path', 'device', 'mount', 'automount'] as const),
]);

/** A file for each other unit that fleet may run: those with [X-Fleet] first, then by name. */
function otherUnits({ byUnit }: WorkspaceView, own: UnitFileName | undefined): readonly IndexedFile[] {
	const files = [...byUnit.values()].flatMap(([first]) => first ?? []);
	return files
		.filter(({ name }) => placedKinds.has(name.kind) && name.unit !== own?.unit)
		.sort((a, b) => Number(b.fleet) - Number(a.fleet) || (a.name.unit < b.name.unit ? -1 : 1));
}

function peerName({ unit, prefix, kind, instance }: UnitFileName, own: UnitFileName | undefined): string | undefined {
	if (instance !== '') return unit;
	return own?.instance === undefined ? undefined : `${prefix}@${own.instance || '%i'}.${kind}`;
}

function detailOf({ name, description, requirements }: IndexedFile, text: string): string {
	return dotted([
		name.unit === text ? undefined : 'the same instance',
		requirements.global ? 'on every machine' : undefined,
		description && shorten(description, 60),
	]);
}

/** Globs of whole templates and those that other units use, then the names of units that are no templates. */
function globsOf(units: readonly IndexedFile[]): readonly string[] {
	const families = units.filter(({ name }) => name.instance === '').map(({ name }) => familyGlob(name));
	const used = units.flatMap(({ requirements }) => requirements.conflicts).filter(isGlob);
	const names = units.filter(({ name }) => name.instance !== '').map(({ name }) => name.unit);
	return [...new Set([...families, ...used])].sort().concat(names);
}

function familyGlob({ prefix, kind }: UnitFileName): string {
	return `${prefix}@*.${kind}`;
}
