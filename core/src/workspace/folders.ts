// Which units stand together in a folder, and which names stand in several. fleet knows no folders: of two units of
// one name, a cluster has the one that came first.

import { nameStart } from '../catalogue/file-path.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';

/** The folder of a path, its separator at the end. */
export function folderOf(path: string): string {
	return path.slice(0, nameStart(path));
}

/** The files in a folder that are for fleet, drop-ins left out. */
export function fleetFilesIn(view: WorkspaceView, folder: string): readonly IndexedFile[] {
	const known = folders.get(view.files) ?? groupByFolder(view);
	folders.set(view.files, known);
	return known.get(folder) ?? [];
}

/** Files of the same unit name in other folders that are for fleet and say something else. */
export function twinsOf(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	if (!file.fleet || file.name.dropIn || file.name.generated) return [];
	const others = view.byUnit.get(file.name.unit) ?? [];
	return others.filter(
		(other) => other.path !== file.path && other.fleet && !other.name.generated && other.canonical !== file.canonical,
	);
}

const folders = new WeakMap<WorkspaceView['files'], ReadonlyMap<string, readonly IndexedFile[]>>();

function groupByFolder({ files }: WorkspaceView): ReadonlyMap<string, readonly IndexedFile[]> {
	const groups = new Map<string, IndexedFile[]>();
	for (const file of files.values()) {
		if (!file.fleet || file.name.dropIn) continue;
		const folder = folderOf(file.path);
		const others = groups.get(folder);
		if (others === undefined) groups.set(folder, [file]);
		else others.push(file);
	}
	return groups;
}
