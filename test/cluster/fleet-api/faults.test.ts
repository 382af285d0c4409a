// Answers that no fleet gives, or that come too late to matter: each is an error that says what it is, and none hangs.

import { describe, expect, test } from 'vitest';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import { patient, sleeper } from '../contract-support.ts';
import { answer, closedConnection, errorAnswer, fakeTransport } from '../fake-transport.ts';

const calls: readonly (readonly [name: string, call: (backend: ClusterBackend) => Promise<unknown>])[] = [
	['machines', (backend) => backend.machines(patient)],
	['units', (backend) => backend.units(patient)],
	['states', (backend) => backend.states(patient)],
	['one unit', (backend) => backend.unit('a.service', patient)],
	['submit', (backend) => backend.submit({ name: 'a.service', options: sleeper('a'), seen: anything }, patient)],
	['start', (backend) => backend.setDesiredState('a.service', 'launched', anything, patient)],
	['destroy', (backend) => backend.destroy('a.service', anything, patient)],
];

const anything = { kind: 'anything' } as const;

describe.each(calls)('%s', (_, call) => {
	test.each(['', 'null', '[]', '<html>', '{"units":', '"text"', '\0', '{"units":1,"states":1,"machines":1,"name":1}'])(
		'with the answer %j makes no sense',
		async (body) => {
			const transport = fakeTransport(() => ({ status: 200, headers: {}, body }));
			await expect(call(createFleetApi({ transport }))).rejects.toMatchObject({ kind: 'protocol' });
		},
	);

	test.each([
		[500, '', 'protocol'],
		[503, 'fleet server unable to communicate with etcd', 'unreachable'],
		[401, '', 'denied'],
		[301, '', 'protocol'],
	])('with status %i is an error', async (status, message, kind) => {
		const transport = fakeTransport(() => errorAnswer(status, message));
		await expect(call(createFleetApi({ transport }))).rejects.toMatchObject({ kind, details: { status } });
	});

	test('fails as the transport does before anything was written', async () => {
		for (const error of [closedConnection(), new ClusterError('timeout', 'no answer within 5 s', { sent: true })]) {
			const transport = fakeTransport(() => Promise.reject(error));
			await expect(call(createFleetApi({ transport }))).rejects.toBe(error);
		}
	});
});

test('what makes no sense is told with its place', async () => {
	const units = [{ name: 'a.service', options: [{ section: 'Unit', name: 'A', value: 1 }] }];
	const transport = fakeTransport(() => answer(200, { units }));
	await expect(createFleetApi({ transport }).units(patient)).rejects.toMatchObject({
		message: 'the list of units makes no sense: units[0].options[0].value is no text',
	});
});

test('an answer of 10 MB is read', async () => {
	const value = 'x'.repeat(1000);
	const options = Array.from({ length: 10 }, (_, at) => ({ section: 'Service', name: `A${at}`, value }));
	const units = Array.from({ length: 1000 }, (_, at) => ({
		name: `u${at}.service`,
		options,
		desiredState: 'launched',
	}));
	const transport = fakeTransport(() => answer(200, { units }));
	expect(await createFleetApi({ transport }).units(patient)).toHaveLength(1000);
});
