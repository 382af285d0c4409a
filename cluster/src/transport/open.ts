// Builds the road to a cluster out of an address, a tunnel and settings. Nothing is opened until it is used.

import { type Dialer, directDialer } from './dialer.ts';
import { describeEndpoint, type Endpoint, hostAndPort } from './endpoint.ts';
import { HttpTransport } from './http/http-transport.ts';
import { SshMachineAccess } from './machine-access.ts';
import type { Authentication, SshSettings } from './ssh/settings.ts';
import { SharedLogin } from './ssh/shared-login.ts';
import { SshDialer } from './ssh/ssh-dialer.ts';
import { type TlsSettings, tlsDialer } from './tls.ts';
import type { MachineAccess, Transport } from './transport.ts';
import { describeTunnel, type Tunnel } from './tunnel.ts';

/** What may be set of a road; every part has a default. */
export interface OpenOptions {
	readonly ssh?: SshSettings;
	readonly tls?: TlsSettings;
	/** Milliseconds for a request that names no limit of its own; 5,000 when absent. */
	readonly timeout?: number;
	/** Bytes that an answer may have; 64 MiB when absent. */
	readonly maxBytes?: number;
	/** How the cluster's machines are logged in to. */
	readonly machines?: { readonly user?: string; readonly port?: number; readonly machineIdFile?: string };
}

/** Everything that leads to one cluster. Each endpoint has its own connection, so that none waits for another. */
export interface Road {
	/** In the order of the endpoints. */
	readonly transports: readonly Transport[];
	readonly machines: MachineAccess;
	/** Logs in, and asks a person where that is needed. Without it, the first request logs in and asks nobody. */
	connect(signal: AbortSignal, authentication?: Authentication): Promise<void>;
	/** Ends all connections and programs; what is under way fails as `cancelled`. */
	dispose(): Promise<void>;
}

/** Opens the road to the endpoints of one cluster, through a tunnel where there is one. */
export function open(endpoints: readonly Endpoint[], tunnel: Tunnel | undefined, options: OpenOptions = {}): Road {
	const lanes = endpoints.map((endpoint) => openLane(endpoint, tunnel, options));
	const { ssh = {}, timeout, maxBytes, machines: place } = options;
	const jump = lanes.find(({ login }) => login !== undefined)?.login;
	const machines = new SshMachineAccess({ ssh, ...place, ...defined({ timeout, maxBytes, jump }) });
	return {
		transports: lanes.map(({ transport }) => transport),
		machines,
		connect: async (signal, authentication) => {
			// One after the other: a person cannot answer two questions at once.
			for (const { dialer } of lanes) await dialer.ready(signal, authentication);
		},
		dispose: async () => {
			await Promise.all([machines.dispose(), ...lanes.map(({ transport }) => transport.dispose())]);
		},
	};
}

/** What leads to one endpoint. */
interface Lane {
	readonly transport: Transport;
	readonly dialer: Dialer;
	readonly login?: SharedLogin;
}

function openLane(endpoint: Endpoint, tunnel: Tunnel | undefined, options: OpenOptions): Lane {
	const { ssh = {}, timeout, maxBytes } = options;
	const login = tunnel === undefined ? undefined : new SharedLogin(tunnel, ssh);
	const plain = login === undefined ? directDialer(endpoint) : new SshDialer(login, endpoint);
	const dialer = withTls(plain, endpoint, options.tls ?? {});
	const transport = new HttpTransport(dialer, {
		label: labelOf(endpoint, tunnel),
		...(endpoint.kind === 'unix'
			? { host: 'localhost' }
			: { host: hostAndPort(endpoint), basePath: endpoint.basePath }),
		...defined({ timeout, maxBytes }),
	});
	return { transport, dialer, ...defined({ login }) };
}

function withTls(dialer: Dialer, endpoint: Endpoint, settings: TlsSettings): Dialer {
	return endpoint.kind === 'tcp' && endpoint.tls ? tlsDialer(dialer, endpoint.host, settings) : dialer;
}

function labelOf(endpoint: Endpoint, tunnel: Tunnel | undefined): string {
	const label = describeEndpoint(endpoint);
	return tunnel === undefined ? label : `${label} via ${describeTunnel(tunnel)}`;
}

/** The members that are there: an absent one and one that is `undefined` are not the same to the compiler. */
function defined<T extends object>(members: T): { [K in keyof T]?: Exclude<T[K], undefined> } {
	const present = Object.entries(members).filter(([, value]) => value !== undefined);
	// What was filtered out is just what the type leaves out.
	return Object.fromEntries(present) as { [K in keyof T]?: Exclude<T[K], undefined> };
}
