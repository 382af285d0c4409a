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

/**
 * Tells of the unit files each time that there are others. Of several files of one name, one for fleet counts before
 * others, then the nearest to the top.
 */
export function createLocalFiles(tell: (files: ReadonlyMap<string, LocalFile>) => void): LocalFiles {
	const known = new Map<string, KnownFile>();
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

interface KnownFile extends LocalFile {
	/** Whether it has settings for fleet. */
	readonly isForFleet: boolean;
}

async function readLocalFile(uri: vscode.Uri): Promise<KnownFile | undefined> {
	try {
		const bytes = await vscode.workspace.fs.readFile(uri);
		const { options, error } = readOptions(new TextDecoder().decode(bytes));
		const isForFleet = options.some(({ section }) => section === 'X-Fleet');
		return { path: uri.fsPath, isForFleet, ...(error === undefined && { hash: hashOf(options) }) };
	} catch {
		// It is gone, or cannot be read: then there is nothing to compare with.
		return undefined;
	}
}

function byName(files: Iterable<KnownFile>): ReadonlyMap<string, LocalFile> {
	const rank = ({ isForFleet, path: { length } }: KnownFile) => (isForFleet ? 0 : 1e6) + length;
	const sorted = [...files].sort((a, b) => rank(b) - rank(a));
	return new Map(sorted.map((file) => [path.basename(file.path), file]));
}
