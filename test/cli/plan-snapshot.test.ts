// Snapshots of clusters: fleet's API leaves out what is empty, and what is malformed is said with its place.

import { expect, test } from 'vitest';
import { readSnapshot } from '../../cli/src/plan-snapshot.ts';

test('what the API leaves out is empty, and a unit without a desired state counts as wanted', () => {
	const snapshot = { machines: [{ id: 'm1' }], units: [{ name: 'a.service', options: [{ section: 'X', name: 'Y' }] }] };
	expect(readSnapshot(JSON.stringify(snapshot))).toEqual({
		machines: [{ id: 'm1', metadata: {} }],
		units: [
			{
				name: 'a.service',
				options: [{ section: 'X', name: 'Y', value: '' }],
				desiredState: 'loaded',
				machineId: undefined,
			},
		],
	});
	expect(readSnapshot('{"machines":null}')).toEqual({ machines: [], units: [] });
});

test('a byte order mark does no harm', () => {
	expect(readSnapshot('\ufeff{"units":[]}')).toEqual({ machines: [], units: [] });
});

test.each([
	['{', 'it is no JSON: '],
	['[]', 'it is no object'],
	['{}', 'it has none of machines, units, states'],
	['{"machines":{}}', 'machines is no list'],
	['{"states":[1]}', 'states[0] is no object'],
	['{"machines":[{"id":""}]}', 'machines[0].id is missing'],
	['{"machines":[{"id":"m1"},{"id":"m1"}]}', 'machines has `m1` twice'],
	['{"machines":[{"id":"m1","metadata":{"a":1}}]}', 'machines[0].metadata.a is no text'],
	['{"units":[{}]}', 'units[0].name is missing'],
	['{"units":[{"name":"a.service"},{"name":"a.service"}]}', 'units has `a.service` twice'],
	['{"units":[{"name":"a.service","options":[null]}]}', 'units[0].options[0] is no object'],
	[
		'{"units":[{"name":"a.service","desiredState":"started"}]}',
		'units[0].desiredState is "started"; fleet knows inactive',
	],
])('%s is refused', (text, message) => {
	expect(() => readSnapshot(text)).toThrow(message);
});
