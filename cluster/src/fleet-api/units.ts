// Single units over fleet's HTTP API v1: reading one, and the bare writes, which careful writing (seen.ts) is made of.

import { isFleetAtLeast } from '../../../core/src/fleet/model.ts';
import { ClusterError } from '../errors.ts';
import { isPossibleName } from '../guards.ts';
import type { ClusterUnit, DesiredState } from '../model.ts';
import { releaseOf } from '../release.ts';
import type { HttpResponse } from '../transport/transport.ts';
import type { StoredUnit, UnitStore } from '../unit-store.ts';
import { checkWritten, isUnknownPath, toFailure, toValue } from './answers.ts';
import type { ApiClient } from './client.ts';
import { toApiUnit, toClusterUnit } from './entities.ts';

/** The units of one server, one at a time. */
export function unitStore(client: ApiClient): UnitStore {
	return {
		read: (name, signal) => readUnit(client, name, signal),
		create: async (unit, signal) => {
			checkWritten(await put(client, unit, signal), `\`${unit.name}\` was not created`);
		},
		replace: (unit, _, signal) => replace(client, unit, signal),
		setDesiredState: (name, state, signal) => setDesiredState(client, name, state, signal),
		destroy: async (name, signal) => {
			const response = await client.request({ method: 'DELETE', path: unitPath(name) }, signal);
			checkWritten(response, `\`${name}\` was not destroyed`);
		},
	};
}

/** Reads one unit; `undefined` where there is none. A poisoned unit is a `protocol` error that says so. */
export async function readUnit(client: ApiClient, name: string, signal: AbortSignal): Promise<ClusterUnit | undefined> {
	if (!isPossibleName(name)) return undefined;
	const response = await client.request({ method: 'GET', path: unitPath(name) }, signal);
	if (response.status === 404 && !isUnknownPath(response)) return undefined;
	if (response.status === 500) throw await whyUnreadable(client, name, response, signal);
	return toClusterUnit(toValue(response, `the unit \`${name}\``, toApiUnit));
}

// The server takes `@` and `:` as they are, too; fleetctl encodes them.
function unitPath(name: string): string {
	return `/units/${encodeURIComponent(name)}`;
}

// Whether it is this unit or the whole registry, another read shows.
async function whyUnreadable(
	client: ApiClient,
	name: string,
	response: HttpResponse,
	signal: AbortSignal,
): Promise<ClusterError> {
	const { status } = await client.request({ method: 'GET', path: '/machines' }, signal);
	if (status !== 200) return toFailure(response, `\`${name}\` cannot be read`);
	return new ClusterError(
		'protocol',
		`\`${name}\` cannot be read, while fleet is well otherwise; most likely it is poisoned: its desired state is an unknown word, or its text cannot be read back`,
		{
			advice: 'fleet itself cannot mend or destroy it any more; that takes a write to its etcd, by the etcd driver',
			status: 500,
		},
	);
}

async function replace(client: ApiClient, unit: StoredUnit, signal: AbortSignal): Promise<void> {
	const release = releaseOf(client.serverVersion());
	if (release !== undefined && !isFleetAtLeast(release, '0.13')) throw keepsText(unit.name);
	const response = await put(client, unit, signal);
	checkWritten(response, `the text of \`${unit.name}\` was not replaced`);
	// 204 tells of a new desired state only.
	if (response.status === 204) throw keepsText(unit.name);
}

function keepsText(name: string): ClusterError {
	return new ClusterError('refused', `fleet before v0.13.0 keeps the text of a unit that it has, such as \`${name}\``, {
		advice: 'destroy the unit, wait until it is gone, and submit it anew',
	});
}

async function setDesiredState(
	client: ApiClient,
	name: string,
	desiredState: DesiredState,
	signal: AbortSignal,
): Promise<void> {
	const body = { name, desiredState };
	const response = await client.request({ method: 'PUT', path: unitPath(name), body }, signal);
	checkWritten(response, `\`${name}\` was not made ${desiredState}`);
}

function put(
	client: ApiClient,
	{ name, options, desiredState }: StoredUnit,
	signal: AbortSignal,
): Promise<HttpResponse> {
	const bare = options.map(({ section, name: key, value }) => ({ section, name: key, value }));
	return client.request({ method: 'PUT', path: unitPath(name), body: { name, options: bare, desiredState } }, signal);
}
