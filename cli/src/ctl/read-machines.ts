// The machines that a practice cluster is to have: a number, or a file that lists them.

import { readFile } from 'node:fs/promises';
import path from 'node:path';
import { DecodeFault, type Decoder, decodeJson, toList, toObject } from '../../../cluster/src/decode.ts';
import type { EmbeddedClusterOptions } from '../../../cluster/src/embedded/server.ts';
import { toMachine } from '../../../cluster/src/embedded/state.ts';
import { reasonOf } from '../failures.ts';

type Machines = NonNullable<EmbeddedClusterOptions['machines']>;

/** Reads `--machines`. Throws an `Error` that says what is wrong with it. */
export async function readMachines(machines: string, cwd: string): Promise<Machines> {
	if (/^\d+$/.test(machines)) {
		const count = Number(machines);
		if (count >= 1 && count <= mostMachines) return count;
		throw new Error(`--machines: ${machines} is not from 1 to ${mostMachines}`);
	}
	const text = await readIfThere(path.resolve(cwd, machines), machines);
	if (text === undefined) throw new Error(`--machines: ${machines} is neither a number nor a file`);
	return decodeJson(text.replace(/^\ufeff/, ''), machines, toMachines);
}

/** The text of a file; `undefined` where there is none. Throws an `Error` that begins with the file as it was named. */
export async function readIfThere(file: string, shown: string): Promise<string | undefined> {
	try {
		return await readFile(file, 'utf8');
	} catch (error) {
		if (error instanceof Error && 'code' in error && error.code === 'ENOENT') return undefined;
		throw new Error(`${shown}: ${reasonOf(error)}`);
	}
}

/** fleet recommends a hundred at the most. */
const mostMachines = 1000;

/** A list of machines, or a snapshot of a cluster. */
const toMachines: Decoder<Exclude<Machines, number>> = (value, place) => {
	const list = Array.isArray(value) ? value : toObject(value, place)['machines'];
	const machines = toList(toMachine)(list, place);
	const ids = machines.map(({ id }) => id);
	const twice = ids.find((id, index) => ids.indexOf(id) < index);
	if (twice !== undefined) throw new DecodeFault(`${place} has the machine ${twice} twice`);
	if (machines.length === 0) throw new DecodeFault(`${place} has no machine`);
	return machines;
};
