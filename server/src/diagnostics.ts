// Diagnostics, for clients that ask for them and for those that wait to be told. Both get the same.

import type { Connection, Diagnostic, DocumentDiagnosticReport } from 'vscode-languageserver/node';
import { type OpenUnit, type OpenUnits, problemsOf } from './documents.ts';
import type { ClientFeatures } from './from-lsp.ts';
import { guard, inBackground } from './guard.ts';
import { type RulePage, toDiagnostic } from './to-lsp.ts';

/** What the rest of the server tells of documents and settings. */
export interface DiagnosticsPusher {
	readonly opened: (uri: string) => void;
	readonly edited: (uri: string) => void;
	readonly closed: (uri: string) => void;
	/** A client asked for a document that it has not opened yet, as VS Code does with the tabs behind the first. */
	readonly askedTooEarly: (uri: string) => void;
	/** Settings have changed, and with them perhaps every document's diagnostics. */
	readonly allChanged: () => void;
	/** Other files have changed, and with them perhaps these documents' diagnostics. */
	readonly someChanged: (uris: readonly string[]) => void;
}

/** The answer to a client that asks; it may have the newest already. */
export function diagnosticReport(
	open: OpenUnit | undefined,
	previous: string | undefined,
	page: RulePage,
): DocumentDiagnosticReport {
	if (open === undefined) return { kind: 'full', items: [] };
	if (open.id === previous) return { kind: 'unchanged', resultId: open.id };
	return { kind: 'full', resultId: open.id, items: diagnosticsOf(open, page) };
}

/** Tells a client that cannot ask: at once on opening, when typing rests after that. Others are told to ask again. */
export function createDiagnosticsPusher(
	connection: Connection,
	units: OpenUnits,
	client: ClientFeatures,
	page: RulePage,
): DiagnosticsPusher {
	const waiting = new Map<string, NodeJS.Timeout>();
	const pushedIds = new Map<string, string>();
	const askedEarly = new Set<string>();
	let refreshing: NodeJS.Timeout | undefined;
	const refresh = () => {
		if (!client.pullsDiagnostics || !client.refreshesDiagnostics) return;
		inBackground(connection, 'refreshing diagnostics', connection.languages.diagnostics.refresh());
	};
	const push = guard(connection, 'diagnostics', undefined, (uri: string) => {
		clearTimeout(waiting.get(uri));
		waiting.delete(uri);
		const open = units.get(uri);
		if (open === undefined || client.pullsDiagnostics || pushedIds.get(uri) === open.id) return;
		pushedIds.set(uri, open.id);
		send(connection, uri, diagnosticsOf(open, page), open.document.version);
	});
	const pushAfter = (uri: string, milliseconds: number) => {
		clearTimeout(waiting.get(uri));
		waiting.set(uri, setTimeout(push, milliseconds, uri));
	};
	return {
		opened(uri) {
			push(uri);
			// It has an empty answer, and asks again only if it is told to.
			if (askedEarly.delete(uri)) refresh();
		},
		edited(uri) {
			pushAfter(uri, restMilliseconds);
		},
		closed(uri) {
			clearTimeout(waiting.get(uri));
			waiting.delete(uri);
			askedEarly.delete(uri);
			if (pushedIds.delete(uri)) send(connection, uri, []);
		},
		allChanged() {
			for (const uri of units.uris()) push(uri);
			refresh();
		},
		someChanged(uris) {
			for (const uri of uris) if (!waiting.has(uri)) pushAfter(uri, 0);
			clearTimeout(refreshing);
			refreshing = setTimeout(refresh, restMilliseconds);
		},
		askedTooEarly(uri) {
			askedEarly.add(uri);
		},
	};
}

/** How long typing must rest. */
const restMilliseconds = 150;

function diagnosticsOf(open: OpenUnit, page: RulePage): Diagnostic[] {
	return problemsOf(open).map((problem) => toDiagnostic(open.document, problem, page));
}

function send(connection: Connection, uri: string, diagnostics: Diagnostic[], version?: number): void {
	const params = { uri, diagnostics, ...(version !== undefined && { version }) };
	inBackground(connection, 'pushing diagnostics', connection.sendDiagnostics(params));
}
