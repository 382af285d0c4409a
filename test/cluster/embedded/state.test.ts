// Saved states of practice clusters.

import { afterEach, describe, expect, test } from 'vitest';
import { loadState } from '../../../cluster/src/embedded/state.ts';
import { call, closeAll, put, service, startPractice } from './support.ts';

afterEach(closeAll);

test('a cluster goes on where it was saved, on the same machines', async () => {
	const first = await startPractice({ machines: 4 });
	await put(first, 'web@1.service', service('/bin/sleep infinity'), 'launched');
	await put(first, 'web@.service', service('/bin/sleep infinity'), 'inactive');
	await put(first, 'db.service', service('/bin/sleep infinity', { Restart: 'always' }), 'loaded');
	const [machine] = first.snapshot().machines;
	const operation = { op: 'add', path: `/${machine?.id}/metadata/rack`, value: { value: '7' } };
	await call(first, 'PATCH', '/fleet/v1/machines', { body: JSON.stringify([operation]) });
	const second = await startPractice({ state: first.save() });
	expect(second.snapshot()).toEqual(first.snapshot());
	expect(second.snapshot().machines[0]?.metadata).toMatchObject({ rack: '7' });
	expect(second.save()).toBe(first.save());
});

test('texts that no unit has are not saved', async () => {
	const cluster = await startPractice();
	await put(cluster, 'a.service', service('/bin/sleep infinity'), 'launched');
	await call(cluster, 'DELETE', '/fleet/v1/units/a.service');
	expect(JSON.parse(cluster.save())).toMatchObject({ units: [], texts: {} });
});

describe('a state that makes no sense is refused with the place of the fault', () => {
	test.each([
		['{', /^the saved state is no JSON: /],
		['[]', 'the saved state is no object'],
		['{"version":"2"}', 'the saved state.version is "2", not one of 1'],
		['{"version":"1","machines":[{}]}', 'the saved state.machines[0].id is missing'],
		[
			'{"version":"1","machines":[{"id":"a","metadata":{"role":1}}]}',
			'the saved state.machines[0].metadata.role is no text',
		],
		['{"version":"1","units":[{"name":"a.service"}]}', 'the saved state.units[0].hash is missing'],
		['{"version":"1","texts":[]}', 'the saved state.texts is no object'],
		[
			'{"version":"1","units":[{"name":"a.service","hash":"12","targetState":"loaded"}]}',
			'the saved state.texts has no text for the unit a.service',
		],
		['{"version":"1","machines":[{"id":"a"},{"id":"a"}]}', 'the saved state.machines has a twice'],
	])('%s', (text, fault) => {
		expect(() => loadState(text)).toThrow(fault);
	});
});
