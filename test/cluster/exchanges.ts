// The recorded exchanges of a real fleet v1.0.0 of three machines, in test/fixtures/fleet-recordings/http.jsonl.

import { readFileSync } from 'node:fs';

/** One request with its answer, as it was recorded. */
export interface Exchange {
	readonly t: string;
	readonly seq: number;
	readonly scenario: string;
	/** `fleetctl`, or `raw` where the request was made by hand. */
	readonly via: string;
	readonly method: string;
	readonly path: string;
	readonly request_headers: readonly (readonly [name: string, value: string])[];
	readonly request_body: string | null;
	/** `null` where the connection was closed without an answer. */
	readonly status: number | null;
	readonly reason: string;
	readonly headers: readonly (readonly [name: string, value: string])[];
	readonly response_body: string | null;
	readonly note?: string;
}

/** All exchanges, in the order in which they happened. */
export function readExchanges(): readonly Exchange[] {
	exchanges ??= parse(readFileSync(new URL('../fixtures/fleet-recordings/http.jsonl', import.meta.url), 'utf8'));
	return exchanges;
}

let exchanges: readonly Exchange[] | undefined;

function parse(lines: string): readonly Exchange[] {
	// The file is a fixed recording, so its shape is known.
	return lines
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as Exchange);
}
