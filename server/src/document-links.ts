// Document links. A path in a unit is one of the machine that the unit is for: it leads to a file below the open folders
// that lies at that path, or at that path below one of them, as in the tree of an image.

import { stat } from 'node:fs/promises';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import type { CancellationToken, DocumentLink, DocumentLinkParams } from 'vscode-languageserver/node';
import * as core from '../../core/src/index.ts';
import { isBelow } from './find-unit-files.ts';
import { find, type Session } from './handlers.ts';
import { toRange } from './to-lsp.ts';

/** The links of a document; those to files that are nowhere in the open folders are left out. */
export async function documentLinks(
	{ units, folders }: Session,
	params: DocumentLinkParams,
	token: CancellationToken,
): Promise<DocumentLink[]> {
	const open = find(units, params);
	if (open === undefined) return [];
	const links = await Promise.all(
		core.documentLinks(open.unit).map(async ({ span, kind, target }): Promise<DocumentLink | undefined> => {
			if (token.isCancellationRequested) return undefined;
			const uri = kind === 'uri' ? target : await fileUri(target, folders());
			return uri === undefined ? undefined : { range: toRange(open.document, span), target: uri };
		}),
	);
	return links.filter((link) => link !== undefined);
}

async function fileUri(target: string, folders: readonly string[]): Promise<string | undefined> {
	const candidates = folders.flatMap((folder) =>
		[target, path.join(folder, target)].filter((one) => isBelow(folder, one)),
	);
	for (const candidate of new Set(candidates)) if (await isFile(candidate)) return pathToFileURL(candidate).href;
	return undefined;
}

async function isFile(file: string): Promise<boolean> {
	try {
		return (await stat(file)).isFile();
	} catch {
		return false;
	}
}
