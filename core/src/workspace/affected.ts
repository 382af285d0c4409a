// Which files have to be looked at again after a change, because rules across files may now say something else of
// them. Rather one too many than one too few; a change of what no other file can see affects the file alone.

import { activatorsOf } from './activation.ts';
import { dropInsFor, dropInsOf } from './drop-ins.ts';
import { fleetFilesIn, folderOf } from './folders.ts';
import { isJob } from './job.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';
import { familyOf, filesOfFamily } from './names.ts';
import { isSlipOf } from './near-names.ts';
import { orderedInCircle } from './order.ts';
import { placedWith } from './placement.ts';
import {
	choosyFiles,
	filesWithGlobs,
	fleetFiles,
	matchesUnit,
	mentionedFamilies,
	referrersOf,
	symbolicRequirements,
} from './references.ts';

/** The paths of `after` to check again, the changed ones among them. `changed` are all paths that differ. */
export function affectedFiles(
	before: WorkspaceView,
	after: WorkspaceView,
	changed: ReadonlySet<string>,
): ReadonlySet<string> {
	// Whether a unit is alone decides what is said of units that are missing.
	if (isAlone(before) !== isAlone(after) || isAloneForFleet(before) !== isAloneForFleet(after)) {
		return new Set(after.files.keys());
	}
	const affected = new Set(changed);
	for (const path of changed) {
		const [old, now] = [before.files.get(path), after.files.get(path)];
		for (const file of [...touchedBy(before, old, now), ...touchedBy(after, now, old)]) affected.add(file.path);
	}
	if (before.machines !== after.machines) for (const file of choosyFiles(after)) affected.add(file.path);
	return new Set([...affected].filter((path) => after.files.has(path)));
}

/** The files of a view that see a file, or miss it; `other` is the file in the other view. */
function touchedBy(
	view: WorkspaceView,
	file: IndexedFile | undefined,
	other: IndexedFile | undefined,
): readonly IndexedFile[] {
	const known = file ?? other;
	if (known === undefined) return [];
	const { unit } = known.name;
	const family = filesOfFamily(view, familyOf(unit));
	const own = [...family, ...dropInsFor(view, unit)];
	if (file !== undefined && other !== undefined && looksTheSame(file, other)) return own;
	const names = [unit, ...aliasesOf(file), ...aliasesOf(other)];
	const referrers = names.flatMap((name) => [...referring(view, name), ...activatorsOf(view, name)]);
	return [...own, ...inFoldersOf(view, known), ...referrers, ...inCircleWith(view, family), ...matching(view, unit)];
}

/** Whether two states of a file are one to all files but those of its own unit, its template and its instances. */
function looksTheSame(a: IndexedFile, b: IndexedFile): boolean {
	return a.fleet === b.fleet && print(a) === print(b);
}

function print({ references, requirements, unit }: IndexedFile): string {
	const { metadata, ...rest } = requirements;
	const pairs = [...metadata].map(([key, values]) => [key, ...values]);
	return JSON.stringify([[...references], rest, pairs, isJob(unit)]);
}

/** The files whose names stand both in the folder of a file and elsewhere: what else stands there tells why. */
function inFoldersOf(view: WorkspaceView, { path }: IndexedFile): readonly IndexedFile[] {
	const names = fleetFilesIn(view, folderOf(path)).map(({ name }) => view.byUnit.get(name.unit) ?? []);
	return names.filter((files) => files.length > 1).flat();
}

function aliasesOf(file: IndexedFile | undefined): readonly string[] {
	return file?.references.get('Alias') ?? [];
}

/** The files that mention a unit, or one that MachineOf ties to it. */
function referring(view: WorkspaceView, unit: string): readonly IndexedFile[] {
	return [...placedWith(view, unit)].flatMap((family) => referrersOf(view, family));
}

function inCircleWith(view: WorkspaceView, family: readonly IndexedFile[]): readonly IndexedFile[] {
	const files = family.flatMap((file) => [...orderedInCircle(view, file)]);
	return [...files, ...files.flatMap((file) => dropInsOf(view, file))];
}

/** The files whose globs match a unit, or whose names may be slips of its name. */
function matching(view: WorkspaceView, unit: string): readonly IndexedFile[] {
	const family = familyOf(unit);
	const globs = filesWithGlobs(view).filter((file) =>
		symbolicRequirements(file).conflicts.some((glob) => {
			return matchesUnit(glob.replaceAll('%i', '*'), unit) || isSlipOf(familyOf(glob), family);
		}),
	);
	const slips = [...mentionedFamilies(view)].filter((name) => isSlipOf(name, family));
	return [...globs, ...slips.flatMap((name) => referrersOf(view, name))];
}

function isAlone({ byUnit }: WorkspaceView): boolean {
	return byUnit.size < 2;
}

function isAloneForFleet(view: WorkspaceView): boolean {
	return fleetFiles(view).length < 2;
}
