// The folders that the client has open, as paths, through a session.

import type { InitializeParams, WorkspaceFoldersChangeEvent } from 'vscode-languageserver/node';
import { filePath } from './from-lsp.ts';

/** The folders that are open. */
export interface OpenFolders {
	readonly current: () => readonly string[];
	/** Some have come, some have gone. */
	readonly change: (event: WorkspaceFoldersChangeEvent) => void;
}

/** Begins with those that the first request names; those that are on no disk are none. */
export function createOpenFolders({ workspaceFolders, rootUri }: InitializeParams): OpenFolders {
	const uris = workspaceFolders?.map(({ uri }) => uri) ?? (rootUri ? [rootUri] : []);
	let folders = uris.flatMap((uri) => filePath(uri) ?? []);
	return {
		current: () => folders,
		change({ added, removed }) {
			const gone = removed.map(({ uri }) => filePath(uri));
			const kept = folders.filter((folder) => !gone.includes(folder));
			folders = [...kept, ...added.flatMap(({ uri }) => filePath(uri) ?? [])];
		},
	};
}
