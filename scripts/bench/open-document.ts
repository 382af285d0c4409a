// A document that the measuring client has open: opens it, types into it and waits for what the server says.

import { pathToFileURL } from 'node:url';
import type { DiagnosticsBy, LspClient } from './lsp-client.ts';
import { timed } from './stage.ts';

/** A place in a document, counted from 0. */
export interface Place {
	readonly line: number;
	readonly character: number;
}

/** An open document. Times are in milliseconds. */
export interface OpenDocument {
	readonly at: (place: Place) => { readonly textDocument: { readonly uri: string }; readonly position: Place };
	/** Types a letter in the middle and does not wait. */
	readonly type: () => void;
	/** Types a letter in the middle; the time until the new diagnostics are there. */
	readonly typeAndWait: (by: DiagnosticsBy) => Promise<number>;
	readonly close: () => void;
}

/** Opens a document; also gives the time until its diagnostics are there, and how many there are. */
export async function openDocument(client: LspClient, by: DiagnosticsBy, file: string, text: string) {
	const uri = pathToFileURL(file).href;
	const middle = { line: Math.floor(text.split('\n').length / 2), character: 0 };
	let version = 1;
	let diagnostics = 0;
	const type = () => {
		const contentChanges = [{ range: { start: middle, end: middle }, text: 'x' }];
		client.notify('textDocument/didChange', { textDocument: { uri, version: ++version }, contentChanges });
	};
	const open = () => {
		const textDocument = { uri, languageId: 'systemd-unit', version, text };
		client.notify('textDocument/didOpen', { textDocument });
	};
	const opened = await timed(async () => {
		diagnostics = await diagnosticsAfter(client, by, uri, open);
	});
	const document: OpenDocument = {
		at: (position) => ({ textDocument: { uri }, position }),
		type,
		typeAndWait: (how) => timed(() => diagnosticsAfter(client, how, uri, type)),
		close: () => client.notify('textDocument/didClose', { textDocument: { uri } }),
	};
	return { document, opened, diagnostics };
}

async function diagnosticsAfter(client: LspClient, by: DiagnosticsBy, uri: string, act: () => void): Promise<number> {
	if (by === 'push') {
		const pushed = client.pushed(uri);
		act();
		return (await pushed).length;
	}
	act();
	const answer = await client.request<{ items: readonly unknown[] }>('textDocument/diagnostic', {
		textDocument: { uri },
	});
	return answer.items.length;
}
