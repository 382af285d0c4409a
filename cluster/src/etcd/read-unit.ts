// Reads one unit with the few keys that speak of it, instead of the whole registry.

import { ClusterError } from '../errors.ts';
import type { ClusterUnit, GhostUnit } from '../model.ts';
import type { EtcdClient } from './client.ts';
import { type KeyPath, rooms } from './keys.ts';
import { keepsStatesElsewhere } from './machine-finding.ts';
import { emptyFolder } from './tree.ts';
import { findUnit, textHashOf } from './unit-finding.ts';

/** One unit; `undefined` where there is none. Of one that fleet hides, throws why, as `protocol`. */
export async function readUnit(
	client: EtcdClient,
	name: string,
	signal: AbortSignal,
): Promise<ClusterUnit | undefined> {
	const folder = async (key: KeyPath) => (await client.readFolder(key, signal)) ?? emptyFolder;
	const [job, states, machines] = await Promise.all([
		folder([rooms.jobs, name]),
		folder([rooms.states, name]),
		folder([rooms.machines]),
	]);
	const hash = textHashOf(job);
	const text = hash === undefined ? undefined : await client.readLeaf([rooms.texts, hash], signal);
	const finding = findUnit(name, { job, states, text, statesElsewhere: keepsStatesElsewhere(machines) });
	if (finding?.kind === 'ghost') throw hidden(finding.ghost);
	return finding?.unit;
}

function hidden({ name, reason, detail }: GhostUnit): ClusterError {
	const what = detail === undefined || detail === '' ? reason : `${reason}: ${detail}`;
	const repair =
		reason === 'unknown desired state' ? 'give it a desired state again' : 'submit its text again, or destroy it';
	return new ClusterError('protocol', `\`${name}\` is in the registry, and fleet cannot read it: ${what}`, {
		advice: repair,
	});
}
