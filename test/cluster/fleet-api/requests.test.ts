// What is sent to fleet, to the letter, and what is made of its answers.

import { describe, expect, test } from 'vitest';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import type { DesiredState } from '../../../cluster/src/model.ts';
import type { HttpRequest, HttpResponse } from '../../../cluster/src/transport/transport.ts';
import { patient, sleeper } from '../contract-support.ts';
import { answer, errorAnswer, type FakeTransport, fakeTransport } from '../fake-transport.ts';

const anything = { kind: 'anything' } as const;

describe('writes', () => {
	test('a new unit is sent with its text and desired state, after a look', async () => {
		const { backend, transport } = serverWith(undefined);
		const submission = {
			name: 'web@1.service',
			options: sleeper('a'),
			desiredState: 'launched',
			seen: anything,
		} as const;
		expect(await backend.submit(submission, patient)).toEqual({ kind: 'created' });
		expect(sent(transport)).toEqual([
			'GET /fleet/v1/units/web%401.service',
			`PUT /fleet/v1/units/web%401.service ${JSON.stringify({ name: 'web@1.service', options: sleeper('a'), desiredState: 'launched' })}`,
		]);
		expect(transport.requests[1]?.headers).toMatchObject({ 'content-type': 'application/json' });
	});

	test('a unit that is replaced keeps its desired state, which is named', async () => {
		const { backend, transport } = serverWith('launched');
		const submission = { name: 'web.service', options: sleeper('b'), seen: anything };
		expect(await backend.submit(submission, patient)).toEqual({ kind: 'replaced' });
		expect(JSON.parse(transport.requests[1]?.body ?? '')).toMatchObject({ desiredState: 'launched' });
	});

	test('a change of the desired state sends no text', async () => {
		const { backend, transport } = serverWith('inactive');
		expect(await backend.setDesiredState('web.service', 'loaded', anything, patient)).toEqual({ kind: 'changed' });
		expect(sent(transport)[1]).toBe('PUT /fleet/v1/units/web.service {"name":"web.service","desiredState":"loaded"}');
	});

	test('what is so already is not sent', async () => {
		const { backend, transport } = serverWith('loaded');
		await backend.setDesiredState('web.service', 'loaded', anything, patient);
		await backend.submit({ name: 'web.service', options: sleeper('a'), seen: anything }, patient);
		expect(transport.requests.map(({ method }) => method)).toEqual(['GET', 'GET']);
	});

	test('a unit is destroyed by its name', async () => {
		const { backend, transport } = serverWith('loaded');
		expect(await backend.destroy('a\\x20b@1.service', anything, patient)).toEqual({ kind: 'destroyed' });
		expect(sent(transport)[1]).toBe('DELETE /fleet/v1/units/a%5Cx20b%401.service');
	});

	test.each([
		[400, 'Global cannot be used with Conflicts', 'refused'],
		[409, 'unit does not exist and options field empty', 'conflict'],
		[403, '', 'denied'],
		[502, '', 'unreachable'],
		[418, '', 'protocol'],
	] as const)('a refusal with %i says so', async (status, message, kind) => {
		const { backend } = serverWith('loaded', () => errorAnswer(status, message));
		const change = backend.setDesiredState('web.service', 'launched', anything, patient);
		await expect(change).rejects.toMatchObject({ kind, message: expect.stringContaining(message) });
	});

	test('a text is not replaced where fleet is too old for that', async () => {
		for (const server of ['fleetd/v0.12.0', '']) {
			const { backend, transport } = serverWith('launched', () => answer(204), server);
			const change = backend.submit({ name: 'web.service', options: sleeper('b'), seen: anything }, patient);
			await expect(change).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('v0.13.0') });
			// Where the version is known, nothing was sent.
			expect(transport.requests).toHaveLength(server === '' ? 2 : 1);
		}
	});
});

describe('metadata', () => {
	test('has the form that fleet really takes', async () => {
		const transport = fakeTransport(({ method }) => (method === 'GET' ? machines({ role: 'db' }) : answer(204)));
		await createFleetApi({ transport }).setMetadata('m1', { role: 'web', disk: undefined }, patient);
		expect(sent(transport)[1]).toBe(
			'PATCH /fleet/v1/machines [{"op":"add","path":"/m1/metadata/role","value":{"value":"web"}},{"op":"remove","path":"/m1/metadata/disk"}]',
		);
	});

	test('is refused where fleet is too old for it', async () => {
		const transport = fakeTransport(({ method }) => (method === 'GET' ? machines({}) : errorAnswer(405)));
		const change = createFleetApi({ transport }).setMetadata('m1', { role: 'web' }, patient);
		await expect(change).rejects.toMatchObject({ kind: 'refused', message: expect.stringContaining('v1.0.0') });
	});

	test.each([
		['set all the same', { role: 'web' }, undefined],
		['not seen afterwards', { role: 'db' }, 'unknown'],
	] as const)('whose answer was lost and that is %s is told for what it is', async (_, after, kind) => {
		const transport = fakeTransport(({ method }) => (method === 'GET' ? machines(after) : errorAnswer(500)));
		const change = createFleetApi({ transport }).setMetadata('m1', { role: 'web' }, patient);
		if (kind === undefined) await expect(change).resolves.toBeUndefined();
		else await expect(change).rejects.toMatchObject({ kind, details: { advice: expect.any(String) } });
	});
});

describe('the server', () => {
	test.each([
		['fleetd/v1.0.0-15-g45224983', 'v1.0.0-15-g45224983'],
		['nginx', undefined],
	])('that calls itself %s is of the version %s', async (server, version) => {
		const transport = fakeTransport(() => ({ status: 200, headers: { server }, body: '{}' }));
		expect(await createFleetApi({ transport }).version(patient)).toBe(version);
	});

	test('tells its version with any answer, so that it is not asked again', async () => {
		const transport = fakeTransport(() => answer(200, {}));
		const backend = createFleetApi({ transport });
		await backend.units(patient);
		expect(await backend.version(patient)).toBe('v1.0.0');
		expect(transport.requests).toHaveLength(1);
	});

	test('that is old has the API at /v1-alpha, which is found once', async () => {
		const transport = fakeTransport(({ path }) => (path.startsWith('/v1-alpha') ? answer(200, {}) : errorAnswer(404)));
		const backend = createFleetApi({ transport });
		await backend.machines(patient);
		await backend.units(patient);
		const paths = transport.requests.map(({ path }) => path);
		expect(paths).toEqual(['/fleet/v1/machines', '/v1-alpha/machines', '/v1-alpha/units']);
	});

	test('that has no fleet API is told so', async () => {
		const transport = fakeTransport(() => ({ status: 404, headers: {}, body: '404 page not found' }));
		const reading = createFleetApi({ transport }).machines(patient);
		await expect(reading).rejects.toMatchObject({ kind: 'protocol', message: 'there is no fleet API at fake' });
	});
});

test('a name that no unit can have is not asked for', async () => {
	const transport = fakeTransport(() => answer(200, {}));
	const backend = createFleetApi({ transport });
	for (const name of ['', 'a/b.service', '../machines', 'a\ud800.service', 'x']) {
		expect(await backend.unit(name, patient)).toBeUndefined();
	}
	expect(transport.requests).toEqual([]);
});

interface Server {
	readonly backend: ClusterBackend;
	readonly transport: FakeTransport;
}

/** A server that has the unit in question in a desired state, or has it not, and answers writes as fleet does. */
function serverWith(
	desiredState: DesiredState | undefined,
	onWrite: (request: HttpRequest) => HttpResponse = writeAnswer,
	server = 'fleetd/v1.0.0',
): Server {
	const transport = fakeTransport((request) => {
		const name = decodeURIComponent(request.path.replace('/fleet/v1/units/', ''));
		const unit = { name, options: sleeper('a'), desiredState };
		const read = () => (desiredState === undefined ? errorAnswer(404, 'unit does not exist') : answer(200, unit));
		return { ...(request.method === 'GET' ? read() : onWrite(request)), headers: { server } };
	});
	return { backend: createFleetApi({ transport }), transport };
}

function writeAnswer({ method, body = '' }: HttpRequest): HttpResponse {
	return answer(method === 'PUT' && body.includes('"options"') ? 201 : 204);
}

function machines(metadata: Readonly<Record<string, string>>): HttpResponse {
	return answer(200, { machines: [{ id: 'm1', metadata }] });
}

function sent({ requests }: FakeTransport): readonly string[] {
	return requests.map(({ method, path, body }) => [method, path, body ?? []].flat().join(' '));
}
