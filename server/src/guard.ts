// Keeps one failing feature from ending the session: it answers with nothing, and the client's log says why.

import { type CancellationToken, type Connection, ErrorCodes, ResponseError } from 'vscode-languageserver/node';

/** Wraps a handler: an error in it is logged and `fallback` answered. Errors meant for the client pass. */
export function guard<P, R>(
	connection: Connection,
	name: string,
	fallback: R,
	handler: (params: P) => R,
): (params: P) => R {
	return (params) => {
		const started = performance.now();
		try {
			return handler(params);
		} catch (error) {
			return afterFailure(connection, name, error, fallback);
		} finally {
			trace(connection, name, started);
		}
	};
}

/** Likewise a handler that takes its time. */
export function guardAsync<P, R>(
	connection: Connection,
	name: string,
	fallback: R,
	handler: (params: P, token: CancellationToken) => Promise<R>,
): (params: P, token: CancellationToken) => Promise<R> {
	return async (params, token) => {
		const started = performance.now();
		try {
			return await handler(params, token);
		} catch (error) {
			return afterFailure(connection, name, error, fallback);
		} finally {
			trace(connection, name, started);
		}
	};
}

function afterFailure<R>({ console }: Connection, name: string, error: unknown, fallback: R): R {
	if (error instanceof ResponseError) throw error;
	console.error(`${name} failed: ${describeError(error)}`);
	return fallback;
}

/** Sent only where the client has switched tracing on. */
function trace({ tracer }: Connection, name: string, started: number): void {
	tracer.log(`${name}: ${(performance.now() - started).toFixed(1)} ms`);
}

/** Lets a promise run on its own; should it fail, the client's log says so. */
export function inBackground({ console }: Connection, name: string, work: PromiseLike<unknown>): void {
	work.then(undefined, (error: unknown) => console.error(`${name} failed: ${describeError(error)}`));
}

/** An error for a client that sent something no feature can work with. */
export function invalidParams(message: string): ResponseError<void> {
	return new ResponseError(ErrorCodes.InvalidParams, message);
}

function describeError(error: unknown): string {
	return error instanceof Error ? (error.stack ?? error.message) : String(error);
}
