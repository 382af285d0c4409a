// The unit files of the workspace with fleet's hash of each, so that the tree can say which ones were edited. Looked for
// only once it is asked for, and then kept up to date file by file. What is unsaved in an editor does not count.

import path from 'node:path';
import * as vscode from 'vscode';
import { hashOf } from '../../../cluster/src/hash.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import type { LocalFile } from '../cluster-view/view.ts';

/** Unit files of the workspace, by unit name. */
export interface LocalFiles extends vscode.Disposable {
	/** Looks for them, the first time; later calls do nothing. */
	start(): Promise<void>;
}

/** Tells of the unit files each time that there are others. Of several files of one name the nearest to the top counts. */
export function createLocalFiles(tell: (files: ReadonlyMap<string, LocalFile>) => void): LocalFiles {
	const known = new Map<string, LocalFile>();
	let watcher: vscode.FileSystemWatcher | undefined;

	async function take(uri: vscode.Uri): Promise<void> {
		const file = await readLocalFile(uri);
		if (file === undefined) known.delete(uri.fsPath);
		else known.set(uri.fsPath, file);
	}

	async function change(uri: vscode.Uri): Promise<void> {
		await take(uri);
		tell(byName(known.values()));
	}

	return {
		start: async () => {
			if (watcher !== undefined) return;
			watcher = vscode.workspace.createFileSystemWatcher(unitFiles);
			watcher.onDidCreate(change);
			watcher.onDidChange(change);
			watcher.onDidDelete(change);
			const found = await vscode.workspace.findFiles(unitFiles, '**/node_modules/**', mostFiles);
			await Promise.all(found.map(take));
			tell(byName(known.values()));
		},
		dispose: () => watcher?.dispose(),
	};
}

const unitFiles = '**/*.{service,socket,timer,path,mount,automount,device,target}';

/** As many as the rules across files look at. */
const mostFiles = 20_000;

async function readLocalFile(uri: vscode.Uri): Promise<LocalFile | undefined> {
	try {
		const bytes = await vscode.workspace.fs.readFile(uri);
		const { options, error } = readOptions(new TextDecoder().decode(bytes));
		return { path: uri.fsPath, ...(error === undefined && { hash: hashOf(options) }) };
	} catch {
		// It is gone, or cannot be read: then there is nothing to compare with.
		return undefined;
	}
}

function byName(files: Iterable<LocalFile>): ReadonlyMap<string, LocalFile> {
	const sorted = [...files].sort((a, b) => b.path.length - a.path.length);
	return new Map(sorted.map((file) => [path.basename(file.path), file]));
}
