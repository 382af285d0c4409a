// Opens the cluster that the flags and the environment name.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { createPracticeBackend } from '../../../cluster/src/embedded/practice-backend.ts';
import { practicePath } from '../../../cluster/src/embedded/practice-request.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { createEtcdBackend } from '../../../cluster/src/etcd/backend.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import { readEndpoints } from '../../../cluster/src/transport/endpoint.ts';
import { type OpenOptions, open, type Road } from '../../../cluster/src/transport/open.ts';
import type { MachineAccess, Transport } from '../../../cluster/src/transport/transport.ts';
import { readTunnel } from '../../../cluster/src/transport/tunnel.ts';
import type { GlobalSettings } from './global-options.ts';

/** What a command needs of its connection. */
export interface ConnectionNeeds {
	/** Port of ssh on the machines. */
	readonly sshPort?: number;
	/** Run programs there with sudo. */
	readonly sudo: boolean;
	/** Whether journals or statuses are wanted, which a practice cluster gives in a way of its own. */
	readonly machines: boolean;
	/** Whether a person can be asked for a passphrase. */
	readonly interactive: boolean;
}

/** Opens the cluster. Throws a `ClusterError` where the address makes no sense or ssh does not log in. */
export async function connectCluster(
	settings: GlobalSettings,
	needs: ConnectionNeeds,
	signal: AbortSignal,
): Promise<ClusterBackend> {
	const endpoints = readEndpoints(settings.endpoint ?? usualEndpoint[settings.driver]);
	const tunnel = settings.tunnel === undefined ? undefined : readTunnel(settings.tunnel);
	// Of several endpoints, fleetctl uses only the first with the API.
	const used = settings.driver === 'api' ? endpoints.slice(0, 1) : endpoints;
	const road = open(used, tunnel, openOptions(settings, needs));
	try {
		if (tunnel !== undefined) await road.connect(signal, { kind: needs.interactive ? 'terminal' : 'batch' });
		return await backendOn(road, settings, needs, signal);
	} catch (error) {
		await road.dispose();
		throw error;
	}
}

const usualEndpoint = {
	api: 'unix:///var/run/fleet.sock',
	etcd: 'http://127.0.0.1:2379,http://127.0.0.1:4001',
} as const;

function openOptions(settings: GlobalSettings, { sshPort }: ConnectionNeeds): OpenOptions {
	const { knownHostsFile, strictHostKeyChecking, sshTimeout, sshUsername, requestTimeout } = settings;
	const { caFile, certFile, keyFile } = settings;
	return {
		ssh: {
			...(knownHostsFile !== undefined && { knownHostsFile }),
			strictHostKeys: strictHostKeyChecking,
			connectTimeout: sshTimeout,
			fallbackUser: sshUsername,
		},
		tls: {
			...(caFile !== undefined && { caFile }),
			...(certFile !== undefined && { certFile }),
			...(keyFile !== undefined && { keyFile }),
		},
		...(requestTimeout !== undefined && { timeout: requestTimeout }),
		machines: { user: sshUsername, ...(sshPort !== undefined && { port: sshPort }) },
	};
}

async function backendOn(
	{ transports, machines }: Road,
	{ driver, etcdKeyPrefix }: GlobalSettings,
	needs: ConnectionNeeds,
	signal: AbortSignal,
): Promise<ClusterBackend> {
	const [first, ...others] = transports;
	if (first === undefined) throw new ClusterError('refused', 'no endpoint was named');
	const access = needs.sudo ? withSudo(machines) : machines;
	if (driver === 'etcd') {
		return createEtcdBackend({ label: first.label, transports: [first, ...others], keyPrefix: etcdKeyPrefix, access });
	}
	if (needs.machines && (await isPractice(first, signal))) return createPracticeBackend(first);
	return createFleetApi({ transport: first, access });
}

async function isPractice(transport: Transport, signal: AbortSignal): Promise<boolean> {
	const { status } = await transport.send({ method: 'GET', path: practicePath('/machines') }, signal);
	return status === 200;
}

function withSudo(access: MachineAccess): MachineAccess {
	return {
		argv: (machine, command, signal, options) => access.argv(machine, command, signal, options),
		run: (machine, command, signal) => access.run(machine, ['sudo', ...command], signal),
		lines: (machine, command, signal) => access.lines(machine, ['sudo', ...command], signal),
		dispose: () => access.dispose(),
	};
}
