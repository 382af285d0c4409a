// Streams through ssh to one endpoint, over one login. What was lost is made anew when it is next wanted.

import type { Duplex } from 'node:stream';
import { type ClusterError, isClusterError } from '../../errors.ts';
import { orAborted, within } from '../deadline.ts';
import type { Dialer } from '../dialer.ts';
import { describeEndpoint, type Endpoint } from '../endpoint.ts';
import { lossFailure } from './failure.ts';
import type { Master } from './master.ts';
import { type Road, sharedRoad, singleRoad } from './road.ts';
import { type Authentication, inBackground } from './settings.ts';
import type { SharedLogin } from './shared-login.ts';

/** Opens streams to an endpoint behind a host. The login is its own: it ends with it. */
export class SshDialer implements Dialer {
	readonly #login: SharedLogin;
	readonly #endpoint: Endpoint;
	readonly #end = new AbortController();
	readonly #masters = new WeakMap<Duplex, Master>();
	#found: { readonly master: Master | undefined; readonly road: Promise<Road> } | undefined;

	constructor(login: SharedLogin, endpoint: Endpoint) {
		this.#login = login;
		this.#endpoint = endpoint;
	}

	async ready(signal: AbortSignal, authentication: Authentication = inBackground): Promise<void> {
		const master = await this.#login.master(signal, authentication);
		await orAborted(signal, this.#roadOver(master));
	}

	async dial(signal: AbortSignal): Promise<Duplex> {
		const master = await this.#login.master(signal);
		const road = await orAborted(signal, this.#roadOver(master));
		try {
			const stream = await road.dial(signal);
			if (master !== undefined) this.#masters.set(stream, master);
			return stream;
		} catch (error) {
			throw (isClusterError(error) ? undefined : await lossOf(master, this.#login.label)) ?? error;
		}
	}

	async explain(stream: Duplex): Promise<ClusterError | undefined> {
		return await lossOf(this.#masters.get(stream), this.#login.label);
	}

	async dispose(): Promise<void> {
		this.#end.abort();
		await this.#login.dispose();
	}

	/** One road for each connection; where none was found, it is looked for again. */
	#roadOver(master: Master | undefined): Promise<Road> {
		if (this.#found !== undefined && this.#found.master === master) return this.#found.road;
		const road = this.#findRoad(master);
		this.#found = { master, road };
		road.catch(() => {
			if (this.#found?.road === road) this.#found = undefined;
		});
		return road;
	}

	async #findRoad(master: Master | undefined): Promise<Road> {
		const what = `reaching ${describeEndpoint(this.#endpoint)} via ${this.#login.label}`;
		return await within({ signals: [this.#end.signal], timeout: 10_000, what }, async (signal) =>
			master === undefined
				? singleRoad(await this.#login.login(signal), this.#endpoint)
				: await sharedRoad(master, this.#endpoint, signal),
		);
	}
}

/** Why a connection is lost; `undefined` when it stands. */
async function lossOf(master: Master | undefined, label: string): Promise<ClusterError | undefined> {
	if (master === undefined) return undefined;
	const isLost = await within({ signals: [], timeout: 10_000, what: 'asking ssh' }, async (signal) =>
		(await master.answers(signal)) ? undefined : await orAborted(signal, master.ended),
	).catch(() => undefined);
	return isLost === undefined ? undefined : lossFailure(`the connection to ${label} was lost`, master.argv, isLost);
}
