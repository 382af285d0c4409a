// Node's HTTP server with the manners of Go's: the same headers, the same framing, and connections that are closed
// without a word where a handler of fleet would have died.

import { createServer, type IncomingMessage, type Server, type ServerResponse } from 'node:http';
import { type ApiAnswer, type ApiRequest, refusal } from './api/answer.ts';

/** Answers requests. `undefined` closes the connection. */
export type Responder = (request: ApiRequest) => ApiAnswer | Writer | undefined;

/** Takes over a response and writes it bit by bit. */
export type Writer = (response: ServerResponse) => void;

/** A server that answers with a responder. `software` is the `Server` header. */
export function createApiServer(respond: Responder, software: string): Server {
	const server = createServer((message, response) => {
		readBody(message).then(
			(body) => answer(message, response, body),
			() => message.socket.destroy(),
		);
	});
	const answer = (message: IncomingMessage, response: ServerResponse, body: string) => {
		if (isFromBrowser(message)) return send(message, response, forbidden, software);
		const result = respondSafely(respond, toRequest(message, body));
		if (typeof result === 'function') result(response);
		else if (result === undefined) message.socket.destroy();
		else send(message, response, result, software);
	};
	server.keepAliveTimeout = 0;
	return server;
}

// A fault of ours must not end the program that the cluster is embedded in.
function respondSafely(respond: Responder, request: ApiRequest): ReturnType<Responder> {
	try {
		return respond(request);
	} catch (error) {
		return refusal(500, `the practice cluster failed: ${error instanceof Error ? error.message : String(error)}`);
	}
}

/** More than this is not read. etcd takes less. */
const largestBody = 32 * 1024 * 1024;

/** From this size on, Go sends a body in chunks. */
const chunkedFrom = 2048;

// A page in a browser must not drive the cluster just because it can reach a local port.
const forbidden: ApiAnswer = {
	status: 403,
	headers: { 'Content-Type': 'text/plain; charset=utf-8' },
	body: 'requests of web pages are not answered',
};

function isFromBrowser({ headers }: IncomingMessage): boolean {
	return headers.origin !== undefined || headers['sec-fetch-site'] !== undefined;
}

async function readBody(message: IncomingMessage): Promise<string> {
	const chunks: Buffer[] = [];
	let size = 0;
	for await (const chunk of message) {
		const bytes = Buffer.from(chunk);
		size += bytes.length;
		if (size > largestBody) throw new Error('the body is too large');
		chunks.push(bytes);
	}
	return Buffer.concat(chunks).toString('utf8');
}

function toRequest(message: IncomingMessage, body: string): ApiRequest {
	const contentTypes = message.headersDistinct['content-type'] ?? [];
	return { method: message.method ?? 'GET', target: message.url ?? '/', contentTypes, body };
}

function send(message: IncomingMessage, response: ServerResponse, answer: ApiAnswer, software: string): void {
	const length = Buffer.byteLength(answer.body);
	response.statusCode = answer.status;
	for (const [name, value] of Object.entries(answer.headers)) response.setHeader(name, value);
	// What is refused before fleet has a say, or after it has taken its API back, does not say whose it is.
	if (answer.status !== 503 && answer.headers['Connection'] === undefined) response.setHeader('Server', software);
	// Go frames by size, and a connection that it closes not at all.
	if (answer.headers['Connection'] === 'close') response.useChunkedEncodingByDefault = false;
	else response.removeHeader('Connection');
	if (length > chunkedFrom) response.setHeader('Transfer-Encoding', 'chunked');
	else if (answer.status !== 204 && answer.headers['Connection'] === undefined)
		response.setHeader('Content-Length', length);
	if (answer.body === '' || message.method === 'HEAD') response.end();
	else {
		response.write(answer.body);
		response.end();
	}
}
