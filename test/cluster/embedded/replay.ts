// One recorded exchange of a real fleet v1.0.0: sent again, and its answer compared with the recorded one.

import type { ApiRequest } from '../../../cluster/src/embedded/api/answer.ts';
import type { Exchange } from '../exchanges.ts';
import { type Addressed, type Answer, call } from './support.ts';

/** Sends a recorded request to a server. */
export function resend(server: Addressed, exchange: Exchange): Promise<Answer | undefined> {
	const { method, path } = exchange;
	const headers = exchange.request_headers.filter(([name]) => sentHeaders.has(name.toLowerCase()));
	return call(server, method, path, { body: bodyOf(exchange), headers });
}

/** A recorded request as the pure API takes it. */
export function toRequest(exchange: Exchange): ApiRequest {
	const contentTypes = exchange.request_headers.filter(([name]) => name.toLowerCase() === 'content-type');
	return {
		method: exchange.method,
		target: exchange.path,
		contentTypes: contentTypes.map(([, value]) => value),
		body: bodyOf(exchange),
	};
}

/** Whether the recording has only the beginning of a request's body. */
export function isClipped({ request_body: body }: Exchange): boolean {
	return body?.includes('...[clipped, ') === true;
}

/** How an answer differs from the recorded one: in status, a header that matters or the body, in this order. */
export function difference(exchange: Exchange, answer: Answer | undefined): string | undefined {
	if (answer === undefined) return exchange.status === null ? undefined : `no answer instead of ${exchange.status}`;
	if (exchange.status !== answer.status) return `status ${answer.status} instead of ${exchange.status ?? 'none'}`;
	const header = comparedHeaders.find((name) => headerOf(exchange, name) !== headerIn(answer, name));
	const bodiesDiffer = (exchange.response_body ?? '') !== answer.body;
	if (header === undefined) return bodiesDiffer ? 'body' : undefined;
	// The framing follows the body.
	return bodiesDiffer && framing.has(header) ? 'body' : `header ${header}`;
}

const sentHeaders = new Set(['content-type', 'accept', 'user-agent']);
const framing = new Set(['content-length', 'transfer-encoding']);
/** All but `Date`, which is the time. */
const comparedHeaders = ['server', 'content-type', 'location', 'connection', 'content-length', 'transfer-encoding'];

function headerOf({ headers }: Exchange, wanted: string): string | undefined {
	return plainRelease(headers.find(([name]) => name.toLowerCase() === wanted)?.[1]);
}

function headerIn({ rawHeaders }: Answer, wanted: string): string | undefined {
	const at = rawHeaders.findIndex((name, nth) => nth % 2 === 0 && name.toLowerCase() === wanted);
	return at === -1 ? undefined : plainRelease(rawHeaders[at + 1]);
}

/** The recorded fleetd was built a few commits after the release: `fleetd/v1.0.0-15-g45224983`. */
function plainRelease(value: string | undefined): string | undefined {
	return value?.replace(/^(fleetd\/v1\.0\.0)-\S+$/, '$1');
}

// Of bodies of more than some kilobytes the recording keeps the beginning and the size. They were a unit of many like
// lines, so that they can be made again.
function bodyOf({ request_body: body }: Exchange): string {
	const clipped = /^(.*)\.\.\.\[clipped, (\d+) chars in all\]$/s.exec(body ?? '');
	if (clipped === null) return body ?? '';
	const line =
		/\{"section": "Service", "name": "Environment", "value": "V=(\d+) x+"\}/.exec(clipped[1] ?? '')?.[0] ?? '';
	const start = '{"options": [{"section": "Service", "name": "ExecStart", "value": "/bin/sleep infinity"}';
	const count = Math.ceil((Number(clipped[2]) - start.length) / (line.length + 2));
	const lines = Array.from({ length: count }, (_, nth) => `, ${line.replace('V=0', `V=${nth}`)}`);
	return `${start}${lines.join('')}], "desiredState": "inactive"}`;
}
