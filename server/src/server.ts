// The first words between a client and the server. `initialize` is answered at once; the session, and with it all that is
// known of unit files, is loaded while the client reads the answer, and what it says meanwhile waits for that.

import {
	type Connection,
	type ConnectionOptions,
	ErrorCodes,
	type InitializeParams,
	type MessageStrategy,
	ResponseError,
} from 'vscode-languageserver/node';
import { initializeResult } from './capabilities.ts';
import { clientFeatures } from './from-lsp.ts';
import type { RulePage } from './to-lsp.ts';

/** Serves on the connection that `connect` makes with options. `page` gives the address of a rule's page. */
export function startServer(connect: (options: ConnectionOptions) => Connection, page: RulePage): void {
	let session: Promise<void> | undefined;
	const messageStrategy: MessageStrategy = {
		handleMessage: (message, next) => (session === undefined ? next(message) : void session.then(() => next(message))),
	};
	const connection = connect({ messageStrategy });
	const early = connection.onRequest(refuseEarly);
	connection.onInitialize((params) => {
		const answer = initializeResult(clientFeatures(params.capabilities));
		session = beginAfterAnswer(connection, page, params);
		early.dispose();
		return answer;
	});
	connection.listen();
}

function refuseEarly(): ResponseError<void> {
	return new ResponseError(ErrorCodes.ServerNotInitialized, 'the client has not sent `initialize`');
}

async function beginAfterAnswer(connection: Connection, page: RulePage, params: InitializeParams): Promise<void> {
	// The answer takes some turns of the loop to leave.
	await new Promise((resolve) => setTimeout(resolve, 1));
	try {
		const { beginSession } = await import('./session.ts');
		beginSession(connection, page, params);
	} catch (error) {
		// Whoever waits for answers would wait for ever.
		console.error(`the language server cannot be loaded, and ends: ${String(error)}; install it again`);
		process.exit(1);
	}
}
