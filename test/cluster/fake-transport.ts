// Transports that answer from the test itself: by a function, or from recorded exchanges.

import { ClusterError } from '../../cluster/src/errors.ts';
import type { HttpRequest, HttpResponse, Transport } from '../../cluster/src/transport/transport.ts';
import type { Exchange } from './exchanges.ts';

/** A transport that remembers what it was asked. */
export interface FakeTransport extends Transport {
	readonly requests: readonly HttpRequest[];
}

/** A transport whose answers a function makes; what the function throws, the transport throws. */
export function fakeTransport(answer: (request: HttpRequest) => HttpResponse | Promise<HttpResponse>): FakeTransport {
	const requests: HttpRequest[] = [];
	return {
		label: 'fake',
		requests,
		send: async (request, signal) => {
			if (signal.aborted) throw new ClusterError('cancelled', 'cancelled');
			requests.push(request);
			return await answer(request);
		},
		open: () => Promise.reject(new Error('nobody should stream from fleet')),
		dispose: async () => {},
	};
}

/** An answer in JSON, as fleet v1.0.0 gives it. */
export function answer(status: number, body: unknown = undefined): HttpResponse {
	const headers = { server: 'fleetd/v1.0.0', 'content-type': 'application/json' };
	return { status, headers, body: body === undefined ? '' : JSON.stringify(body) };
}

/** An error as fleet sends it. */
export function errorAnswer(code: number, message = ''): HttpResponse {
	return answer(code, { error: { code, message } });
}

/** The answer of a recorded exchange; a connection that was closed is the error that a transport makes of it. */
export function recordedAnswer({ status, headers, response_body }: Exchange): HttpResponse {
	if (status === null) throw closedConnection();
	const lowered = headers.map(([name, value]) => [name.toLowerCase(), value]);
	return { status, headers: Object.fromEntries(lowered), body: response_body ?? '' };
}

/** What a transport throws when the other side hangs up after the request was sent. */
export function closedConnection(): ClusterError {
	return new ClusterError('protocol', 'the connection was closed before the answer was complete', { sent: true });
}
