// Read-only documents about a cluster: the text of a unit there, its status, why it is where it is. A document is made
// when it is opened, and again on request; nothing of it is kept after it is closed.

import * as vscode from 'vscode';
import { languageId } from '../../../protocol/src/settings.ts';

/** What a document shows. `live` documents are about the unit as it is now, so they are made again on each opening. */
export interface Page {
	readonly kind: PageKind;
	readonly cluster: string;
	/** Name of the unit, or ID of the machine. */
	readonly subject: string;
	/** A machine, where the page is about a unit on one of several. */
	readonly machine?: string;
}

/** What a page is; also the first part of its address. */
export type PageKind = 'unit' | 'status' | 'why' | 'placement' | 'loss' | 'metadata';

/** Makes the text of a page. Throws what went wrong, which the document then says. */
export type PageMaker = (page: Page, signal: AbortSignal) => Promise<string>;

/** The scheme of these documents. */
const scheme = 'fleet-units';

/** Documents that can be opened. */
export interface Documents extends vscode.Disposable {
	open(page: Page): Promise<void>;
	/** Opens a text that is made already; it is kept while its document is open. */
	openText(kind: PageKind, title: string, text: string): Promise<void>;
	/** The address of a page, for comparing it. */
	uri(page: Page): vscode.Uri;
}

/** Registers the documents. */
export function createDocuments(makers: Readonly<Partial<Record<PageKind, PageMaker>>>): Documents {
	const changed = new vscode.EventEmitter<vscode.Uri>();
	const texts = new Map<string, string>();
	const provider: vscode.TextDocumentContentProvider = {
		onDidChange: changed.event,
		provideTextDocumentContent: async (uri, token) => {
			const text = texts.get(uri.toString());
			if (text !== undefined) return text;
			const page = pageOf(uri);
			const make = page && makers[page.kind];
			if (page === undefined || make === undefined) return 'This page is not known any more.\n';
			const giveUp = new AbortController();
			token.onCancellationRequested(() => giveUp.abort());
			return await make(page, giveUp.signal).catch((error: unknown) => `${errorLine(error)}\n`);
		},
	};
	const registration = vscode.workspace.registerTextDocumentContentProvider(scheme, provider);
	const closing = vscode.workspace.onDidCloseTextDocument(({ uri }) => texts.delete(uri.toString()));
	return {
		uri: uriOf,
		open: async (page) => {
			const uri = uriOf(page);
			changed.fire(uri);
			await show(uri, page.kind);
		},
		openText: async (kind, title, text) => {
			const uri = uriOf({ kind, cluster: '', subject: title });
			texts.set(uri.toString(), text);
			changed.fire(uri);
			await show(uri, kind);
		},
		dispose: () => vscode.Disposable.from(registration, closing, changed).dispose(),
	};
}

async function show(uri: vscode.Uri, kind: PageKind): Promise<void> {
	const document = await vscode.workspace.openTextDocument(uri);
	await vscode.languages.setTextDocumentLanguage(document, kind === 'unit' ? languageId : 'plaintext');
	await vscode.window.showTextDocument(document, { preview: true });
}

const suffixes: Readonly<Record<PageKind, string>> = {
	unit: '',
	status: '.status',
	why: '.why',
	placement: '.placement',
	loss: '.loss',
	metadata: '.metadata',
};

/** The path ends in a name that people can tell tabs by. */
function uriOf(page: Page): vscode.Uri {
	const { kind, cluster, subject, machine } = page;
	const title = `${subject}${suffixes[kind]}`;
	return vscode.Uri.from({
		scheme,
		authority: kind,
		path: `/${encodeURIComponent(cluster)}/${title}`,
		query: JSON.stringify([cluster, subject, ...(machine === undefined ? [] : [machine])]),
	});
}

function pageOf({ authority, query }: vscode.Uri): Page | undefined {
	const kind = (Object.keys(suffixes) as PageKind[]).find((known) => known === authority); // The keys are the type.
	const parts: unknown = parse(query);
	if (kind === undefined || !Array.isArray(parts)) return undefined;
	const [cluster, subject, machine]: readonly unknown[] = parts;
	if (typeof cluster !== 'string' || typeof subject !== 'string') return undefined;
	return { kind, cluster, subject, ...(typeof machine === 'string' && { machine }) };
}

function parse(text: string): unknown {
	try {
		return JSON.parse(text);
	} catch {
		return undefined;
	}
}

function errorLine(error: unknown): string {
	return error instanceof Error ? error.message : String(error);
}
