// `fleet-units cluster` at work: starts a practice cluster, says how to use it, and keeps it until the user ends it.

import { mkdtemp, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	type EmbeddedCluster,
	type EmbeddedClusterOptions,
	startEmbeddedCluster,
} from '../../../cluster/src/embedded/server.ts';
import { exitCodes } from '../exit-code.ts';
import type { Io } from '../io.ts';
import { complain, tell } from '../say.ts';
import { visible } from '../visible.ts';
import { readIfThere, readMachines } from './read-machines.ts';

/** What the command line asks for. */
export interface ClusterRequest {
	/** A number, or a file. */
	readonly machines?: string;
	readonly listen: readonly string[];
	readonly speed: 'real' | 'fast';
	readonly state?: string;
}

/** Runs a practice cluster until the user ends it. Gives the exit code. */
export async function runCluster(request: ClusterRequest, io: Io): Promise<number> {
	const folder = request.listen.length === 0 ? await mkdtemp(path.join(tmpdir(), 'fleet-units-')) : undefined;
	try {
		await serve(request, folder === undefined ? request.listen : [`unix:${folder}/fleet.sock`], io);
		return exitCodes.ok;
	} catch (error) {
		complain(io, error instanceof Error ? error.message : String(error));
		return exitCodes.failure;
	} finally {
		if (folder !== undefined) await rm(folder, { recursive: true, force: true });
	}
}

async function serve(request: ClusterRequest, addresses: readonly string[], io: Io): Promise<void> {
	const signal = io.interrupted?.() ?? new AbortController().signal;
	const listen = addresses.map((address) => inFolder(address, io.cwd));
	const cluster = await startEmbeddedCluster({ ...(await optionsOf(request, io)), listen });
	try {
		io.stdout.write(welcome(cluster));
		await aborted(signal);
		await save(cluster, request, io);
	} finally {
		await cluster.close();
	}
}

/** Paths are those of whoever calls. */
function inFolder(address: string, cwd: string): string {
	const [, file] = /^unix:(.+)$/.exec(address) ?? [];
	return file === undefined ? address : `unix:${path.resolve(cwd, file)}`;
}

async function optionsOf(
	{ machines, speed, state }: ClusterRequest,
	{ cwd }: Io,
): Promise<Omit<EmbeddedClusterOptions, 'listen'>> {
	const saved = state === undefined ? undefined : await readIfThere(path.resolve(cwd, state), state);
	return {
		speed,
		...(machines !== undefined && { machines: await readMachines(machines, cwd) }),
		...(saved !== undefined && { state: saved }),
	};
}

function welcome(cluster: EmbeddedCluster): string {
	const { machines, units } = cluster.snapshot();
	const [address = ''] = cluster.addresses;
	const what = `${counted(machines.length, 'machine')} and ${counted(units.length, 'unit')}`;
	return [
		`a practice cluster of ${what} listens at`,
		...cluster.addresses.map((one) => `  ${visible(one)}`),
		'use it in another terminal, or name it as an endpoint in the editor:',
		`  export FLEETCTL_ENDPOINT=${visible(address)}`,
		'  fleet-units ctl list-machines',
		'Ctrl-C ends it',
		'',
	].join('\n');
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

function aborted(signal: AbortSignal): Promise<void> {
	return new Promise((resolve) => {
		if (signal.aborted) resolve();
		signal.addEventListener('abort', () => resolve(), { once: true });
	});
}

/** Written beside the file and then put in its place, so that a half-written state never takes it. */
async function save(cluster: EmbeddedCluster, { state }: ClusterRequest, io: Io): Promise<void> {
	if (state === undefined) return;
	const file = path.resolve(io.cwd, state);
	await writeFile(`${file}.new`, cluster.save());
	await rename(`${file}.new`, file);
	tell(io, `saved to ${state}`);
}
