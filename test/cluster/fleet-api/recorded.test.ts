// Every read that was recorded of a real fleet is understood, and what it failed with is told for what it was.

import { describe, expect, test } from 'vitest';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { isClusterError } from '../../../cluster/src/errors.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import { hashOf } from '../../../cluster/src/hash.ts';
import type { ClusterUnit } from '../../../cluster/src/model.ts';
import { patient } from '../contract-support.ts';
import { type Exchange, readExchanges } from '../exchanges.ts';
import { fakeTransport, recordedAnswer } from '../fake-transport.ts';

const reads = readExchanges().flatMap((exchange) => readOf(exchange) ?? []);

test('the recording has hundreds of reads', () => {
	expect(reads.length).toBeGreaterThan(600);
});

test('every answer that succeeded is understood', async () => {
	const succeeded = reads.filter(({ exchange }) => exchange.status === 200);
	const results = await Promise.all(succeeded.map(async (one) => ({ ...one, result: await replay(one) })));
	for (const { exchange, result } of results) {
		const said = JSON.parse(exchange.response_body ?? '');
		const [items = []] = Object.values(said).filter(Array.isArray);
		if (Array.isArray(result)) expect(result.length, exchange.path).toBe(items.length);
		else expect(result, exchange.path).toMatchObject({ name: said.name, desiredState: said.desiredState });
	}
});

test('the hash of a unit is the one that machines report of it', async () => {
	const answers = reads.filter(({ exchange }) => exchange.status === 200);
	const units = (await Promise.all(answers.map(replay))).filter(isUnit);
	const hashes = new Set(units.map(({ hash }) => hash));
	const reported = new Set(reportedHashes());
	const seen = [...hashes].filter((hash) => reported.has(hash));
	expect(seen.length).toBeGreaterThan(30);
	for (const { options, hash } of units) expect(hash).toBe(hashOf(options));
});

test('a global unit has neither a current state nor a machine', async () => {
	const globals = (await Promise.all(reads.filter(({ exchange }) => exchange.status === 200).map(replay)))
		.flat()
		.filter(isUnit)
		.filter(({ global }) => global);
	expect(globals.length).toBeGreaterThan(20);
	for (const { currentState } of globals) expect(currentState).toBeUndefined();
});

describe('failures', () => {
	test('a unit that is not there is absent', async () => {
		const missing = reads.filter(({ exchange }) => exchange.response_body?.includes('unit does not exist'));
		expect(missing.length).toBeGreaterThan(20);
		for (const one of missing) expect(await replay(one)).toBeUndefined();
	});

	test('a poisoned unit is told from a registry that is down', async () => {
		const failed = reads.filter(({ exchange }) => exchange.status === 500);
		const [poisoned, down] = [failed.filter(isPoison), failed.filter((one) => !isPoison(one))];
		expect([poisoned.length, down.length].every((count) => count > 3)).toBe(true);
		for (const one of poisoned) {
			expect(await failureOf(replay(one))).toMatchObject({
				kind: 'protocol',
				message: expect.stringContaining('poisoned'),
			});
		}
		for (const one of down) {
			const failure = await failureOf(replay(one));
			expect(failure).toMatchObject({ kind: 'protocol', details: { advice: expect.stringContaining('etcd') } });
			expect(failure?.message).not.toContain('poisoned');
		}
	});

	test('a fleet without its etcd is unreachable', async () => {
		const lost = reads.filter(({ exchange }) => exchange.status === 503);
		expect(lost.length).toBeGreaterThan(1);
		for (const one of lost) {
			const failure = await failureOf(replay(one));
			expect(failure).toMatchObject({ kind: 'unreachable', details: { advice: expect.stringContaining('etcd') } });
		}
	});
});

/** A recorded read, and the call that makes it. */
interface Read {
	readonly exchange: Exchange;
	readonly call: (backend: ClusterBackend) => Promise<unknown>;
}

function readOf(exchange: Exchange): Read | undefined {
	if (exchange.method !== 'GET') return undefined;
	const [, list, name, query = ''] =
		/^\/fleet\/v1\/(units|state|machines)(?:\/([^/?]+))?(\?.*)?$/.exec(exchange.path) ?? [];
	const unitName = new URLSearchParams(query).get('unitName') ?? undefined;
	if (list === 'units' && name === undefined) return { exchange, call: (backend) => backend.units(patient) };
	if (list === 'units') return { exchange, call: (backend) => backend.unit(decodeURIComponent(name ?? ''), patient) };
	if (list === 'machines') return { exchange, call: (backend) => backend.machines(patient) };
	const isList = list === 'state' && name === undefined && !query.includes('machineID');
	return isList ? { exchange, call: (backend) => backend.states(patient, unitName) } : undefined;
}

/** Makes the call, and answers the first request by the recording; a second one asks whether fleet is well otherwise. */
function replay({ exchange, call }: Read): Promise<unknown> {
	let isFirst = true;
	const transport = fakeTransport(({ path }) => {
		const known = isFirst || isRegistryDown(exchange);
		isFirst = false;
		if (known) return { ...recordedAnswer(exchange), body: withoutToken(exchange.response_body) };
		expect(path).toBe('/fleet/v1/machines');
		return { status: 200, headers: {}, body: '{}' };
	});
	return call(createFleetApi({ transport }));
}

function isRegistryDown({ scenario }: Exchange): boolean {
	return scenario.startsWith('etcd-loss');
}

function isPoison({ exchange }: Read): boolean {
	return !isRegistryDown(exchange) && /\/units\/[^?]/.test(exchange.path);
}

// Pages of recorded lists stand alone here; lists.test.ts has their order.
function withoutToken(body: string | null): string {
	return (body ?? '').replace(/"nextPageToken":"[^"]*",?/, '').replace(/,}$/, '}');
}

function reportedHashes(): readonly string[] {
	return readExchanges()
		.filter(({ path, status }) => path.startsWith('/fleet/v1/state') && status === 200)
		.flatMap(({ response_body }) => JSON.parse(response_body ?? '').states ?? [])
		.map(({ hash }) => hash);
}

function isUnit(value: unknown): value is ClusterUnit {
	return typeof value === 'object' && value !== null && 'options' in value;
}

async function failureOf(call: Promise<unknown>) {
	try {
		await call;
		return undefined;
	} catch (error) {
		if (isClusterError(error)) return error;
		throw error;
	}
}
