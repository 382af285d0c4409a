// `fleet-units cluster` at work: starts a practice cluster, says how to use it, and keeps it until the user ends it.

import { mkdtemp, readFile, rename, rm, writeFile } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import {
	DecodeFault,
	type Decoder,
	decodeJson,
	toList,
	toName,
	toObject,
	toRecord,
	toText,
} from '../../../cluster/src/decode.ts';
import {
	type EmbeddedCluster,
	type EmbeddedClusterOptions,
	startEmbeddedCluster,
} from '../../../cluster/src/embedded/server.ts';
import { exitCodes } from '../exit-code.ts';
import { reasonOf } from '../failures.ts';
import type { Io } from '../io.ts';
import { complain, tell } from '../say.ts';
import { visible } from '../visible.ts';

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
	const signal = io.interrupted?.() ?? new AbortController().signal;
	const folder = request.listen.length === 0 ? await mkdtemp(path.join(tmpdir(), 'fleet-units-')) : undefined;
	try {
		const listen = folder === undefined ? request.listen : [`unix:${folder}/fleet.sock`];
		const cluster = await startEmbeddedCluster({
			...(await optionsOf(request, io)),
			listen: listen.map((address) => inFolder(address, io.cwd)),
		});
		try {
			io.stdout.write(welcome(cluster));
			await aborted(signal);
			await save(cluster, request, io);
		} finally {
			await cluster.close();
		}
		return exitCodes.ok;
	} catch (error) {
		complain(io, error instanceof Error ? error.message : String(error));
		return exitCodes.failure;
	} finally {
		if (folder !== undefined) await rm(folder, { recursive: true, force: true });
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

async function readMachines(machines: string, cwd: string): Promise<NonNullable<EmbeddedClusterOptions['machines']>> {
	if (/^\d+$/.test(machines)) {
		const count = Number(machines);
		if (count >= 1 && count <= mostMachines) return count;
		throw new Error(`--machines: ${machines} is not from 1 to ${mostMachines}`);
	}
	const text = await readIfThere(path.resolve(cwd, machines), machines);
	if (text === undefined) throw new Error(`--machines: ${machines} is neither a number nor a file`);
	return decodeJson(text.replace(/^\ufeff/, ''), machines, toMachines);
}

/** What fleet itself recommends as its largest cluster is a hundred; tests of our own go as far. */
const mostMachines = 1000;

const toMachines: Decoder<readonly Machine[]> = (value, place) => {
	const list = Array.isArray(value) ? value : toObject(value, place)['machines'];
	const machines = toList(toMachine)(list, place);
	const ids = machines.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) < index);
	if (twice !== undefined) throw new DecodeFault(`${place} has the machine ${twice} twice`);
	if (machines.length === 0) throw new DecodeFault(`${place} has no machine`);
	return machines;
};

type Machine = Exclude<EmbeddedClusterOptions['machines'], number | undefined>[number];

const toMachine: Decoder<Machine> = (value, place) => {
	const { id, primaryIP, metadata, version } = toObject(value, place);
	return {
		id: toName(id, `${place}.id`),
		primaryIP: toText(primaryIP ?? '', `${place}.primaryIP`),
		metadata: toRecord(toText)(metadata, `${place}.metadata`),
		version: toText(version ?? 'v1.0.0', `${place}.version`),
	};
};

async function readIfThere(file: string, shown: string): Promise<string | undefined> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw new Error(`${shown}: ${reasonOf(error)}`);
	}
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
