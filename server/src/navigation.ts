// Between files: definitions, references, highlights and renames of units. The core names files by their paths; here
// they become places that an editor can open.

import { pathToFileURL } from 'node:url';
import * as lsp from 'vscode-languageserver/node';
import { TextDocument } from 'vscode-languageserver-textdocument';
import * as core from '../../core/src/index.ts';
import type { OpenUnit } from './documents.ts';
import { filePath, offsetAt } from './from-lsp.ts';
import { invalidParams } from './guard.ts';
import { find, type Session } from './handlers.ts';
import { toRange } from './to-lsp.ts';

type At = lsp.TextDocumentPositionParams;

/** The files of the unit that is named at a place. */
export function definition({ units, client }: Session, params: At): lsp.Location[] | lsp.LocationLink[] {
	const open = find(units, params);
	const found = open && core.definitionAt(open.unit, offsetAt(open.document, params.position), open.context);
	if (open === undefined || found === undefined) return [];
	const origin = toRange(open.document, found.span);
	const locations = found.files.map(({ path }): lsp.Location => ({ uri: pathToFileURL(path).href, range: start }));
	return client.linksDefinitions ? locations.map((location) => toLink(location, origin)) : locations;
}

/** The places in all files that name the unit at a place. */
export function references({ units }: Session, params: lsp.ReferenceParams): lsp.Location[] {
	const open = find(units, params);
	const asked = open && core.unitAt(open.unit, offsetAt(open.document, params.position), open.context);
	if (open?.context.workspace === undefined || asked === undefined) return [];
	const own = params.context?.includeDeclaration === true ? asked.files : [];
	return [
		...own.map(({ path }) => ({ uri: pathToFileURL(path).href, range: start })),
		...core.referencesTo(asked, open.context.workspace, open.context).map(({ file, mention }) => ({
			uri: pathToFileURL(file.path).href,
			range: toRange(textOf(file), mention.span),
		})),
	];
}

/** The places in a document that name the unit at a place. */
export function highlights({ units }: Session, params: At): lsp.DocumentHighlight[] {
	const open = find(units, params);
	if (open === undefined) return [];
	return core
		.highlightsAt(open.unit, offsetAt(open.document, params.position), open.context)
		.map((span) => ({ range: toRange(open.document, span), kind: lsp.DocumentHighlightKind.Text }));
}

/** The name that would be renamed at a place. */
export function prepareRename({ units }: Session, params: At): lsp.PrepareRenameResult | null {
	const open = find(units, params);
	const found = open && renameable(open, params);
	return open && found ? { range: toRange(open.document, found.span), placeholder: found.name } : null;
}

/** Renames the unit at a place: all that names it, its files and the folders of its drop-ins. */
export function rename({ units }: Session, params: lsp.RenameParams): lsp.WorkspaceEdit | null {
	const open = find(units, params);
	const found = open && renameable(open, params);
	if (open?.context.workspace === undefined || !found) throw invalidParams('there is no name of a unit to rename here');
	const result = core.renameUnit(open.context.workspace, found.name, params.newName, open.context);
	if (result.kind === 'refused') throw new lsp.ResponseError(lsp.LSPErrorCodes.RequestFailed, result.message);
	const moves = result.moves.map(({ from, to }): lsp.RenameFile => {
		return { kind: 'rename', oldUri: pathToFileURL(from).href, newUri: pathToFileURL(to).href };
	});
	return { documentChanges: [...result.edits.map(toTextEdits), ...moves] };
}

/** What has to change in other files before unit files get other names in the editor's tree of files. */
export function willRenameFiles({ units }: Session, { files }: lsp.RenameFilesParams): lsp.WorkspaceEdit | null {
	const [any] = units.uris().flatMap((uri) => units.get(uri) ?? []);
	const view = any?.context.workspace;
	if (any === undefined || view === undefined) return null;
	const edits = files.flatMap(({ oldUri, newUri }) => {
		const [from, to] = [unitName(oldUri), unitName(newUri)];
		return from === undefined || to === undefined ? [] : core.mentionEdits(view, from, to, any.context);
	});
	return { documentChanges: edits.map(toTextEdits) };
}

/** The name of the unit that a file is; `undefined` for drop-ins and other files. */
function unitName(uri: string): string | undefined {
	const name = core.readUnitFileName(filePath(uri) ?? '');
	return name === undefined || name.dropIn ? undefined : name.unit;
}

function renameable({ unit, document, context }: OpenUnit, { position }: At) {
	return core.renameableAt(unit, offsetAt(document, position), context);
}

function toTextEdits({ file, edits }: core.FileEdits): lsp.TextDocumentEdit {
	const document = textOf(file);
	return {
		textDocument: { uri: pathToFileURL(file.path).href, version: null },
		edits: edits.map(({ span, text }) => ({ range: toRange(document, span), newText: text })),
	};
}

function toLink({ uri, range }: lsp.Location, origin: lsp.Range): lsp.LocationLink {
	return { targetUri: uri, targetRange: range, targetSelectionRange: range, originSelectionRange: origin };
}

/** A file of the workspace as a document, to count lines in it. */
function textOf({ path, unit }: core.IndexedFile): TextDocument {
	return TextDocument.create(path, '', 0, unit.text);
}

const start: lsp.Range = { start: { line: 0, character: 0 }, end: { line: 0, character: 0 } };
