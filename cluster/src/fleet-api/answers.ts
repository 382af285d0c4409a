// Answers of fleet's HTTP API v1 → values or `ClusterError`s. An error's body is `{"error":{"code":404,"message":"…"}}`,
// and the message of a 500 is always empty: what went wrong stands in fleetd's journal only.

import { DecodeFault, type Decoder, decodeJson, toObject, toText } from '../decode.ts';
import { ClusterError, type ClusterErrorKind } from '../errors.ts';
import type { HttpResponse } from '../transport/transport.ts';

/** The value of an answer to a read. `what` is what was read, for messages: `the list of units`. */
export function toValue<T>(response: HttpResponse, what: string, to: Decoder<T>): T {
	if (response.status !== 200) throw toFailure(response, what);
	try {
		return decodeJson(response.body, 'it', to);
	} catch (error) {
		if (!(error instanceof DecodeFault)) throw error;
		throw new ClusterError('protocol', `${what} makes no sense: ${error.message}`, {
			advice: 'check that the address is that of fleetd, and that no proxy changes its answers',
			status: 200,
			cause: error,
		});
	}
}

/** Throws where a write was not done. `what` is what was to be done: `web.service was not changed`. */
export function checkWritten(response: HttpResponse, what: string): void {
	if (response.status !== 201 && response.status !== 204) throw toFailure(response, what);
}

/** The error that an answer stands for. */
export function toFailure(response: HttpResponse, what: string): ClusterError {
	const { status } = response;
	const message = errorMessage(response);
	const { kind, because, advice } = meaningOf(status, message);
	const said = message === undefined || message === '' ? `status ${status}` : `${message} (${status})`;
	return new ClusterError(kind, `${what}: ${because ? `${because}, ` : ''}${said}`, {
		...(advice !== undefined && { advice }),
		status,
	});
}

/** Whether a server has no such path, as opposed to no such unit. */
export function isUnknownPath(response: HttpResponse): boolean {
	return response.status === 404 && (errorMessage(response) ?? '') === '';
}

interface Meaning {
	readonly kind: ClusterErrorKind;
	readonly because?: string;
	readonly advice?: string;
}

/** What to do where fleet does not get at its registry. */
const etcdAdvice =
	'check etcd on that machine (`systemctl status etcd2`, `journalctl -u fleet`); fleet goes on by itself once it is back';

function meaningOf(status: number, message: string | undefined): Meaning {
	if (status === 503 && message?.includes('etcd')) return { kind: 'unreachable', advice: etcdAdvice };
	if (status >= 502 && status <= 504) {
		return { kind: 'unreachable', because: 'a proxy could not reach fleet', advice: 'check that fleetd runs' };
	}
	if (status === 500) {
		return { kind: 'protocol', because: 'fleet failed, which is mostly because its etcd is slow', advice: etcdAdvice };
	}
	if (status === 401 || status === 403) {
		return { kind: 'denied', because: 'a proxy does not let us', advice: 'check your rights there' };
	}
	if (status === 404) return message ? { kind: 'not-found' } : { kind: 'protocol', because: 'fleet has no such path' };
	if (status === 409) return { kind: 'conflict', because: 'changed meanwhile' };
	if (status === 400 || status === 415) return { kind: 'refused', because: 'fleet refuses' };
	return { kind: 'protocol', because: 'the answer is not one of fleet' };
}

/** What fleet says; `undefined` where the answer is not fleet's. */
function errorMessage({ body }: HttpResponse): string | undefined {
	try {
		return decodeJson(body, 'it', (value, place) => {
			const { message } = toObject(toObject(value, place)['error'], `${place}.error`);
			return toText(message ?? '', `${place}.error.message`);
		});
	} catch {
		return undefined;
	}
}
