// Who refers to whom in a workspace: by the directives of systemd, by MachineOf, and by the globs of Conflicts. Maps over
// all files are made when first asked for, and hang on the view.

import { globMatcher, literalStart } from '../fleet/glob.ts';
import type { Requirements } from '../fleet/model.ts';
import { readOptions } from '../fleet/options.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';
import { expandName, familyOf, filesNamed, isTemplateName, nearestTo, symbolicName } from './names.ts';

/** What fleet asks of a unit; for a template with `%i` as a symbol, not as the empty text. */
export function symbolicRequirements(file: IndexedFile): Requirements {
	if (file.name.instance !== '' || !file.fleet) return file.requirements;
	const known = symbolic.get(file);
	if (known !== undefined) return known;
	const requirements = requirementsOf(readOptions(file.unit.text).options, symbolicName(file.name));
	symbolic.set(file, requirements);
	return requirements;
}

const symbolic = new WeakMap<IndexedFile, Requirements>();

/** The files that mention a unit, or another of its template, in a directive or in MachineOf. */
export function referrersOf(view: WorkspaceView, unit: string): readonly IndexedFile[] {
	return mentionsOf(view).get(familyOf(unit)) ?? [];
}

/** The files of the units that a file must share a machine with. */
export function peersOf(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	return symbolicRequirements(file).peers.flatMap((name) => nearestTo(file.path, filesNamed(view, name)));
}

/** The files of the units whose names a glob of fleet matches; a template stands for an instance of any name. */
export function filesMatching(view: WorkspaceView, glob: string): readonly IndexedFile[] {
	const matches = unitMatcher(glob);
	const files: IndexedFile[] = [];
	for (const [name, named] of view.byUnit) if (matches(name)) files.push(...named);
	return files;
}

/** Whether a glob matches a unit’s name, or can match that of an instance if the name is a template’s. */
export function matchesUnit(glob: string, name: string): boolean {
	return name.startsWith(beginningOf(glob)) && unitMatcher(glob)(name);
}

function unitMatcher(glob: string): (name: string) => boolean {
	const [matches, matchesTemplate] = [globMatcher(glob), globMatcher(familyOf(glob))];
	const start = beginningOf(glob); // Rules most names out at once.
	return (name) => name.startsWith(start) && (matches(name) || (isTemplateName(name) && matchesTemplate(name)));
}

/** What the names that a glob matches have in common, those of their templates among them. */
function beginningOf(glob: string): string {
	const start = literalStart(glob);
	const at = start.indexOf('@');
	return at === -1 ? start : start.slice(0, at + 1);
}

/** Families of all units that any file mentions. */
export function mentionedFamilies(view: WorkspaceView): Iterable<string> {
	return mentionsOf(view).keys();
}

/** Whether `systemctl enable` makes a name stand for a unit of the workspace. */
export function isAlias(view: WorkspaceView, name: string): boolean {
	return referrersOf(view, name).some((file) => {
		return (file.references.get('Alias') ?? []).some((alias) => expandName(alias, file.name) === name);
	});
}

/** The unit files for fleet. */
export function fleetFiles({ files }: WorkspaceView): readonly IndexedFile[] {
	const known = forFleet.get(files) ?? [...files.values()].filter(({ fleet, name }) => fleet && !name.dropIn);
	forFleet.set(files, known);
	return known;
}

const forFleet = new WeakMap<WorkspaceView['files'], readonly IndexedFile[]>();

/** The unit files that fleet keeps apart from others. */
export function filesWithGlobs(view: WorkspaceView): readonly IndexedFile[] {
	return fleetFiles(view).filter(({ requirements }) => requirements.conflicts.length > 0);
}

/** The unit files that do not run beside any others on any machine. */
export function choosyFiles(view: WorkspaceView): readonly IndexedFile[] {
	return fleetFiles(view).filter(({ requirements: { conflicts, metadata, machineId } }) => {
		return conflicts.length > 0 || metadata.size > 0 || machineId !== undefined;
	});
}

/** What a file mentions: families of the units in its directives and in MachineOf. */
export function mentionsIn(file: IndexedFile): ReadonlySet<string> {
	const known = mentioned.get(file);
	if (known !== undefined) return known;
	const written = [...file.references.values()].flat().map((name) => expandName(name, file.name));
	const mentions = new Set([...written, ...symbolicRequirements(file).peers].map(familyOf));
	mentioned.set(file, mentions);
	return mentions;
}

const mentioned = new WeakMap<IndexedFile, ReadonlySet<string>>();
const byMention = new WeakMap<WorkspaceView['files'], ReadonlyMap<string, readonly IndexedFile[]>>();

function mentionsOf({ files }: WorkspaceView): ReadonlyMap<string, readonly IndexedFile[]> {
	const known = byMention.get(files);
	if (known !== undefined) return known;
	const made = new Map<string, IndexedFile[]>();
	for (const file of files.values()) {
		for (const family of mentionsIn(file)) {
			const others = made.get(family);
			if (others === undefined) made.set(family, [file]);
			else others.push(file);
		}
	}
	byMention.set(files, made);
	return made;
}
