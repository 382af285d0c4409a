// Lists that come in pages: joined, in order, and steady while the list shifts under the reader's hands.

import { describe, expect, test } from 'vitest';
import { createFleetApi } from '../../../cluster/src/fleet-api/backend.ts';
import type { HttpRequest } from '../../../cluster/src/transport/transport.ts';
import { patient } from '../contract-support.ts';
import { answer, fakeTransport } from '../fake-transport.ts';

describe('pages', () => {
	test('are joined, in order', async () => {
		const { backend, transport } = pagedMachines([['m3', 'm1'], ['m2'], ['m5', 'm4']]);
		expect((await backend.machines(patient)).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3', 'm4', 'm5']);
		expect(transport.requests.map(({ path }) => path)).toEqual([
			'/fleet/v1/machines',
			'/fleet/v1/machines?nextPageToken=1',
			'/fleet/v1/machines?nextPageToken=2',
		]);
	});

	test('may end in an empty one', async () => {
		const { backend } = pagedMachines([['m1', 'm2'], []]);
		expect(await backend.machines(patient)).toHaveLength(2);
	});

	test('that tell something twice tell it once', async () => {
		const { backend } = pagedMachines([['m1', 'm2'], ['m2', 'm3'], ['m3']]);
		expect((await backend.machines(patient)).map(({ id }) => id)).toEqual(['m1', 'm2', 'm3']);
	});

	test.each([
		['back to themselves', () => 'again'],
		['on for ever', (asked: number) => `token${asked}`],
	])('that lead %s are an error', async (_, token) => {
		let asked = 0;
		const transport = fakeTransport(() => answer(200, { machines: [{ id: 'm1' }], nextPageToken: token(asked++) }));
		const reading = createFleetApi({ transport }).machines(patient);
		await expect(reading).rejects.toMatchObject({ kind: 'protocol', message: expect.stringContaining('does not end') });
	});

	test('repeat the filter of states', async () => {
		const transport = fakeTransport(({ path }) => {
			const state = { name: 'a@1.service', machineID: path.includes('Token') ? 'm2' : 'm1' };
			return answer(200, { states: [state], ...(!path.includes('Token') && { nextPageToken: 'ZAACAA==' }) });
		});
		const states = await createFleetApi({ transport }).states(patient, 'a@1.service');
		expect(states.map(({ machineId }) => machineId)).toEqual(['m1', 'm2']);
		expect(transport.requests.map(({ path }) => path)).toEqual([
			'/fleet/v1/state?unitName=a%401.service',
			'/fleet/v1/state?unitName=a%401.service&nextPageToken=ZAACAA%3D%3D',
		]);
	});
});

describe('what is missing from a list of several pages', () => {
	test('is looked for once more, since it may have slipped between two pages', async () => {
		// `m1` goes while the list is read, so that `m3` moves to the page that was read already.
		const lists = [
			[
				['m1', 'm2'],
				['m3', 'm4'],
			],
			[['m1', 'm2'], ['m4']],
			[['m2', 'm3'], ['m4']],
			[['m2', 'm3'], ['m4']],
		];
		const { backend } = changingMachines(lists);
		expect(await backend.machines(patient)).toHaveLength(4);
		expect((await backend.machines(patient)).map(({ id }) => id)).toContain('m3');
		expect((await backend.machines(patient)).map(({ id }) => id)).toEqual(['m2', 'm3', 'm4']);
	});

	test('is gone when the second look does not find it either', async () => {
		const { backend } = changingMachines([
			[['m1'], ['m2']],
			[['m1'], []],
			[['m1'], []],
		]);
		await backend.machines(patient);
		expect((await backend.machines(patient)).map(({ id }) => id)).toEqual(['m1']);
	});

	test('is gone at once where the list has one page', async () => {
		const { backend, transport } = changingMachines([[['m1', 'm2']], [['m1']]]);
		await backend.machines(patient);
		expect(await backend.machines(patient)).toHaveLength(1);
		expect(transport.requests).toHaveLength(2);
	});
});

type Pages = readonly (readonly string[])[];

function pagedMachines(pages: Pages) {
	return changingMachines([pages]);
}

/** A server whose list is another each time that its first page is asked for; the last one stays. */
function changingMachines(lists: readonly Pages[]) {
	let current: Pages = [];
	const left = [...lists];
	const transport = fakeTransport(({ path }) => {
		const number = pageNumber(path);
		if (number === 0) current = left.shift() ?? current;
		const machines = current[number]?.map((id) => ({ id }));
		return answer(200, { machines, ...(number + 1 < current.length && { nextPageToken: String(number + 1) }) });
	});
	return { backend: createFleetApi({ transport }), transport };
}

function pageNumber(path: HttpRequest['path']): number {
	return Number(new URL(path, 'http://fleet').searchParams.get('nextPageToken') ?? 0);
}
