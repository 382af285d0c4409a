// Requests to fleet's API and the answers to them as values, and the few forms that answers have. No sockets here.

import type { Registry } from '../registry/registry.ts';
import { type GoJson, printGoJson } from './go-print.ts';

/** A request as it came over the wire. */
export interface ApiRequest {
	readonly method: string;
	/** Path and query, as sent. */
	readonly target: string;
	/** Every `Content-Type` header. */
	readonly contentTypes: readonly string[];
	readonly body: string;
}

/** An answer; `Server`, `Date` and `Content-Length` are added by the server. */
export interface ApiAnswer {
	readonly status: number;
	readonly headers: Readonly<Record<string, string>>;
	readonly body: string;
}

/** What a request led to. Without an answer, the handler died, and the connection is closed. */
export interface Outcome {
	readonly answer: ApiAnswer | undefined;
	/** The registry afterwards. */
	readonly registry: Registry;
}

/** An answer with a JSON body. */
export function jsonAnswer(status: number, body: GoJson): ApiAnswer {
	return { status, headers: { 'Content-Type': 'application/json' }, body: printGoJson(body) };
}

/** An answer without a body. */
export function emptyAnswer(status: number): ApiAnswer {
	return { status, headers: {}, body: '' };
}

/** A refusal. fleet keeps the reason of a 500 to itself. */
export function refusal(code: number, message = ''): ApiAnswer {
	return jsonAnswer(code, { error: { code, message } });
}

/** The refusal of a method, with fleet's list of those that would do. */
export function wrongMethod(supported?: string): ApiAnswer {
	return refusal(405, supported && `only ${supported} supported against this resource`);
}
