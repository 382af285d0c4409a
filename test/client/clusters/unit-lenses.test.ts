// What stands above [Unit], as a user reads it.

import { expect, test } from 'vitest';
import { type ClusterView, reasonKey } from '../../../client/src/cluster-view/view.ts';
import { lensesOf } from '../../../client/src/clusters/unit-lenses.ts';
import { idOf, machine, state, unit, viewOf } from '../../support/cluster-views.ts';

const machines = [machine('a1', {}, '10.0.0.1')];
const text = '[Service]\nExecStart=/bin/sleep 9\n';
const web = unit('web.service', text, 'launched', 'a1');
const running = { machines, units: [web], states: [state(web, 'a1')] };
const local = (name: string, hash: string) => new Map([[name, { path: `/w/${name}`, hash }]]);

test('a unit that runs says where, and can be stopped and listened to', () => {
	expect(show([viewOf(running)])).toBe('● active (running) on a1000000 (10.0.0.1) | stop | journal');
	expect(show([viewOf(running, { readOnly: true })])).toBe('● active (running) on a1000000 (10.0.0.1) | journal');
});

test('a file that was edited is compared and redeployed', () => {
	expect(show([viewOf(running, { localFiles: local('web.service', 'other') })])).toBe(
		'● active (running) on a1000000 (10.0.0.1) | stop | journal | edited: compare | redeploy',
	);
});

test('a unit that failed says why, and where to look', () => {
	const reasons = new Map([[reasonKey('web.service', idOf('a1')), 'exited with 1']]);
	const failed = { ...running, states: [state(web, 'a1', 'loaded failed failed')] };
	expect(show([viewOf(failed, { reasons })])).toBe(
		'✗ failed on a1000000 (10.0.0.1): exited with 1 | stop | journal | why?',
	);
});

test('a unit that no machine takes leads to the reasons', () => {
	const lost = unit('web.service', '[X-Fleet]\nMachineMetadata=role=db\n');
	expect(show([viewOf({ machines, units: [lost] })])).toBe('⚠ not scheduled | stop | why?');
});

test('with several clusters, each says its name, and those that do not know the unit say nothing', () => {
	const bank = viewOf({ machines }, { id: 'bank', name: 'bank' });
	expect(show([viewOf(running), bank], 'web.service', true)).toBe(
		'● active (running) on a1000000 (10.0.0.1) · test | stop | journal',
	);
});

test('a template tells of its instances, and of those that are behind its file', () => {
	const instances = ['web@1.service', 'web@2.service'].map((name) => unit(name, text, 'launched', 'a1'));
	const snapshot = { machines, units: instances, states: [state(instances[0] ?? web, 'a1')] };
	expect(show([viewOf(snapshot, { localFiles: local('web@.service', 'other') })], 'web@.service')).toBe(
		'◇ 2 instances, 1 running | new instance | journal | edited: roll out to 2 instances',
	);
});

test('a unit for fleet that no cluster has can be started, after a look at where it would land', () => {
	expect(show([viewOf({ machines })], 'new.service', true)).toBe('○ not on test | start | where would it land?');
	expect(show([viewOf({ machines }, { readOnly: true })], 'new.service', true)).toBe(
		'○ not on test | where would it land?',
	);
	expect(show([viewOf({ machines })], 'new@.service', true)).toBe('○ not on test | new instance');
});

test('other unit files, and those without a connected cluster, have nothing above them', () => {
	expect(show([viewOf({ machines })], 'ssh.service')).toBe('');
	const { snapshot: _none, ...unread } = viewOf({});
	expect(show([unread], 'new.service', true)).toBe('');
});

function show(views: readonly ClusterView[], name = 'web.service', isForFleet = false): string {
	return lensesOf(views, name, isForFleet)
		.map(({ title }) => title)
		.join(' | ');
}
