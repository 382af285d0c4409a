// Real sshds for tests: Debian's, as children, on loopback, with keys that are thrown away. What a client needs stands in
// an ssh config of its own, so that nobody's home is touched. Everything is gone when the lab is.

import { execFileSync, spawn } from 'node:child_process';
import { copyFileSync, mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir, userInfo } from 'node:os';
import path from 'node:path';
import { freePort } from './etcd.ts';
import { killTree } from './processes.ts';

/** A folder for one test file, with a key to log in with and one for the hosts. */
export interface SshLab {
	readonly folder: string;
	/** Makes a key pair, and returns the file of the private one. */
	key(name: string, passphrase?: string): string;
	/** Starts an sshd. Whoever has the key `user` may log in. */
	sshd(options?: SshdOptions): Promise<Sshd>;
	/** Writes an ssh config for hosts. Returns the file. */
	config(...hosts: readonly SshHost[]): string;
	dispose(): Promise<void>;
}

/** How an sshd is to behave. */
export interface SshdOptions {
	/** `127.0.0.1` when absent. */
	readonly address?: string;
	/** Lines for its config: `AllowStreamLocalForwarding no`. */
	readonly config?: readonly string[];
	/** Programs on the PATH of those who log in: their names and texts. */
	readonly programs?: Readonly<Record<string, string>>;
}

/** One sshd. */
export interface Sshd {
	readonly address: string;
	readonly port: number;
	/** How many have logged in until now. */
	logins(): number;
	/** Ends it and all its connections without a farewell. */
	kill(): Promise<void>;
	/** Starts it again, at the same port. */
	start(): Promise<void>;
}

/** A host in an ssh config. What is absent is what the sshds of the lab have. */
export interface SshHost {
	readonly alias: string;
	readonly sshd: Pick<Sshd, 'address' | 'port'>;
	/** File of the key to log in with. */
	readonly key?: string;
	/** File of the host key that is known; `none` for a host that is not known. */
	readonly hostKey?: string;
	/** Further lines. */
	readonly lines?: readonly string[];
}

/** Makes a lab. */
export function createSshLab(): SshLab {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-sshd-'));
	const sshds: Sshd[] = [];
	const key = (name: string, passphrase = ''): string => {
		const file = path.join(folder, name);
		execFileSync('ssh-keygen', ['-q', '-t', 'ed25519', '-N', passphrase, '-C', name, '-f', file]);
		return file;
	};
	key('host');
	copyFileSync(`${key('user')}.pub`, path.join(folder, 'authorized'));
	return {
		folder,
		key,
		sshd: async (options = {}) => {
			const sshd = await createSshd(path.join(folder, `sshd-${sshds.length}`), folder, options);
			sshds.push(sshd);
			return sshd;
		},
		config: (...hosts) => writeClientConfig(mkdtempSync(path.join(folder, 'client-')), folder, hosts),
		dispose: async () => {
			await Promise.all(sshds.map((sshd) => sshd.kill()));
			rmSync(folder, { recursive: true, force: true });
		},
	};
}

/** Lets more keys in than the lab's own. */
export function authorize({ folder }: SshLab, key: string): void {
	writeFileSync(path.join(folder, 'authorized'), readFileSync(`${key}.pub`), { flag: 'a' });
}

async function createSshd(own: string, lab: string, options: SshdOptions): Promise<Sshd> {
	const { address = '127.0.0.1', config = [], programs = {} } = options;
	const port = await freePort();
	mkdirSync(own);
	const file = path.join(own, 'sshd_config');
	writeFileSync(file, [...config, ...serverConfig(address, port, own, lab), ''].join('\n'));
	for (const [name, text] of Object.entries(programs)) writeFileSync(path.join(own, name), text, { mode: 0o755 });
	// sshd run by root wants this folder, which Debian makes only when it starts the service.
	if (process.getuid?.() === 0) mkdirSync('/run/sshd', { recursive: true });

	let running: Running | undefined;
	let log = '';
	const start = async () => {
		running = await startSshd(file, (text) => {
			log += text;
		});
	};
	await start();
	return {
		address,
		port,
		logins: () => log.match(/^Accepted publickey for /gm)?.length ?? 0,
		kill: async () => {
			await running?.kill();
			running = undefined;
		},
		start,
	};
}

function serverConfig(address: string, port: number, own: string, lab: string): readonly string[] {
	return [
		...[`ListenAddress ${address}`, `Port ${port}`, 'PidFile none', 'LogLevel VERBOSE'],
		...[`HostKey ${lab}/host`, `AuthorizedKeysFile ${lab}/authorized`, 'StrictModes no'],
		...['UsePAM no', 'PasswordAuthentication no', 'KbdInteractiveAuthentication no', 'PermitRootLogin yes'],
		// More than ten who log in at once are turned away by chance otherwise.
		...['MaxStartups 100', `SetEnv PATH=${own}:${path.dirname(process.execPath)}:/usr/bin:/bin`],
	];
}

interface Running {
	kill(): Promise<void>;
}

async function startSshd(config: string, onLog: (text: string) => void): Promise<Running> {
	const child = spawn('/usr/sbin/sshd', ['-D', '-e', '-f', config], { stdio: ['ignore', 'ignore', 'pipe'] });
	const ended = new Promise<void>((resolve) => child.once('close', () => resolve()));
	await new Promise<void>((resolve, reject) => {
		let said = '';
		child.stderr.setEncoding('utf8').on('data', (text: string) => {
			said += text;
			onLog(text);
			if (said.includes('Server listening on')) resolve();
		});
		child.once('error', reject);
		void ended.then(() => reject(new Error(`sshd did not start: ${said}`)));
	});
	return {
		kill: async () => {
			// A connection has a process of its own, which would go on without the one that listens.
			killTree(child.pid);
			await ended;
		},
	};
}

function writeClientConfig(own: string, lab: string, hosts: readonly SshHost[]): string {
	const knownHosts = path.join(own, 'known_hosts');
	writeFileSync(knownHosts, hosts.map((host) => knownHost(host, lab)).join(''));
	const file = path.join(own, 'config');
	writeFileSync(file, hosts.map((host) => clientConfig(host, lab, knownHosts)).join('\n'));
	return file;
}

function knownHost({ sshd, hostKey }: SshHost, lab: string): string {
	if (hostKey === 'none') return '';
	const [type = '', key = ''] = readFileSync(`${hostKey ?? path.join(lab, 'host')}.pub`, 'utf8').split(' ');
	return `[${sshd.address}]:${sshd.port} ${type} ${key}\n`;
}

function clientConfig({ alias, sshd, key, lines = [] }: SshHost, lab: string, knownHosts: string): string {
	const settings = [
		...lines,
		...[`HostName ${sshd.address}`, `Port ${sshd.port}`, `User ${userInfo().username}`],
		...[`IdentityFile ${key ?? path.join(lab, 'user')}`, 'IdentitiesOnly yes', 'IdentityAgent none'],
		...[`UserKnownHostsFile ${knownHosts}`, 'GlobalKnownHostsFile none'],
	];
	return [`Host ${alias}`, ...settings.map((setting) => `\t${setting}`), ''].join('\n');
}
