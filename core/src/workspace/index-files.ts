// Texts → the files of a workspace, and changed files → a new view of it. What the files say to each other is asked
// elsewhere; here stands only what each of them says.

import { readUnitFileName } from '../catalogue/unit-file-name.ts';
import { canonicalText } from '../fleet/canonical.ts';
import { readOptions } from '../fleet/options.ts';
import { requirementsOf } from '../fleet/requirements.ts';
import { parse } from '../syntax/parse.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';
import { referencesOf } from './references-of.ts';

/** What others may know of a file; `undefined` if its name is no unit file's. Does not depend on other files. */
export function indexFile(path: string, text: string): IndexedFile | undefined {
	const name = readUnitFileName(path);
	if (name === undefined) return undefined;
	const unit = parse(text);
	return {
		path,
		name,
		description: descriptionOf(unit),
		references: namesByDirective(unit),
		fleet: unit.sections.some((section) => section.name === 'X-Fleet'),
		...(text.includes('X-Fleet') ? fleetsView(text, name.unit) : unknownToFleet),
		unit,
	};
}

type FleetsView = Pick<IndexedFile, 'requirements' | 'canonical'>;

function fleetsView(text: string, unit: string): FleetsView {
	// Where fleet refuses the text, it is known up to there; rules of their own say that it is refused.
	const { options } = readOptions(text);
	return { requirements: requirementsOf(options, unit), canonical: canonicalText(options) };
}

/** Most files never go to fleet, and nothing asks what it would make of them. */
const unknownToFleet: FleetsView = { requirements: requirementsOf([]), canonical: '' };

/**
 * The view after changes, by path: a file in its new state, or `undefined` for one that is gone. Many changes are best
 * given at once, since every call copies the maps of the view. Without a change it is the view itself.
 */
export function updateWorkspace(
	view: WorkspaceView,
	changes: ReadonlyMap<string, IndexedFile | undefined>,
): WorkspaceView {
	const changed = [...changes].filter(([path, file]) => view.files.get(path) !== file);
	if (changed.length === 0) return view;
	const files = new Map(view.files);
	const units = new Set<string>();
	for (const [path, file] of changed) {
		if (file === undefined) files.delete(path);
		else files.set(path, file);
		for (const name of [view.files.get(path)?.name, file?.name]) if (name && !name.dropIn) units.add(name.unit);
	}
	return { ...view, files, byUnit: withUnits(view.byUnit, units, changed) };
}

/** The files by unit name, after changes to the files of some units. */
function withUnits(
	before: WorkspaceView['byUnit'],
	units: ReadonlySet<string>,
	changed: readonly (readonly [string, IndexedFile | undefined])[],
): WorkspaceView['byUnit'] {
	const paths = new Set(changed.map(([path]) => path));
	const byUnit = new Map(before);
	for (const unit of units) {
		const stayed = (before.get(unit) ?? []).filter(({ path }) => !paths.has(path));
		if (stayed.length === 0) byUnit.delete(unit);
		else byUnit.set(unit, stayed);
	}
	for (const [, file] of changed) {
		if (file === undefined || file.name.dropIn) continue;
		byUnit.set(file.name.unit, [...(byUnit.get(file.name.unit) ?? []), file].sort(byPath));
	}
	return byUnit;
}

function byPath(a: IndexedFile, b: IndexedFile): number {
	return a.path < b.path ? -1 : 1;
}

function namesByDirective(unit: UnitFile): ReadonlyMap<string, readonly string[]> {
	const names = new Map<string, string[]>();
	for (const { directive, name } of referencesOf(unit)) {
		const others = names.get(directive);
		if (others === undefined) names.set(directive, [name]);
		else others.push(name);
	}
	return names;
}

function descriptionOf({ sections }: UnitFile): string | undefined {
	const entries = sections.flatMap((section) => (section.name === 'Unit' ? section.entries : []));
	const text = entries.findLast(({ key }) => key.text === 'Description')?.value.text;
	return text === '' ? undefined : text;
}
