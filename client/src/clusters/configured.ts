// Where clusters come from: the settings of this machine (never of a workspace) and the environment that fleetctl reads.
// A setting that makes no sense is told with its place, and the other clusters are there all the same.

import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { connect, logIn } from '../../../cluster/src/connect.ts';
import { DecodeFault } from '../../../cluster/src/decode.ts';
import { type ClusterTarget, toTarget, usualEndpoints } from '../../../cluster/src/target.ts';
import { byHandArgv } from '../../../cluster/src/transport/ssh/argv.ts';
import type { Authentication, SshSettings } from '../../../cluster/src/transport/ssh/settings.ts';
import { readTunnel } from '../../../cluster/src/transport/tunnel.ts';
import { practiceId } from '../cluster-view/view.ts';
import { isNamedBy } from './any-configured.ts';
import type { Askpass } from './askpass.ts';
import type { Configured } from './clusters.ts';
import type { Identity } from './session.ts';

/** Settings as VS Code gives them, unchecked, and the way to ask the user. */
export interface ClusterSettings {
	readonly clusters: unknown;
	readonly sshPath: unknown;
	/** Makes a way for ssh to ask, when it is first needed. */
	readonly askpass: () => Promise<Askpass | undefined>;
}

/** What is configured, and what cannot be read of it. */
export interface ConfiguredClusters {
	readonly clusters: readonly Configured[];
	readonly faults: readonly string[];
}

/** The clusters of the settings and of the environment. */
export function configuredClusters(settings: ClusterSettings, env: NodeJS.ProcessEnv): ConfiguredClusters {
	const listed = Array.isArray(settings.clusters) ? settings.clusters : [];
	const read = [
		...listed.map((value: unknown, index) => readOne(value, `fleetUnits.clusters[${index}]`, 'settings')),
		...fromEnvironment(env).map((value) => readOne(value, 'the environment FLEETCTL_*', 'environment')),
	];
	const targets = read.flatMap((one) => ('target' in one ? [one] : []));
	const faults = read.flatMap((one) => ('fault' in one ? [one.fault] : []));
	const ids = targets.map(idOf);
	return {
		clusters: targets.filter((one, index) => ids.indexOf(idOf(one)) === index).map((one) => configured(one, settings)),
		faults: [...faults, ...repeated(ids).map((name) => `two clusters are called ${name}; the first one counts`)],
	};
}

interface Named {
	readonly target: ClusterTarget;
	readonly origin: 'settings' | 'environment';
}

function readOne(value: unknown, place: string, origin: Named['origin']): Named | { readonly fault: string } {
	try {
		return { target: toTarget(value, place), origin };
	} catch (error) {
		if (error instanceof DecodeFault) return { fault: error.message };
		throw error;
	}
}

/** What the variables of fleetctl say that lead to a cluster; nothing where they name neither an endpoint nor a tunnel. */
function fromEnvironment(env: NodeJS.ProcessEnv): readonly Readonly<Record<string, unknown>>[] {
	const { FLEETCTL_ENDPOINT: endpoint, FLEETCTL_TUNNEL: tunnel, FLEETCTL_DRIVER: driver } = env;
	const { FLEETCTL_ETCD_KEY_PREFIX: etcdKeyPrefix, FLEETCTL_SSH_USERNAME: user } = env;
	const { FLEETCTL_CA_FILE: caFile, FLEETCTL_CERT_FILE: certFile, FLEETCTL_KEY_FILE: keyFile } = env;
	if (!isNamedBy(env)) return [];
	const host = tunnel && user && !tunnel.includes('@') ? `${user}@${tunnel}` : tunnel;
	const files = { caFile, certFile, keyFile };
	const said = { endpoint, tunnel: host, driver: driver?.toLowerCase(), etcdKeyPrefix, ...files };
	return [Object.fromEntries([['name', 'FLEETCTL'], ...Object.entries(said).filter(([, value]) => value)])];
}

function idOf({ target: { name, endpoint }, origin }: Named): string {
	return name === undefined || name === practiceId ? `${origin} ${name ?? endpoint}` : name;
}

function repeated(names: readonly string[]): readonly string[] {
	return [...new Set(names.filter((name, index) => names.indexOf(name) < index))];
}

function configured(named: Named, settings: ClusterSettings): Configured {
	const { target } = named;
	return {
		identity: identityOf(named, settings),
		key: JSON.stringify([target, settings.sshPath]),
		open: (interactive) =>
			interactive
				? openTarget(target, settings, AbortSignal.timeout(loginTime))
				: Promise.resolve(connect(target, { ssh: sshSettings(settings) })),
	};
}

/** Milliseconds that a person may take to log in. */
const loginTime = 120_000;

/** Connects a cluster now, and lets ssh ask for what it needs. Throws a `ClusterError`. */
export async function openTarget(
	target: ClusterTarget,
	settings: ClusterSettings,
	signal: AbortSignal,
): Promise<ClusterBackend> {
	const askpass = target.tunnel === undefined ? undefined : await settings.askpass();
	const authentication: Authentication =
		askpass === undefined ? { kind: 'batch' } : { kind: 'askpass', program: askpass.program, env: askpass.env };
	return await logIn(target, { ssh: sshSettings(settings) }, authentication, signal);
}

/** What a person would type to log in to the host on the way; `undefined` where there is none. */
export function loginByHand({ tunnel }: ClusterTarget, settings: ClusterSettings): readonly string[] | undefined {
	return tunnel === undefined ? undefined : byHandArgv(readTunnel(tunnel), sshSettings(settings));
}

function sshSettings({ sshPath }: ClusterSettings): SshSettings {
	return typeof sshPath === 'string' && sshPath !== '' ? { program: sshPath } : {};
}

function identityOf(named: Named, settings: ClusterSettings): Identity {
	const { target, origin } = named;
	const { endpoint, tunnel, driver, readOnly = false, production = false } = target;
	const place = endpoint === usualEndpoints[driver] && tunnel !== undefined ? '' : endpoint;
	const address = [tunnel, place, driver === 'etcd' ? 'etcd' : ''].filter((part) => part).join(' ');
	const login = loginByHand(target, settings);
	const name = target.name ?? address;
	return { id: idOf(named), name, address, readOnly, production, origin, ...(login !== undefined && { login }) };
}
