// Real etcds for tests: Debian's, with the keys API of version 2, on loopback and in folders of their own. They can be
// killed, brought back and held still, and end with the tests at the latest.

import { type ChildProcess, spawn } from 'node:child_process';
import { mkdtempSync, readdirSync, readFileSync, rmSync } from 'node:fs';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import type { EtcdNode } from '../../cluster/src/etcd/answers.ts';

/** One running member of an etcd. */
export interface EtcdMember {
	/** `http://127.0.0.1:41234` */
	readonly url: string;
	/** Ends it without a farewell. */
	kill(): Promise<void>;
	/** Starts it again, on the same port and data. */
	restart(): Promise<void>;
	/** Holds it still: it keeps its connections and answers nothing. */
	pause(): void;
	resume(): void;
	/** Ends it and removes its data. */
	stop(): Promise<void>;
}

/** What a member speaks TLS with; paths of PEM files. */
export interface EtcdTls {
	readonly ca: string;
	readonly cert: string;
	readonly key: string;
}

/** An etcd of one member. */
export async function startEtcd(tls?: EtcdTls): Promise<EtcdMember> {
	const [member] = await startEtcdCluster(1, tls);
	if (member === undefined) throw new Error('no etcd was started');
	return member;
}

/** An etcd of several members, which is ready to be written to. */
export async function startEtcdCluster(size: number, tls?: EtcdTls): Promise<readonly EtcdMember[]> {
	const plans = await Promise.all(Array.from({ length: size }, (_, number) => planMember(number, tls)));
	const everyone = plans.map(({ name, peerUrl }) => `${name}=${peerUrl}`).join(',');
	const members = plans.map((plan) => createMember(plan, everyone, tls));
	await Promise.all(members.map((member) => member.restart()));
	return members;
}

/** Writes a key; `ttl` in seconds. Only for values that tests are about: the backend has its own way. */
export async function putKey({ url }: EtcdMember, key: string, value: string, ttl?: number): Promise<void> {
	const body = new URLSearchParams({ value, ...(ttl !== undefined && { ttl: String(ttl) }) });
	const response = await fetch(keyUrl(url, key), { method: 'PUT', body });
	if (!response.ok) throw new Error(`PUT ${key}: ${response.status} ${await response.text()}`);
	await response.arrayBuffer();
}

/** Removes a key, or a folder with all in it. */
export async function deleteKey({ url }: EtcdMember, key: string): Promise<void> {
	const response = await fetch(`${keyUrl(url, key)}?recursive=true`, { method: 'DELETE' });
	if (!response.ok && response.status !== 404) throw new Error(`DELETE ${key}: ${response.status}`);
	await response.arrayBuffer();
}

/** The value of a key; `undefined` where there is none. */
export async function storedValue({ url }: EtcdMember, key: string): Promise<string | undefined> {
	const response = await fetch(keyUrl(url, key));
	// etcd's own layout; tests compare what comes.
	const { node } = (await response.json()) as { node?: { value?: string } };
	return node?.value;
}

/** What was done to keys below a prefix after an index, as far as etcd's history has it; without an index, nothing. */
export async function eventsSince(
	{ url }: EtcdMember,
	prefix: string,
	index: number | undefined,
): Promise<{ readonly index: number; readonly events: readonly { readonly action: string; readonly key: string }[] }> {
	const events: { action: string; key: string }[] = [];
	const now = await fetch(keyUrl(url, '/'));
	await now.arrayBuffer();
	const last = Number(now.headers.get('x-etcd-index'));
	// Each request gives one event; the end of the history is known by its index.
	for (let at = (index ?? last) + 1; at <= last; ) {
		const response = await fetch(`${keyUrl(url, prefix)}?wait=true&recursive=true&waitIndex=${at}`);
		// etcd's own layout; tests compare what comes.
		const { action, node } = (await response.json()) as {
			action: string;
			node: { key: string; modifiedIndex: number };
		};
		events.push({ action, key: node.key });
		at = node.modifiedIndex + 1;
	}
	return { index: last, events };
}

/** Writes what a recorded registry had, without its expirations. `from` → `to` is put in front of the keys. */
export async function seedEtcd(
	member: EtcdMember,
	node: EtcdNode,
	[from, to]: readonly [string, string],
): Promise<void> {
	if (node.kind === 'value') await putKey(member, node.key.replace(from, to), node.value);
	else for (const child of node.nodes) await seedEtcd(member, child, [from, to]);
}

function keyUrl(url: string, key: string): string {
	return `${url}/v2/keys${key.split('/').map(encodeURIComponent).join('/')}`;
}

interface Plan {
	readonly name: string;
	readonly url: string;
	readonly peerUrl: string;
	readonly folder: string;
}

async function planMember(number: number, tls: EtcdTls | undefined): Promise<Plan> {
	const [client, peer] = [await freePort(), await freePort()];
	return {
		name: `member${number}`,
		url: `${tls === undefined ? 'http' : 'https'}://127.0.0.1:${client}`,
		peerUrl: `http://127.0.0.1:${peer}`,
		folder: mkdtempSync(path.join(tmpdir(), 'fleet-units-etcd-')),
	};
}

function createMember(plan: Plan, everyone: string, tls: EtcdTls | undefined): EtcdMember {
	let child: ChildProcess | undefined;
	const kill = async (): Promise<void> => {
		const ended = child && child.exitCode === null && child.signalCode === null ? exitOf(child) : undefined;
		child?.kill('SIGKILL');
		await ended;
	};
	process.once('exit', () => child?.kill('SIGKILL'));
	return {
		url: plan.url,
		kill,
		restart: async () => {
			await kill();
			child = spawn('etcd', argumentsOf(plan, everyone, tls), { stdio: ['ignore', 'ignore', 'pipe'] });
			await untilReady(child);
		},
		pause: () => child && pause(child),
		resume: () => child?.kill('SIGCONT'),
		stop: async () => {
			await kill();
			rmSync(plan.folder, { recursive: true, force: true });
		},
	};
}

function argumentsOf(
	{ name, url, peerUrl, folder }: Plan,
	everyone: string,
	tls: EtcdTls | undefined,
): readonly string[] {
	return [
		...['--enable-v2', '--name', name, '--data-dir', folder, '--logger', 'zap', '--log-level', 'info'],
		...['--listen-client-urls', url, '--advertise-client-urls', url],
		...['--listen-peer-urls', peerUrl, '--initial-advertise-peer-urls', peerUrl],
		...['--initial-cluster', everyone, '--heartbeat-interval', '100', '--election-timeout', '1000'],
		...(tls === undefined
			? []
			: ['--cert-file', tls.cert, '--key-file', tls.key, '--trusted-ca-file', tls.ca, '--client-cert-auth']),
	];
}

/** etcd says so in its log when it has a leader and listens. What it says before is in the error when it does not. */
function untilReady(child: ChildProcess): Promise<void> {
	return new Promise((resolve, reject) => {
		let log = '';
		child.stderr?.on('data', (text: Buffer) => {
			if (log.length < 100_000) log += text.toString();
			if (/serving client traffic/.test(log)) resolve();
		});
		child.once('error', reject);
		child.once('exit', () => reject(new Error(`etcd ended:\n${log}`)));
	});
}

function exitOf(child: ChildProcess): Promise<void> {
	return new Promise((resolve) => child.once('exit', () => resolve()));
}

/** A port that nobody has, as the system gives them out. */
export function freePort(): Promise<number> {
	return new Promise((resolve, reject) => {
		const server = createServer();
		server.once('error', reject);
		server.listen(0, '127.0.0.1', () => {
			const address = server.address();
			server.close(() =>
				typeof address === 'object' && address ? resolve(address.port) : reject(new Error('no port')),
			);
		});
	});
}

/** The signal takes effect thread by thread; until all stand still, one of them may yet answer (proc(5), state `T`). */
function pause(child: ChildProcess): void {
	child.kill('SIGSTOP');
	const tasks = `/proc/${child.pid}/task`;
	const end = Date.now() + 5000;
	const stands = (task: string) => /\) T /.test(readFileSync(`${tasks}/${task}/stat`, 'utf8'));
	while (Date.now() < end && !readdirSync(tasks).every(stands));
}
