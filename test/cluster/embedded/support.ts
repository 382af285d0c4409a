// Practice clusters for tests: started on a free port of the loopback, spoken to over plain HTTP, closed at the end.

import { request } from 'node:http';
import {
	type EmbeddedCluster,
	type EmbeddedClusterOptions,
	startEmbeddedCluster,
} from '../../../cluster/src/embedded/server.ts';
import type { DesiredState, UnitOption } from '../../../cluster/src/model.ts';

/** An answer over HTTP; `undefined` stands for a connection that was closed without one. */
export interface Answer {
	readonly status: number;
	/** As sent, each name before its value. */
	readonly rawHeaders: readonly string[];
	readonly body: string;
}

/** Something that is reached by addresses. */
export type Addressed = Pick<EmbeddedCluster, 'addresses'>;

/** Starts a practice cluster that `closeAll` closes. */
export async function startPractice(options: Partial<EmbeddedClusterOptions> = {}): Promise<EmbeddedCluster> {
	const cluster = await startEmbeddedCluster({ listen: ['tcp:127.0.0.1:0'], ...options });
	started.push(cluster);
	return cluster;
}

/** Closes every practice cluster that was started, for `afterEach`. */
export async function closeAll(): Promise<void> {
	await Promise.all(started.splice(0).map((cluster) => cluster.close()));
}

/** Sends a request to a practice cluster, headers as given and the path untouched. */
export function call(
	{ addresses }: Addressed,
	method: string,
	path: string,
	{
		body = '',
		headers = [],
	}: { readonly body?: string; readonly headers?: readonly (readonly [string, string])[] } = {},
): Promise<Answer | undefined> {
	const { hostname, port } = new URL(addresses[0] ?? '');
	return new Promise((resolve, reject) => {
		const sent = request({ method, hostname, port, path, setHost: true, agent: false }, (response) => {
			const chunks: Buffer[] = [];
			response.on('data', (chunk: Buffer) => chunks.push(chunk));
			response.on('end', () =>
				resolve({
					status: response.statusCode ?? 0,
					rawHeaders: response.rawHeaders,
					body: Buffer.concat(chunks).toString('utf8'),
				}),
			);
		});
		for (const [name] of headers)
			sent.setHeader(
				name,
				headers.filter((header) => header[0] === name).map(([, value]) => value),
			);
		sent.on('error', (error: NodeJS.ErrnoException) =>
			error.code === 'ECONNRESET' ? resolve(undefined) : reject(error),
		);
		sent.end(body);
	});
}

/** Stores a unit and gives the status of the answer. */
export async function put(
	cluster: EmbeddedCluster,
	name: string,
	options: readonly UnitOption[],
	desiredState: DesiredState,
): Promise<number | undefined> {
	const body = JSON.stringify({ options, desiredState });
	const headers = [['Content-Type', 'application/json']] as const;
	return (await call(cluster, 'PUT', `/fleet/v1/units/${encodeURIComponent(name)}`, { body, headers }))?.status;
}

/** Options of a service with one command, and more. */
export function service(execStart: string, more: Readonly<Record<string, string>> = {}): readonly UnitOption[] {
	const rest = Object.entries(more).map(([name, value]) => option('Service', name, value));
	return [option('Unit', 'Description', 'a test'), option('Service', 'ExecStart', execStart), ...rest];
}

/** One option. */
function option(section: string, name: string, value: string): UnitOption {
	return { section, name, value };
}

const started: EmbeddedCluster[] = [];
