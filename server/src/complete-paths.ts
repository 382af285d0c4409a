// Completion of paths: reads the folder that a path being written lies in. Only where the client trusts the workspace,
// only for documents that are files, and never for long.

import { opendir, stat } from 'node:fs/promises';
import path from 'node:path';
import type { CancellationToken, CompletionList, TextDocumentPositionParams } from 'vscode-languageserver/node';
import { type FolderEntry, type PathPlace, pathCompletions, pathPlaceAt } from '../../core/src/index.ts';
import { toCompletionList } from './completion-list.ts';
import { filePath, offsetAt } from './from-lsp.ts';
import type { Session } from './handlers.ts';

/** The names in the folder of the path at the caret; `undefined` where there is no path, or nothing may be read. */
export async function completePaths(
	{ units, host, client }: Session,
	{ textDocument, position }: TextDocumentPositionParams,
	token: CancellationToken,
): Promise<CompletionList | undefined> {
	const open = host().isTrusted && filePath(textDocument.uri) !== undefined ? units.get(textDocument.uri) : undefined;
	const place = open && pathPlaceAt(open.unit, offsetAt(open.document, position), open.context);
	if (open === undefined || place === undefined) return undefined;
	const { entries, isIncomplete } = await readFolder(place, token);
	const found = { ...pathCompletions(open.unit, place, entries), isIncomplete };
	return toCompletionList(open.document, found, open.context.release, client);
}

interface Folder {
	readonly entries: readonly FolderEntry[];
	readonly isIncomplete: boolean;
}

const nothing: Folder = { entries: [], isIncomplete: false };
const mostEntries = 500;
const mostMilliseconds = 2000;

/** A folder that cannot be read, or not soon enough, has nothing in it. */
async function readFolder({ folder, typed }: PathPlace, token: CancellationToken): Promise<Folder> {
	let isLate = false;
	let timer: NodeJS.Timeout | undefined;
	const late = new Promise<Folder>((resolve) => {
		timer = setTimeout(() => {
			isLate = true;
			resolve(nothing);
		}, mostMilliseconds);
	});
	try {
		return await Promise.race([listFolder(folder, typed, () => isLate || token.isCancellationRequested), late]);
	} catch {
		return nothing;
	} finally {
		clearTimeout(timer);
	}
}

async function listFolder(folder: string, typed: string, isVain: () => boolean): Promise<Folder> {
	const entries: FolderEntry[] = [];
	for await (const entry of await opendir(folder)) {
		if (isVain()) return nothing;
		if (!entry.name.startsWith(typed)) continue;
		if (entries.length === mostEntries) return { entries: entries.sort(byName), isIncomplete: true };
		const isFolder = entry.isSymbolicLink() ? await leadsToFolder(path.join(folder, entry.name)) : entry.isDirectory();
		entries.push({ name: entry.name, isFolder });
	}
	return { entries: entries.sort(byName), isIncomplete: false };
}

function byName(a: FolderEntry, b: FolderEntry): number {
	return a.name < b.name ? -1 : 1;
}

async function leadsToFolder(link: string): Promise<boolean> {
	try {
		return (await stat(link)).isDirectory();
	} catch {
		return false;
	}
}
