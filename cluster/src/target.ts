// A cluster as settings name it: where it is, how to get there, and how careful to be. Decoded from what people wrote,
// with the place of a fault; nothing is opened.

import { DecodeFault, type Decoder, toName, toObject, toText, toWord } from './decode.ts';
import { isClusterError } from './errors.ts';
import { readEndpoints } from './transport/endpoint.ts';
import { readTunnel } from './transport/tunnel.ts';

/** What speaks at the endpoint: fleet's HTTP API, its registry, or a practice cluster of our own. */
export type Driver = 'api' | 'etcd' | 'practice';

/** A cluster to connect to. */
export interface ClusterTarget {
	/** What people call it. */
	readonly name?: string;
	/** `unix:///path`, `http://host:port` or `https://host:port`; for etcd, several with commas. Seen from the tunnel. */
	readonly endpoint: string;
	/** `[user@]host[:port]`, or a name of the ssh config. */
	readonly tunnel?: string;
	readonly driver: Driver;
	/** Where the registry keeps fleet. */
	readonly etcdKeyPrefix?: string;
	/** Files in PEM format, for https. */
	readonly caFile?: string;
	readonly certFile?: string;
	readonly keyFile?: string;
	/** Nothing may be changed there. */
	readonly readOnly?: boolean;
	/** People depend on it: whoever asks for changes is asked to be sure. */
	readonly production?: boolean;
}

/** Where fleet and etcd are unless somebody says otherwise; the same as fleetctl has it. */
export const usualEndpoints: Readonly<Record<Driver, string>> = {
	api: 'unix:///var/run/fleet.sock',
	etcd: 'http://127.0.0.1:2379,http://127.0.0.1:4001',
	practice: 'unix:///var/run/fleet.sock',
};

/** A cluster out of settings. What is not known there is a fault, since it may be the tunnel that is misspelt. */
export const toTarget: Decoder<ClusterTarget> = (value, place) => {
	const settings = toObject(value, place);
	const stranger = Object.keys(settings).find((member) => !knownMembers.includes(member));
	if (stranger !== undefined) {
		throw new DecodeFault(`${place} has \`${stranger}\`, which is none of ${knownMembers.join(', ')}`);
	}
	const driver = toWord(['api', 'etcd', 'practice'])(settings['driver'] ?? 'api', `${place}.driver`);
	const endpoint = toName(settings['endpoint'] ?? usualEndpoints[driver], `${place}.endpoint`);
	checked(`${place}.endpoint`, () => readEndpoints(endpoint));
	const tunnel = settings['tunnel'];
	if (tunnel !== undefined) checked(`${place}.tunnel`, () => readTunnel(toText(tunnel, `${place}.tunnel`)));
	return { ...texts(settings, place), ...flags(settings, place), driver, endpoint };
};

const textMembers = ['name', 'tunnel', 'etcdKeyPrefix', 'caFile', 'certFile', 'keyFile'] as const;
const flagMembers = ['readOnly', 'production'] as const;
const knownMembers: readonly string[] = [...textMembers, ...flagMembers, 'driver', 'endpoint'];

type Settings = Readonly<Record<string, unknown>>;

function texts(settings: Settings, place: string): { readonly [Name in (typeof textMembers)[number]]?: string } {
	const given = textMembers.filter((name) => settings[name] !== undefined);
	return Object.fromEntries(given.map((name) => [name, toName(settings[name], `${place}.${name}`)]));
}

function flags(settings: Settings, place: string): { readonly [Name in (typeof flagMembers)[number]]?: boolean } {
	const given = flagMembers.filter((name) => settings[name] !== undefined);
	return Object.fromEntries(given.map((name) => [name, toFlag(settings[name], `${place}.${name}`)]));
}

function toFlag(value: unknown, place: string): boolean {
	if (typeof value === 'boolean') return value;
	throw new DecodeFault(`${place} is neither true nor false`);
}

function checked(place: string, read: () => unknown): void {
	try {
		read();
	} catch (error) {
		throw isClusterError(error) ? new DecodeFault(`${place}: ${error.message}`) : error;
	}
}
