// The workspace of one run: the files given in it, and those beside files that were named one by one.

import {
	emptyWorkspace,
	type IndexedFile,
	indexFile,
	type LintContext,
	updateWorkspace,
	type WorkspaceView,
} from '../../core/src/index.ts';
import { foldersAround, neighboursOf, readNeighbour } from './neighbours.ts';
import type { ReadInput } from './read-inputs.ts';

/** The files of a run as rules across files see them; fixes change them. */
export interface RunWorkspace {
	readonly view: () => WorkspaceView;
	/** Takes a text for an input from now on. */
	readonly put: (input: ReadInput, text: string) => void;
	/** What rules across files are given for an input: nothing where its surroundings are not known. */
	readonly contextOf: (input: ReadInput) => Pick<LintContext, 'path' | 'workspace'>;
}

/** The workspace of all inputs. */
export function createRunWorkspace(inputs: readonly ReadInput[]): RunWorkspace {
	const known = new Set(inputs.map(({ absolute }) => absolute));
	const { files, unknown } = neighboursOf(inputs, known);
	const aliases = inputs.flatMap(({ aliases = [] }) => aliases.flatMap((alias) => readNeighbour(alias) ?? []));
	const own = inOrder(inputs).flatMap(({ indexed }) => indexed ?? []);
	// Hardly ever is there such a folder.
	const isBesideUnknown = (input: ReadInput) =>
		unknown.size > 0 && foldersAround(input).some((folder) => unknown.has(folder));
	let view = updateWorkspace(emptyWorkspace, byPath([...files, ...aliases, ...own]));
	return {
		view: () => view,
		put({ absolute }, text) {
			if (view.files.get(absolute)?.unit.text === text) return;
			view = updateWorkspace(view, new Map([[absolute, indexFile(absolute, text)]]));
		},
		contextOf(input) {
			if (!view.files.has(input.absolute) || isBesideUnknown(input)) return {};
			return { path: input.absolute, workspace: view };
		},
	};
}

/** Standard input last: it wins over the file whose name it was given. */
function inOrder(inputs: readonly ReadInput[]): readonly ReadInput[] {
	return [...inputs].sort((a, b) => Number(a.bytes !== undefined) - Number(b.bytes !== undefined));
}

function byPath(files: readonly IndexedFile[]): ReadonlyMap<string, IndexedFile> {
	return new Map(files.map((file) => [file.path, file]));
}
