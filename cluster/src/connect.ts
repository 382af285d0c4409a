// Puts a cluster together: the road to it, and the API that is spoken there. Nothing is sent before the first call, unless
// somebody wants to log in first.

import type { ClusterBackend } from './backend.ts';
import { createPracticeBackend } from './embedded/practice-backend.ts';
import { ClusterError } from './errors.ts';
import { createEtcdBackend } from './etcd/backend.ts';
import { createFleetApi } from './fleet-api/backend.ts';
import { readOnly } from './read-only.ts';
import type { ClusterTarget } from './target.ts';
import { type Endpoint, readEndpoints } from './transport/endpoint.ts';
import { type OpenOptions, open, type Road } from './transport/open.ts';
import type { Authentication } from './transport/ssh/settings.ts';
import type { Transport } from './transport/transport.ts';
import { readTunnel } from './transport/tunnel.ts';
import { withSudo } from './transport/with-sudo.ts';

/** What may be set for all clusters: time limits, ssh, how machines are logged in to. */
export interface ConnectOptions extends Omit<OpenOptions, 'tls'> {
	/** Run systemctl and journalctl on the machines with sudo. */
	readonly sudo?: boolean;
}

/** The backend of a cluster. Throws a `ClusterError` of the kind `refused` for an address that is none. */
export function connect(target: ClusterTarget, options: ConnectOptions = {}): ClusterBackend {
	return build(target, openRoad(target, options), options);
}

/** The backend of a cluster once it is logged in to; a person may be asked for that. */
export async function logIn(
	target: ClusterTarget,
	options: ConnectOptions,
	authentication: Authentication,
	signal: AbortSignal,
): Promise<ClusterBackend> {
	const road = openRoad(target, options);
	const backend = build(target, road, options);
	try {
		await road.connect(signal, authentication);
		return backend;
	} catch (error) {
		await backend.dispose();
		throw error;
	}
}

function openRoad(target: ClusterTarget, options: ConnectOptions): Road {
	const { tunnel, caFile, certFile, keyFile } = target;
	const tls = {
		...(caFile !== undefined && { caFile }),
		...(certFile !== undefined && { certFile }),
		...(keyFile !== undefined && { keyFile }),
	};
	return open(endpointsOf(target), tunnel === undefined ? undefined : readTunnel(tunnel), { ...options, tls });
}

// fleetctl, too, goes to the first endpoint alone when it speaks to fleet.
function endpointsOf({ endpoint, driver }: ClusterTarget): readonly Endpoint[] {
	const endpoints = readEndpoints(endpoint);
	return driver === 'etcd' ? endpoints : endpoints.slice(0, 1);
}

function build(target: ClusterTarget, { transports, machines }: Road, { sudo }: ConnectOptions): ClusterBackend {
	const [transport, ...more] = transports;
	if (transport === undefined) throw new ClusterError('refused', 'an endpoint is missing');
	const backend = speak(target, [transport, ...more], sudo === true ? withSudo(machines) : machines);
	return target.readOnly === true ? readOnly(backend) : backend;
}

function speak(
	{ name, driver, etcdKeyPrefix }: ClusterTarget,
	transports: readonly [Transport, ...Transport[]],
	access: Road['machines'],
): ClusterBackend {
	const [transport] = transports;
	const label = name ?? transport.label;
	switch (driver) {
		case 'api':
			return createFleetApi({ transport, access, label });
		case 'etcd':
			return createEtcdBackend({
				label,
				transports,
				access,
				...(etcdKeyPrefix !== undefined && { keyPrefix: etcdKeyPrefix }),
			});
		case 'practice':
			return createPracticeBackend(transport, label);
	}
}
