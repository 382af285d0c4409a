// Units and the drop-ins that amend them. Only drop-ins in the folder of a unit's own name are known; those of a whole
// kind (`service.d`), of a prefix (`web-.service.d`) or of an instance's template are not looked for.

import { nameStart } from '../catalogue/file-path.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';
import { nearestTo } from './names.ts';

/** The drop-ins that amend a unit file, in the order in which systemd reads them: by name, whatever the folder. */
export function dropInsOf(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	return dropInsFor(view, file.name.unit).filter((dropIn) => amendedBy(view, dropIn).includes(file));
}

/** The files of the unit that a drop-in amends, the nearest; a unit file itself. */
export function amendedBy(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	return file.name.dropIn ? nearestTo(file.path, view.byUnit.get(file.name.unit) ?? []) : [file];
}

/** All that systemd reads of the unit that a file belongs to, the unit file first; none if that is not known. */
export function partsOf(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	const [base] = amendedBy(view, file);
	return base === undefined ? [] : [base, ...dropInsOf(view, base)];
}

/** Every drop-in for a unit of this name. */
export function dropInsFor(view: WorkspaceView, unit: string): readonly IndexedFile[] {
	const known = dropIns.get(view.files) ?? groupDropIns(view);
	dropIns.set(view.files, known);
	return known.get(unit) ?? [];
}

const dropIns = new WeakMap<WorkspaceView['files'], ReadonlyMap<string, readonly IndexedFile[]>>();

function groupDropIns({ files }: WorkspaceView): ReadonlyMap<string, readonly IndexedFile[]> {
	const groups = new Map<string, IndexedFile[]>();
	for (const file of files.values()) {
		if (!file.name.dropIn) continue;
		const others = groups.get(file.name.unit);
		if (others === undefined) groups.set(file.name.unit, [file]);
		else others.push(file);
	}
	for (const group of groups.values()) if (group.length > 1) group.sort(byFileName);
	return groups;
}

function byFileName(a: IndexedFile, b: IndexedFile): number {
	const [one, other] = [a.path.slice(nameStart(a.path)), b.path.slice(nameStart(b.path))];
	return one < other ? -1 : one > other ? 1 : 0;
}
