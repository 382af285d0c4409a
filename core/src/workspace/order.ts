// In which order units start: what After= and Before= of all files, drop-ins among them, say of a unit. Only units of the
// workspace are known, and of several files for one unit the nearest is meant.

import { amendedBy, dropInsOf } from './drop-ins.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';
import { expandName, filesNamed, nearestTo } from './names.ts';
import { referrersOf } from './references.ts';

/** The shortest way from a unit to another along “starts after”, both ends included; `undefined` if there is none. */
export function orderPath(
	view: WorkspaceView,
	start: IndexedFile,
	end: IndexedFile,
): readonly IndexedFile[] | undefined {
	const from = reach(view, start);
	if (!from.has(end)) return undefined;
	const path = [end];
	for (let at = end; at !== start; ) {
		at = from.get(at) as IndexedFile; // Every file that was reached was reached from one.
		path.unshift(at);
	}
	return path;
}

/** The files of all units that stand in a cycle of the order with this one; it alone if there is no such cycle. */
export function orderedInCircle(view: WorkspaceView, file: IndexedFile): ReadonlySet<IndexedFile> {
	if (!leadsIntoCircle(view, file)) return new Set([file]); // Nearly every file.
	const startsBefore = new Map<IndexedFile, IndexedFile[]>();
	for (const other of reach(view, file).keys()) {
		for (const next of startsAfter(view, other)) {
			const before = startsBefore.get(next);
			if (before === undefined) startsBefore.set(next, [other]);
			else before.push(other);
		}
	}
	// What leads back is found from the end; the set grows while it is walked.
	const leadsBack = new Set([file]);
	for (const at of leadsBack) for (const other of startsBefore.get(at) ?? []) leadsBack.add(other);
	return leadsBack;
}

/** The nearest files of the unit that a file, or the unit that it amends, names. Never the unit itself. */
export function unitsNamed(view: WorkspaceView, file: IndexedFile, name: string): readonly IndexedFile[] {
	const files = filesNamed(view, expandName(name, file.name));
	if (files.length === 0) return files; // Most names are of the host’s own units.
	return nearestTo(file.path, files).filter((other) => other.name.unit !== file.name.unit);
}

const ending = new WeakMap<WorkspaceView['files'], Set<IndexedFile>>();

/** Whether the order leads from a file into a circle. Depth first; files from which it ends are asked about only once. */
function leadsIntoCircle(view: WorkspaceView, file: IndexedFile): boolean {
	const ends = ending.get(view.files) ?? new Set<IndexedFile>();
	ending.set(view.files, ends);
	if (ends.has(file)) return false;
	const seen = new Set([file]);
	const way = [{ file, rest: startsAfter(view, file).values() }];
	for (let last = way.at(-1); last !== undefined; last = way.at(-1)) {
		const { value: next } = last.rest.next();
		if (next === undefined) {
			ends.add(last.file);
			way.pop();
		} else if (!ends.has(next)) {
			if (seen.has(next)) return true; // What was seen and has not ended stands on the way here.
			seen.add(next);
			way.push({ file: next, rest: startsAfter(view, next).values() });
		}
	}
	return false;
}

/** Breadth first: each file that the order leads to, with the one before it on the way. */
function reach(view: WorkspaceView, start: IndexedFile): ReadonlyMap<IndexedFile, IndexedFile> {
	const from = new Map<IndexedFile, IndexedFile>();
	const queue = [start];
	for (const at of queue) {
		for (const next of startsAfter(view, at)) {
			if (from.has(next)) continue;
			from.set(next, at);
			if (next !== start) queue.push(next);
		}
	}
	return from;
}

const edges = new WeakMap<WorkspaceView['files'], Map<IndexedFile, readonly IndexedFile[]>>();

/** The units that this one starts after, by its own word, its drop-ins’ or theirs. */
function startsAfter(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	const known = edges.get(view.files) ?? new Map<IndexedFile, readonly IndexedFile[]>();
	edges.set(view.files, known);
	const found = known.get(file) ?? findBefore(view, file);
	known.set(file, found);
	return found;
}

function findBefore(view: WorkspaceView, file: IndexedFile): readonly IndexedFile[] {
	const own = [file, ...dropInsOf(view, file)].flatMap((part) => named(view, part, 'After'));
	const others = referrersOf(view, file.name.unit)
		.filter((other) => other.references.has('Before') && named(view, other, 'Before').includes(file))
		.flatMap((other) => amendedBy(view, other));
	return [...new Set([...own, ...others])];
}

function named(view: WorkspaceView, file: IndexedFile, directive: string): readonly IndexedFile[] {
	return (file.references.get(directive) ?? []).flatMap((name) => unitsNamed(view, file, name));
}
