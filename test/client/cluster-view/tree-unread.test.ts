// The cluster tree of clusters that cannot be read, or not any more, and of those that no setting makes.

import { expect, test } from 'vitest';
import { treeOf } from '../../../client/src/cluster-view/tree.ts';
import { ageText } from '../../../client/src/cluster-view/words.ts';
import { viewOf } from '../../support/cluster-views.ts';
import { machines, show } from './shop.ts';

test('a cluster tells where it is reached from, and how old is what it shows', () => {
	const [cluster] = treeOf([viewOf({}, { host: 'core-1 (SSH)', age: 61_000 })], { groupBy: 'none', filter: '' });
	expect(cluster?.description).toBe('0 machines, 0 units · read 1 min ago · unix:///run/fleet.sock');
	expect(cluster?.tooltip).toContain('Reached from core\\-1 \\(SSH\\): ssh, its keys and sockets are those there');
	const [named] = treeOf([viewOf({}, { origin: 'environment' })], { groupBy: 'none', filter: '' });
	expect(named?.tooltip).toContain('Named by FLEETCTL\\_\\* in the environment');
	expect([0, 59_999, 3_600_000, 172_800_000].map(ageText)).toEqual([
		'read just now',
		'read just now',
		'read 1 h ago',
		'read 2 days ago',
	]);
});

test('what was read stays when the cluster is lost, below the reason', () => {
	const failure = { kind: 'timeout', message: 'no answer within 5 s', advice: 'check the network' };
	const view = viewOf({ machines: machines.slice(0, 1) }, { connection: { kind: 'lost', failure }, age: 5_400_000 });
	expect(show(view)).toMatchInlineSnapshot(`
		"
		test  connection lost · 1 machine, 0 units · read 1 h ago · unix:///run/fleet.sock
		  no answer in time  no answer within 5 s
		  Retry
		  Show log
		  Machines  1
		    a1000000  10.0.0.1 · 0 units · region=eu, role=web
		  No units yet  right-click a unit file to submit or start it
		"
	`);
});

test('a cluster that could never be read says why, and offers to try again', () => {
	const failure = { kind: 'denied', message: 'ssh: Permission denied (publickey)' };
	const more = { connection: { kind: 'failed', failure }, login: ['ssh', '-p', '2222', '--', 'core-1'] } as const;
	const { snapshot: _none, ...unread } = viewOf({}, more);
	expect(show(unread)).toMatchInlineSnapshot(`
		"
		test  cannot be reached · unix:///run/fleet.sock
		  access denied  Permission denied (publickey) · ssh
		  Retry
		  Log in by hand  ssh -p 2222 -- core-1
		  Show log
		"
	`);
});

test('the key that an untrusted host has shown stands in a row of its own', () => {
	const sent = 'logging in to core-1: the host key of core-1 is not known; it sent ssh-ed25519 SHA256:abc/Def+123=';
	const failure = { kind: 'host-key', message: sent };
	const { snapshot: _none, ...unread } = viewOf({}, { connection: { kind: 'failed', failure } });
	expect(show(unread)).toMatchInlineSnapshot(`
		"
		test  cannot be reached · unix:///run/fleet.sock
		  host key not trusted  the host key of core-1 is not known; it sent ssh-ed25519 SHA256:abc/Def+123= · logging in to core-1
		  SHA256:abc/Def+123=  is what the host has shown
		  Retry
		  Show log
		"
	`);
});

test('a setting that makes no cluster is told above the clusters', () => {
	const [fault, cluster] = treeOf([viewOf({})], { groupBy: 'none', filter: '' }, ['clusters[1].name is missing']);
	expect(`${fault?.label} ${fault?.description}`).toBe('settings clusters[1].name is missing');
	expect(cluster?.label).toBe('test');
});
