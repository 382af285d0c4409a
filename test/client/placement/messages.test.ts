// What panel and page say to each other comes through as it was, and nothing else does.

import { describe, expect, test } from 'vitest';
import { fromPageMessage, toPageMessage } from '../../../client/src/placement/messages.ts';
import { dropTrial, mostInstances, putTrial, type Trial } from '../../../client/src/placement/trials.ts';
import { machine, state, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const web = unit('web@1.service', '[Unit]\nDescription=x\n[X-Fleet]\nConflicts=web@*\n', 'launched', 'a1');
const cluster = mapOf({
	machines: [machine('a1', { role: 'web' }, '10.0.0.1'), machine('b2')],
	units: [web],
	states: [state(web, 'a1')],
});
const trials: readonly Trial[] = [
	{ kind: 'down', machineId: 'a1' },
	{ kind: 'metadata', machineId: 'a1', text: 'role=' },
	{ kind: 'instances', template: 'web@.service', count: 3 },
	{ kind: 'desired', unit: 'web@1.service', state: 'loaded' },
];

test('a cluster comes through, and of units only what decides where they go', () => {
	const message = { kind: 'cluster', cluster };
	expect(toPageMessage(JSON.parse(JSON.stringify(message)), 'it')).toEqual(message);
	expect(JSON.stringify(cluster)).not.toContain('Description');
});

test.each(trials)('a trial comes through, whichever it is: $kind', (trial) => {
	expect(fromPageMessage({ kind: 'do', trial }, 'it')).toEqual({ kind: 'do', trial });
	expect(toPageMessage({ kind: 'done', trial }, 'it')).toEqual({ kind: 'done', trial });
});

test.each([
	[{ kind: 'ready' }],
	[{ kind: 'connect' }],
	[{ kind: 'save', format: 'svg', data: '<svg/>' }],
	[{ kind: 'save', format: 'png', data: 'aGk=' }],
	[{ kind: 'fault', message: 'too large' }],
])('what a page asks comes through: %j', (message) => {
	expect(fromPageMessage(message, 'it')).toEqual(message);
});

describe('what makes no sense is refused with its place', () => {
	test.each([
		[undefined, 'it is no object'],
		[{ kind: 'rm' }, 'it.kind is "rm"'],
		[{ kind: 'save', format: 'exe', data: 'x' }, 'it.format is "exe"'],
		[{ kind: 'save', format: 'svg', data: '' }, 'it.data is missing'],
		[{ kind: 'do', trial: { kind: 'desired', unit: 'a.service', state: 'dead' } }, 'it.trial.state is "dead"'],
		[{ kind: 'do', trial: { kind: 'down' } }, 'it.trial.machineId is missing'],
	])('%j', (message, fault) => {
		expect(() => fromPageMessage(message, 'it')).toThrow(fault);
	});

	test('on the side of the page, too', () => {
		expect(() => toPageMessage({ kind: 'cluster', cluster: { ...cluster, release: '9' } }, 'it')).toThrow(
			'it.cluster.release is "9"',
		);
		const broken = { ...cluster, machines: [{ id: 'a', metadata: { role: 7 } }] };
		expect(() => toPageMessage({ kind: 'cluster', cluster: broken }, 'it')).toThrow(
			'it.cluster.machines[0].metadata.role is no text',
		);
	});
});

test('no more new instances are tried than one can look at', () => {
	const asked = { kind: 'do', trial: { kind: 'instances', template: 'web@.service', count: 1e9 } };
	expect(fromPageMessage(asked, 'it')).toMatchObject({ trial: { count: mostInstances } });
});

test('of two trials about the same, the later counts, in the place of the earlier', () => {
	// The list above begins with these two.
	const [down, metadata] = trials as readonly [Trial, Trial];
	const other: Trial = { kind: 'metadata', machineId: 'a1', text: 'role=db' };
	expect(putTrial(putTrial([metadata], down), other)).toEqual([other, down]);
	expect(dropTrial([down, metadata], other)).toEqual([down]);
});
