// A login that all streams to one endpoint share: made when it is first wanted, made anew after it was lost, one at a
// time. Where ssh cannot share connections, each stream logs in by itself.

import { ClusterError, isClusterError } from '../../errors.ts';
import { orAborted, within } from '../deadline.ts';
import { describeTunnel, type Tunnel } from '../tunnel.ts';
import { endAbandoned } from './abandoned.ts';
import type { Login } from './argv.ts';
import { cannotShare } from './failure.ts';
import { type Master, startMaster } from './master.ts';
import {
	type Authentication,
	connectTimeoutOf,
	inBackground,
	interactiveTimeout,
	type SshSettings,
} from './settings.ts';
import { withUser } from './user.ts';

/** Keeps one login for a host. */
export class SharedLogin {
	readonly label: string;
	readonly #tunnel: Tunnel;
	readonly #settings: SshSettings;
	readonly #end = new AbortController();
	#shares: boolean;
	#master: Promise<Master> | undefined;
	#standing: Master | undefined;
	#alone: Promise<Login> | undefined;

	constructor(tunnel: Tunnel, settings: SshSettings) {
		this.label = describeTunnel(tunnel);
		this.#tunnel = tunnel;
		this.#settings = settings;
		this.#shares = settings.multiplexing ?? process.platform !== 'win32';
	}

	/** The connection that stands; makes one where there is none. `undefined` where ssh cannot share connections. */
	async master(signal: AbortSignal, authentication = inBackground): Promise<Master | undefined> {
		// Who asks a person does so only after what is under way in the background has come to nothing.
		if (authentication.kind !== 'batch') await this.#master?.catch(() => undefined);
		if (!this.#shares) return undefined;
		this.#master ??= this.#start(authentication);
		try {
			return await orAborted(signal, this.#master);
		} catch (error) {
			if (!isClusterError(error) || !cannotShare(error.details.process?.stderr ?? '')) throw error;
			this.#shares = false;
			return undefined;
		}
	}

	/** How to log in there over the shared connection, which is made where there is none. */
	async login(signal: AbortSignal): Promise<Login> {
		return (await this.master(signal))?.login ?? (await this.#loginAlone(signal));
	}

	/** The same, over the connection that stands just now; by itself where there is none. */
	async loginNow(signal: AbortSignal): Promise<Login> {
		return this.#standing?.login ?? (await this.#loginAlone(signal));
	}

	/** What the host said when it last refused to open a stream for those who share the connection. */
	lastRefusal(): string {
		const lines = this.#standing?.stderr().split('\n') ?? [];
		return lines.filter((line) => line.includes('open failed: ')).at(-1) ?? '';
	}

	async dispose(): Promise<void> {
		this.#end.abort(new ClusterError('cancelled', `the connection to ${this.label} was closed`));
		const master = await this.#master?.catch(() => undefined);
		await master?.stop();
	}

	/** Goes on when the caller gives up: the next one finds the login done. */
	#start(authentication: Authentication): Promise<Master> {
		const starting = this.#startWithin(authentication);
		const forget = () => {
			if (this.#master !== starting) return;
			this.#master = undefined;
			this.#standing = undefined;
		};
		starting.then((master) => {
			this.#standing = master;
			master.ended.then(forget, forget);
		}, forget);
		return starting;
	}

	async #startWithin(authentication: Authentication): Promise<Master> {
		const timeout = authentication.kind === 'batch' ? connectTimeoutOf(this.#settings) : interactiveTimeout;
		const limits = { signals: [this.#end.signal], timeout, what: `logging in to ${this.label}` };
		return await within(limits, async (signal) => {
			await endAbandoned(this.#settings.program ?? 'ssh', process.env, signal);
			return await startMaster({ ...(await this.#loginAlone(signal)), authentication }, signal);
		});
	}

	#loginAlone(signal: AbortSignal): Promise<Login> {
		const login: Login = { tunnel: this.#tunnel, settings: this.#settings, authentication: inBackground };
		this.#alone ??= withUser(login).catch(() => login);
		return orAborted(signal, this.#alone);
	}
}
