// How each machine of a cluster is logged in to: at the address that it gave out, by the ssh config, through the tunnel's
// host where there is one. The machine that we run on needs no login, as fleetctl has it.

import { readFile } from 'node:fs/promises';
import { ClusterError } from '../errors.ts';
import { orAborted } from './deadline.ts';
import type { Login } from './ssh/argv.ts';
import { type Authentication, inBackground, type SshSettings } from './ssh/settings.ts';
import type { SharedLogin } from './ssh/shared-login.ts';
import { withUser } from './ssh/user.ts';
import type { MachinePlace } from './transport.ts';
import { checkHost } from './tunnel.ts';

/** How machines are reached. */
export interface MachineSettings {
	readonly ssh: SshSettings;
	/** Who logs in; without it, the ssh config decides. */
	readonly user?: string;
	/** Port of their sshd, fleetctl's `--ssh-port`; without it, the ssh config decides. */
	readonly port?: number;
	/** The host through which they are reached. */
	readonly jump?: SharedLogin;
	/** Milliseconds that a program has, beside those for logging in; 5,000 when absent. */
	readonly timeout?: number;
	/** Bytes that a program may say, or one line of it; 64 MiB when absent. */
	readonly maxBytes?: number;
	/** Where this machine's ID stands; `/etc/machine-id` when absent (machine-id(5)). */
	readonly machineIdFile?: string;
}

/** Finds logins; what the ssh config says of an address is asked once. */
export class MachineLogins {
	readonly #settings: MachineSettings;
	readonly #thisMachine: Promise<string | undefined>;
	readonly #known = new Map<string, Promise<Login>>();

	constructor(settings: MachineSettings) {
		this.#settings = settings;
		this.#thisMachine = readMachineId(settings.machineIdFile ?? '/etc/machine-id');
	}

	/** The login to a machine; `undefined` for the one that we run on. A person may be asked only in a terminal. */
	async find(
		{ id, primaryIP }: MachinePlace,
		kind: 'batch' | 'terminal',
		signal: AbortSignal,
	): Promise<Login | undefined> {
		if (id === (await this.#thisMachine)) return undefined;
		if (primaryIP === undefined) throw withoutAddress(id);
		const authentication = { kind };
		const login = await this.#loginTo(checkHost(primaryIP), signal);
		const jump = await this.#jump(authentication, signal);
		return { ...login, authentication, ...(jump === undefined ? {} : { jump }) };
	}

	async #jump(authentication: Authentication, signal: AbortSignal): Promise<Login | undefined> {
		const { jump } = this.#settings;
		if (jump === undefined) return undefined;
		// In a terminal the person can be asked by ssh itself, and need not wait for us.
		const login = authentication.kind === 'batch' ? await jump.login(signal) : await jump.loginNow(signal);
		return { ...login, authentication };
	}

	async #loginTo(host: string, signal: AbortSignal): Promise<Login> {
		const { user, port, ssh } = this.#settings;
		const tunnel = { host, ...(user === undefined ? {} : { user }), ...(port === undefined ? {} : { port }) };
		const plain: Login = { tunnel, settings: ssh, authentication: inBackground };
		const known = this.#known.get(host) ?? withUser(plain).catch(() => plain);
		this.#known.set(host, known);
		return await orAborted(signal, known);
	}
}

async function readMachineId(file: string): Promise<string | undefined> {
	const text = await readFile(file, 'utf8').catch(() => '');
	return text.trim() === '' ? undefined : text.trim();
}

function withoutAddress(id: string): ClusterError {
	return new ClusterError('unreachable', `machine ${id} gives out no address`, {
		advice: 'set public_ip in the fleet.conf of that machine',
	});
}
