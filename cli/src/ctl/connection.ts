// Opens the cluster that the flags and the environment name.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { type ConnectOptions, connect, logIn } from '../../../cluster/src/connect.ts';
import { createPracticeControls } from '../../../cluster/src/embedded/practice-controls.ts';
import { isClusterError } from '../../../cluster/src/errors.ts';
import { type ClusterTarget, usualEndpoints } from '../../../cluster/src/target.ts';
import { readEndpoints } from '../../../cluster/src/transport/endpoint.ts';
import { open } from '../../../cluster/src/transport/open.ts';
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
	const target = targetOf(settings);
	const options = optionsOf(settings, needs);
	if (settings.tunnel !== undefined) {
		return await logIn(target, options, { kind: needs.interactive ? 'terminal' : 'batch' }, signal);
	}
	const isLocal = needs.machines && settings.driver === 'api' && (await isPractice(target.endpoint, signal));
	return connect(isLocal ? { ...target, driver: 'practice' } : target, options);
}

function targetOf(settings: GlobalSettings): ClusterTarget {
	const { driver, tunnel, endpoint = usualEndpoints[driver], etcdKeyPrefix, caFile, certFile, keyFile } = settings;
	return {
		endpoint,
		driver,
		etcdKeyPrefix,
		...(tunnel !== undefined && { tunnel: withUser(tunnel, settings.sshUsername) }),
		...(caFile !== undefined && { caFile }),
		...(certFile !== undefined && { certFile }),
		...(keyFile !== undefined && { keyFile }),
	};
}

function optionsOf(settings: GlobalSettings, { sshPort, sudo }: ConnectionNeeds): ConnectOptions {
	const { knownHostsFile, strictHostKeyChecking, sshTimeout, sshUsername, requestTimeout } = settings;
	return {
		ssh: {
			...(knownHostsFile !== undefined && { knownHostsFile }),
			...(!strictHostKeyChecking && { strictHostKeys: false }),
			connectTimeout: sshTimeout,
			fallbackUser: sshUsername ?? 'core',
		},
		...(requestTimeout !== undefined && { timeout: requestTimeout }),
		machines: {
			...(sshUsername !== undefined && { user: sshUsername }),
			...(sshPort !== undefined && { port: sshPort }),
		},
		sudo,
	};
}

/** A user that was named outweighs the ssh config, and the tunnel outweighs both. */
function withUser(tunnel: string, user: string | undefined): string {
	return user === undefined || tunnel.includes('@') ? tunnel : `${user}@${tunnel}`;
}

/** Whether a practice cluster listens there. It calls itself a fleetd, so it is asked for what only it has. */
async function isPractice(endpoint: string, signal: AbortSignal): Promise<boolean> {
	const road = open(readEndpoints(endpoint).slice(0, 1), undefined);
	try {
		const [transport] = road.transports;
		if (transport === undefined) return false;
		await createPracticeControls(transport).machines(signal);
		return true;
	} catch (error) {
		if (isClusterError(error, 'not-found', 'protocol')) return false;
		throw error;
	} finally {
		await road.dispose();
	}
}
