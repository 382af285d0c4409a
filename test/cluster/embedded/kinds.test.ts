// Units that are no services, and what units of one machine do to each other.

import { describe, expect, test } from 'vitest';
import { journalOf, launch, machineOf, restAfter, startWorld, statesOf, wish } from './support-world.ts';

describe('a unit of another kind comes to rest in the states of systemd', () => {
	test.each([
		['a.target', '[Unit]\nDescription=t\n', 'loaded active active'],
		['a.slice', '[Unit]\nDescription=s\n', 'loaded active active'],
		['mnt-x.mount', '[Mount]\nWhat=tmpfs\nWhere=/mnt/x\n', 'loaded active mounted'],
		['mnt-y.mount', '[Mount]\nWhat=tmpfs\nWhere=/mnt/x\n', 'bad-setting inactive dead'],
		['mnt-x.mount', '[Mount]\nWhere=/mnt/x\n', 'bad-setting inactive dead'],
		['srv-a\\x2db.mount', '[Mount]\nWhat=/dev/sdb\nWhere=/srv/a-b\n', 'loaded active mounted'],
		['a.automount', '[Automount]\nWhere=/a\n', 'loaded active waiting'],
		['a.timer', '[Timer]\nOnActiveSec=3600\n', 'loaded inactive dead'],
		['a.timer', '[Unit]\nDescription=t\n', 'bad-setting inactive dead'],
		['a.socket', '[Socket]\nListenStream=80\n', 'loaded inactive dead'],
		['a.socket', '[Unit]\nDescription=s\n', 'bad-setting inactive dead'],
		['a.path', '[Path]\nPathExists=/etc\n', 'loaded inactive dead'],
	])('%s', (name, text, states) => {
		expect(statesOf(launch(startWorld(), name, text), name)).toEqual([states]);
	});

	test.each([
		['a.socket', '[Socket]\nListenStream=80\n', 'loaded active listening'],
		['a.timer', '[Timer]\nOnCalendar=Mon *-*-* 3:00\n', 'loaded active waiting'],
		['a.path', '[Path]\nPathExists=/etc\n', 'loaded active waiting'],
	])('%s, where the service that it starts is loaded', (name, text, states) => {
		const world = launch(startWorld(1), 'a.service', '[Service]\nExecStart=/usr/sbin/nginx\n', 'loaded');
		expect(statesOf(launch(world, name, text), name)).toEqual([states]);
	});

	test('one that systemd no longer knows is never loaded', () => {
		expect(statesOf(launch(startWorld(), 'a.snapshot', '[Unit]\nDescription=s\n'), 'a.snapshot')).toEqual([]);
	});
});

describe('a timer', () => {
	test('starts its service when it elapses, and again', () => {
		const loaded = launch(
			startWorld(1),
			'job.service',
			'[Service]\nType=oneshot\nExecStart=/bin/echo done\n',
			'loaded',
		);
		const world = launch(loaded, 'job.timer', '[Timer]\nOnActiveSec=1min\nOnUnitActiveSec=10min\n');
		const runs = (after: number) =>
			journalOf(restAfter(world, after), 'job.service').filter((line) => line === 'echo: done');
		expect(runs(59_000)).toHaveLength(0);
		expect(runs(61_000)).toHaveLength(1);
		expect(runs(21 * 60_000 + 1000)).toHaveLength(3);
	});
});

describe('units of one machine', () => {
	const web = '[Service]\nExecStart=/usr/sbin/nginx\n';

	test('one that requires a unit that is not there does not start', () => {
		const text = '[Unit]\nRequires=db.service\n[Service]\nExecStart=/usr/sbin/nginx\n';
		const world = launch(startWorld(1), 'web.service', text);
		expect(statesOf(world, 'web.service')).toEqual(['loaded inactive dead']);
		expect(journalOf(world, 'web.service')).toEqual([
			'systemd: Failed to start web.service: unit db.service not found.',
		]);
	});

	test('one may require what every machine has', () => {
		const text = '[Unit]\nRequires=docker.service\nAfter=network-online.target\n[Service]\nExecStart=/usr/sbin/nginx\n';
		expect(statesOf(launch(startWorld(1), 'web.service', text), 'web.service')).toEqual(['loaded active running']);
	});

	test('one whose condition does not hold is skipped', () => {
		const text = '[Unit]\nConditionPathExists=/nope\n[Service]\nExecStart=/usr/sbin/nginx\n';
		const world = launch(startWorld(1), 'web.service', text);
		expect(statesOf(world, 'web.service')).toEqual(['loaded inactive dead']);
		expect(journalOf(world, 'web.service')[0]).toContain('ConditionPathExists=/nope');
	});

	test('one starts what it requires', () => {
		const loaded = launch(startWorld(1), 'db.service', web, 'loaded');
		const world = launch(loaded, 'web.service', `[Unit]\nRequires=db.service\n${web}`);
		expect(statesOf(world, 'db.service')).toEqual(['loaded active running']);
	});

	test.each(['BindsTo', 'PartOf', 'Requires'])('one with %s= stops with the other', (key) => {
		const base = launch(startWorld(1), 'db.service', web);
		const both = launch(base, 'web.service', `[Unit]\n${key}=db.service\n${web}`);
		expect(statesOf(wish(both, 'db.service', 'loaded'), 'web.service')).toEqual(['loaded inactive dead']);
	});

	test('only one with BindsTo= stops when the other ends by itself', () => {
		const base = launch(startWorld(1), 'db.service', '[Service]\nExecStart=/bin/sleep 60\n');
		const bound = launch(base, 'bound.service', `[Unit]\nBindsTo=db.service\n${web}`);
		const world = restAfter(launch(bound, 'free.service', `[Unit]\nRequires=db.service\n${web}`), 61_000);
		expect(statesOf(world, 'bound.service')).toEqual(['loaded inactive dead']);
		expect(statesOf(world, 'free.service')).toEqual(['loaded active running']);
	});

	test('are on different ones if they conflict', () => {
		const first = launch(startWorld(2), 'web@1.service', `[X-Fleet]\nConflicts=web@*.service\n${web}`);
		const world = launch(first, 'web@2.service', `[X-Fleet]\nConflicts=web@*.service\n${web}`);
		expect(machineOf(world, 'web@1.service')).not.toBe(machineOf(world, 'web@2.service'));
	});
});
