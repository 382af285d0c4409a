// A session with a client that has introduced itself. Which requests it answers is said in requests.ts, what it is made of
// in session-parts.ts, what follows from what the client tells in session-events.ts; what comes before, in server.ts.

import { type Connection, ErrorCodes, type InitializeParams, ResponseError } from 'vscode-languageserver/node';
import { answerRequests } from './requests.ts';
import { followClient, followDocuments } from './session-events.ts';
import { createParts } from './session-parts.ts';
import { createTexts } from './texts.ts';
import type { RulePage } from './to-lsp.ts';

/** Begins the session that a client has asked for with `initialize`. `page` gives the address of a rule's page. */
export function beginSession(connection: Connection, page: RulePage, params: InitializeParams): void {
	const parts = createParts(connection, page, params);
	const { client, units, diagnostics, folders, settings, host, contexts } = parts;
	let isDown = false;
	connection.onShutdown(() => {
		isDown = true;
	});
	settings.begin(params.initializationOptions);
	host.begin(params.initializationOptions);
	followClient(parts);
	followDocuments(parts);
	const texts = createTexts(connection);
	const session = {
		...{ units, page, client, folders: folders.current, settings: settings.current, host: host.current },
		...{ texts: texts.current, projectOf: contexts.projectOf, askedTooEarly: diagnostics.askedTooEarly },
	};
	answerRequests(connection, session, texts, () => requireRunning(isDown));
	parts.documents.listen(connection);
}

function requireRunning(isDown: boolean): void {
	if (isDown) throw new ResponseError(ErrorCodes.InvalidRequest, 'the client has sent `shutdown`');
}
