// Single units in etcd: reading one, and the three writes that do what fleet itself does: create, change the desired
// state, destroy. Everything else in the registry belongs to the engine and to the agents, and is never written.
// What is refused, and what happens when an answer is lost, stands in guards.ts and seen.ts.

import { canonicalText } from '../../../core/src/fleet/canonical.ts';
import { ClusterError, isClusterError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit, DesiredState } from '../model.ts';
import type { StoredUnit, UnitStore } from '../unit-store.ts';
import type { EtcdClient } from './client.ts';
import { objectKey, rooms, standsAlone, targetStateKey } from './keys.ts';
import { emptyFolder, type Folder, valueAt } from './tree.ts';
import { findUnit, textHashOf } from './unit-finding.ts';
import { printObject, printText, readText } from './values.ts';

/** The units of a registry, one at a time. Units that fleet hides can be read here, so that they can be written. */
export function unitStore(client: EtcdClient): UnitStore {
	// What stood in the object of a unit when it was read: a text is only replaced while that still stands there.
	const objects = new WeakMap<ClusterUnit, string>();
	return {
		read: async (name, signal) => {
			const job = standsAlone(name) ? await client.readFolder([rooms.jobs, name], signal, quorum) : undefined;
			const object = job && valueAt(job, ['object']);
			if (job === undefined || object === undefined) return undefined;
			const unit = await toUnit(client, name, job, signal);
			objects.set(unit, object);
			return unit;
		},
		create: (unit, signal) => create(client, unit, signal),
		replace: (unit, before, signal) => replace(client, unit, before, objects.get(before) ?? '', signal),
		setDesiredState: (name, state, signal) => setDesiredState(client, name, state, signal),
		destroy: (name, signal) => client.remove([rooms.jobs, name], signal),
	};
}

/** What is read for a write must not be older than the write before it, at whichever member that was done. */
const quorum = { quorum: true } as const;

/** A unit as far as writing needs it; one that fleet hides has a hash that no text has, so that it never is as wanted. */
async function toUnit(client: EtcdClient, name: string, job: Folder, signal: AbortSignal): Promise<ClusterUnit> {
	const hash = textHashOf(job);
	const text = hash === undefined ? undefined : await client.readLeaf([rooms.texts, hash], signal, quorum);
	const finding = findUnit(name, { job, states: emptyFolder, text, statesElsewhere: false });
	if (finding?.kind === 'unit') return finding.unit;
	// A word that fleet does not know, or none: it has to be replaced, and is refused where it is to stay.
	const desiredState = (valueAt(job, ['target-state']) ?? '') as DesiredState;
	return { name, options: [], hash: '', desiredState, global: false };
}

// In this order, as fleet does it, so that no unit is ever without its text.
async function create(client: EtcdClient, unit: StoredUnit, signal: AbortSignal): Promise<void> {
	const object = await storeText(client, unit, signal);
	await client.put(objectKey(unit.name), object, { prevExist: false }, signal);
	await finish(() => client.put(targetStateKey(unit.name), unit.desiredState, undefined, unhurried));
}

async function replace(
	client: EtcdClient,
	unit: StoredUnit,
	before: ClusterUnit,
	objectBefore: string,
	signal: AbortSignal,
): Promise<void> {
	const object = await storeText(client, unit, signal);
	await client.put(objectKey(unit.name), object, { prevValue: objectBefore }, signal);
	if (unit.desiredState === before.desiredState) return;
	await finish(() => setDesiredState(client, unit.name, unit.desiredState, unhurried));
}

/** A unit without a desired state counts as wanted: a creation that has begun is brought to its end. */
const unhurried = new AbortController().signal;

/** Does the last step of a write. Where that fails, the write was done in part, whatever became of this step. */
async function finish(step: () => Promise<void>): Promise<void> {
	try {
		await step();
	} catch (error) {
		if (!isClusterError(error)) throw error;
		throw new ClusterError(error.kind, error.message, { ...error.details, sent: true });
	}
}

/** Stores the text of a unit, and gives the object that refers to it. */
async function storeText(client: EtcdClient, { name, options }: StoredUnit, signal: AbortSignal): Promise<string> {
	const hash = hashOf(options);
	const key = [rooms.texts, hash];
	try {
		await client.put(key, printText(canonicalText(options)), { prevExist: false }, signal);
	} catch (error) {
		if (!isClusterError(error, 'conflict')) throw error;
		// Texts are stored under their hash: what is there is the same text, unless somebody tampered with it.
		const leaf = await client.readLeaf(key, signal, quorum);
		const text = leaf && readText(leaf);
		if (text?.kind !== 'value' || text.value.hash !== hash) throw tampered(name, hash, error);
	}
	return printObject(name, hash);
}

function tampered(name: string, hash: string, cause: ClusterError): ClusterError {
	const message = `\`${name}\` was not stored: under the hash of its text, ${hash}, the registry has another text`;
	return new ClusterError('protocol', message, {
		advice: 'change the unit a little, such as its description, so that it is stored under another hash',
		cause,
	});
}

/** Never for a unit that is not there: its desired state would stay behind as the beginning of a unit. */
async function setDesiredState(
	client: EtcdClient,
	name: string,
	state: DesiredState,
	signal: AbortSignal,
): Promise<void> {
	const key = targetStateKey(name);
	try {
		await client.put(key, state, { prevExist: true }, signal);
	} catch (error) {
		if (!isClusterError(error, 'not-found')) throw error;
		// A unit that somebody began to create has none yet.
		if ((await client.readLeaf(objectKey(name), signal, quorum)) === undefined) throw error;
		await client.put(key, state, { prevExist: false }, signal);
	}
}
