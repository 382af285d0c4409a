// Requests to fleet's HTTP API v1: the path that the server has it under, and what the server says of itself. What an
// answer means for a call is told by answers.ts and the calls.

import { ClusterError } from '../errors.ts';
import type { HttpRequest, HttpResponse, Transport } from '../transport/transport.ts';
import { isUnknownPath } from './answers.ts';

/** One request; the path is below the API's root, such as `/units/web%401.service`. */
export interface ApiRequest {
	readonly method: 'GET' | 'PUT' | 'DELETE' | 'PATCH';
	readonly path: string;
	/** Sent as JSON. */
	readonly body?: unknown;
}

/** A client of one server. */
export interface ApiClient {
	/** Gives every answer back, whatever its status. Throws where there is none. */
	request(request: ApiRequest, signal: AbortSignal): Promise<HttpResponse>;
	/** The release that the last answer came from, such as `v1.0.0`; servers before v0.9.0 do not tell. */
	serverVersion(): string | undefined;
}

/** A client over a transport. */
export function createApiClient(transport: Transport): ApiClient {
	let version: string | undefined;
	let root: string | undefined;

	async function send(base: string, request: ApiRequest, signal: AbortSignal): Promise<HttpResponse> {
		const response = await transport.send(toHttp(base, request), signal);
		version = /^fleetd\/(\S+)/.exec(response.headers['server'] ?? '')?.[1] ?? version;
		return response;
	}

	async function findRoot(request: ApiRequest, signal: AbortSignal): Promise<HttpResponse> {
		for (const base of roots) {
			const response = await send(base, request, signal);
			if (isUnknownPath(response)) continue;
			root = base;
			return response;
		}
		throw new ClusterError('protocol', `there is no fleet API at ${transport.label}`, {
			advice: 'check that the address is that of fleetd, and not of etcd or of another service',
			status: 404,
		});
	}

	return {
		request: (request, signal) => (root === undefined ? findRoot(request, signal) : send(root, request, signal)),
		serverVersion: () => version,
	};
}

/** Where servers have the API: since v0.8.0, and before. */
const roots = ['/fleet/v1', '/v1-alpha'] as const;

// Time limits are the transport's. fleet answers within 1 s even when its etcd hangs (etcd_request_timeout), and takes
// about as long to write a unit of 5 MB.
function toHttp(base: string, { method, path, body }: ApiRequest): HttpRequest {
	const headers = { accept: 'application/json' };
	if (body === undefined) return { method, path: base + path, headers };
	return {
		method,
		path: base + path,
		headers: { ...headers, 'content-type': 'application/json' },
		body: JSON.stringify(body),
	};
}
