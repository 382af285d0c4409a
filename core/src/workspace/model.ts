// What one unit file may know of the others: the shapes of the index and of the view that rules and features get.

import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { Machine, Requirements } from '../fleet/model.ts';
import type { UnitFile } from '../syntax/tree.ts';

/** A unit file (or drop-in) of the workspace with what the others may want to know of it. Made once for each text. */
export interface IndexedFile {
	/** Absolute path or URI; the same text that `LintContext.path` has. */
	readonly path: string;
	readonly name: UnitFileName;
	readonly description: string | undefined;
	/** Unit names by directive, such as `After`, as written, specifiers not expanded. */
	readonly references: ReadonlyMap<string, readonly string[]>;
	/** The file has an [X-Fleet] section. */
	readonly fleet: boolean;
	/** With specifiers expanded by the file's own unit name; for a template, `%i` is the empty text. */
	readonly requirements: Requirements;
	/** Of the text, for comparing templates with their instances; empty for a file without [X-Fleet]. */
	readonly canonical: string;
	readonly unit: UnitFile;
}

/** All files of a workspace. Never amended: an update gives a new view that shares what did not change. */
export interface WorkspaceView {
	readonly files: ReadonlyMap<string, IndexedFile>;
	/** Files (no drop-ins) by unit name; more than one file may bear a name. */
	readonly byUnit: ReadonlyMap<string, readonly IndexedFile[]>;
	/** Machines as far as they are known, from a connected cluster or a plan. Empty: unknown. */
	readonly machines: readonly Machine[];
	/** How units are on a connected cluster, in words, by name. Empty: unknown. */
	readonly unitStates: ReadonlyMap<string, string>;
}

/** A workspace that nobody knows anything of. */
export const emptyWorkspace: WorkspaceView = {
	files: new Map(),
	byUnit: new Map(),
	machines: [],
	unitStates: new Map(),
};
