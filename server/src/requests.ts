// Which requests of the protocol the server answers, and with what. The answers are made in handlers.ts, drawing.ts and
// navigation.ts; none of them is asked before the session runs, and none that fails ends it.

import type { CancellationToken, CompletionParams, Connection } from 'vscode-languageserver/node';
import { manualPageRequest, targetRequest } from '../../protocol/src/requests.ts';
import { completePaths } from './complete-paths.ts';
import { documentLinks } from './document-links.ts';
import * as drawing from './drawing.ts';
import { guard, guardAsync } from './guard.ts';
import * as handlers from './handlers.ts';
import * as navigation from './navigation.ts';
import type { LazyTexts } from './texts.ts';

/** Answers the requests of a client. `requireRunning` throws what the client is to be told while no session runs. */
export function answerRequests(
	connection: Connection,
	session: handlers.Session,
	texts: LazyTexts,
	requireRunning: () => void,
): void {
	const answering = createAnswering(connection, session, requireRunning);
	answerAtCaret(connection, answering, texts);
	answerAboutDocuments(connection, answering);
	answerBetweenFiles(connection, answering);
}

type Answering = ReturnType<typeof createAnswering>;

/** Makes handlers of requests out of functions of the session. */
function createAnswering(connection: Connection, session: handlers.Session, requireRunning: () => void) {
	return {
		on: <P, R>(name: string, fallback: R, handler: (session: handlers.Session, params: P) => R) =>
			guard(connection, name, fallback, (params: P) => {
				requireRunning();
				return handler(session, params);
			}),
		onAsync: <P, R>(
			name: string,
			fallback: R,
			handler: (session: handlers.Session, params: P, token: CancellationToken) => Promise<R>,
		) =>
			guardAsync(connection, name, fallback, async (params: P, token) => {
				requireRunning();
				return handler(session, params, token);
			}),
	};
}

function answerAtCaret(connection: Connection, { on, onAsync }: Answering, texts: LazyTexts): void {
	const ofPaths = onAsync<CompletionParams, Awaited<ReturnType<typeof completePaths>>>(
		'paths',
		undefined,
		completePaths,
	);
	const completion = on('completion', undefined, handlers.completion);
	connection.onCompletion(async (params, token) => (await ofPaths(params, token)) ?? completion(params));
	connection.onCompletionResolve(texts.before((item) => on('completion item', item, handlers.resolveCompletion)(item)));
	connection.onHover(texts.before(on('hover', undefined, handlers.hoverAt)));
	connection.onCodeAction(on('code actions', [], handlers.codeActions));
	connection.onSelectionRanges(on('selection', [], handlers.selectionRanges));
	connection.onRequest(manualPageRequest, on('manual page', null, handlers.manualPage));
}

function answerAboutDocuments(connection: Connection, { on, onAsync }: Answering): void {
	const { languages } = connection;
	connection.onDocumentSymbol(on('outline', [], handlers.outline));
	connection.onFoldingRanges(on('folding', [], handlers.foldingRanges));
	connection.onDocumentLinks(onAsync('links', [], documentLinks));
	connection.onDocumentFormatting(on('formatting', [], drawing.formatting));
	connection.onDocumentRangeFormatting(on('formatting', [], drawing.formatting));
	connection.onRequest(targetRequest, on('target', null, handlers.target));
	languages.diagnostics.on(on('diagnostics', { kind: 'full', items: [] }, handlers.diagnostics));
	languages.inlayHint.on(on('inlay hints', [], drawing.inlayHints));
	languages.semanticTokens.on(on('tokens', { data: [] }, drawing.semanticTokens));
	languages.semanticTokens.onRange(on('tokens', { data: [] }, drawing.semanticTokens));
}

function answerBetweenFiles(connection: Connection, { on }: Answering): void {
	connection.onDefinition(on('definition', [], navigation.definition));
	connection.onReferences(on('references', [], navigation.references));
	connection.onDocumentHighlight(on('highlights', [], navigation.highlights));
	connection.onPrepareRename(on('rename', null, navigation.prepareRename));
	connection.onRenameRequest(on('rename', null, navigation.rename));
	connection.workspace.onWillRenameFiles(on('renaming files', null, navigation.willRenameFiles));
}
