// Metadata of machines over fleet's HTTP API, since v1.0.0. The real wire form differs from fleet's documents: the value
// is an object, `{"op":"add","path":"/ID/metadata/role","value":{"value":"web"}}`.

import { ClusterError, isClusterError } from '../errors.ts';
import { findMachine, type ReadMachines } from '../find-machine.ts';
import { mayBeDone } from '../settle.ts';
import { checkWritten } from './answers.ts';
import type { ApiClient } from './client.ts';

/** What to set, key by key; `undefined` removes one. */
export type Metadata = Readonly<Record<string, string | undefined>>;

/** Changes metadata of a machine. `machines` reads the list of them. */
export async function setMetadata(
	client: ApiClient,
	machines: ReadMachines,
	id: string,
	metadata: Metadata,
	signal: AbortSignal,
): Promise<void> {
	checkMetadata(metadata);
	// fleet would take any ID, and keep the metadata of a machine that it never had for ever.
	await findMachine(machines, id, signal);
	const body = toPatch(id, metadata);
	if (body.length === 0) return;
	try {
		const response = await client.request({ method: 'PATCH', path: '/machines', body }, signal);
		if (response.status === 405) throw tooOld();
		checkWritten(response, `the metadata of machine \`${id}\` was not changed`);
	} catch (error) {
		if (!(isClusterError(error) && mayBeDone(error))) throw error;
		if (signal.aborted || !(await isSet(machines, id, metadata, signal))) throw unknown(id, error);
	}
}

function checkMetadata(metadata: Metadata): void {
	for (const [key, value] of Object.entries(metadata)) {
		if (!/^[A-Za-z0-9_.-]+$/.test(key)) {
			throw new ClusterError('refused', `${JSON.stringify(key)} is no key of metadata`, {
				advice: 'use letters, digits, `_`, `.` and `-`',
			});
		}
		if (value === '') {
			throw new ClusterError('refused', `\`${key}\` would be hidden by an empty value`, {
				advice: 'remove the key, or give it a value',
			});
		}
	}
}

function toPatch(id: string, metadata: Metadata): readonly object[] {
	return Object.entries(metadata).map(([key, value]) => {
		const path = `/${id}/metadata/${key}`;
		return value === undefined ? { op: 'remove', path } : { op: 'add', path, value: { value } };
	});
}

function tooOld(): ClusterError {
	return new ClusterError('refused', 'this fleet cannot change metadata over its API; v1.0.0 and newer can', {
		advice: 'set `metadata` in /etc/fleet/fleet.conf of the machine, and restart fleetd there',
		status: 405,
	});
}

async function isSet(machines: ReadMachines, id: string, metadata: Metadata, signal: AbortSignal): Promise<boolean> {
	const machine = (await machines(signal).catch(() => [])).find((one) => one.id === id);
	return Object.entries(metadata).every(([key, value]) => machine !== undefined && machine.metadata[key] === value);
}

// fleet writes key by key, so that a failure in the middle leaves a part of them done.
function unknown(id: string, cause: ClusterError): ClusterError {
	return new ClusterError('unknown', `nobody knows which metadata of machine \`${id}\` was set: ${cause.message}`, {
		...cause.details,
		advice: 'list the machines, and set again what is missing; that does no harm',
		cause,
	});
}
