// What services do on a machine of the practice cluster: the states that systemd reports, and the journal.

import { describe, expect, test } from 'vitest';
import { destroy, journalOf, launch, restAfter, startWorld, statesOf, wish } from './support-world.ts';

describe('a service comes to rest in the states of systemd', () => {
	test.each([
		['that runs on', 'ExecStart=/bin/sleep infinity', 'loaded active running'],
		['whose program is a daemon', 'ExecStart=/usr/sbin/nginx', 'loaded active running'],
		['that ends at once', 'ExecStart=/bin/true', 'loaded inactive dead'],
		['that ends at once and remains', 'RemainAfterExit=yes\nExecStart=/bin/true', 'loaded active exited'],
		['that fails', 'ExecStart=/bin/false', 'loaded failed failed'],
		['whose program is not there', 'ExecStart=/no/such/binary', 'loaded failed failed'],
		['whose program is searched for', 'ExecStart=sleep 5', 'loaded active running'],
		['without a program', 'Foo=bar', 'bad-setting inactive dead'],
		['with two programs', 'ExecStart=/bin/true\nExecStart=/bin/true', 'bad-setting inactive dead'],
		['whose program is a relative path', 'ExecStart=./run', 'bad-setting inactive dead'],
		['of one shot', 'Type=oneshot\nExecStart=/bin/true\nExecStart=/bin/echo 2', 'loaded inactive dead'],
		['of one shot that remains', 'Type=oneshot\nRemainAfterExit=yes\nExecStart=/bin/true', 'loaded active exited'],
		[
			'of one shot that is always restarted',
			'Type=oneshot\nRestart=always\nExecStart=/bin/true',
			'bad-setting inactive dead',
		],
		['of one shot that fails', 'Type=oneshot\nExecStart=/bin/false', 'loaded failed failed'],
		['that only has a command to stop', 'ExecStop=/bin/true', 'bad-setting inactive dead'],
		['of one shot that never ends', 'Type=oneshot\nExecStart=/bin/sleep infinity', 'loaded activating start'],
		['that forks', 'Type=forking\nExecStart=/usr/sbin/sshd', 'loaded active running'],
		['that says when it is ready', 'Type=notify\nExecStart=/usr/sbin/nginx', 'loaded active running'],
		['that never says it is ready', 'Type=notify\nExecStart=/bin/sleep infinity', 'loaded failed failed'],
		['with a slow preparation', 'ExecStartPre=/bin/sleep 4\nExecStart=/bin/sleep infinity', 'loaded active running'],
		['with a failing preparation', 'ExecStartPre=/bin/false\nExecStart=/bin/sleep 9', 'loaded failed failed'],
		['whose preparation may fail', 'ExecStartPre=-/bin/false\nExecStart=/bin/sleep 9', 'loaded active running'],
		[
			'with a preparation that takes too long',
			'TimeoutStartSec=2\nExecStartPre=/bin/sleep 9\nExecStart=/bin/true',
			'loaded failed failed',
		],
		[
			'that removes a container that is not there',
			'ExecStartPre=/usr/bin/docker rm -f web\nExecStart=/usr/bin/docker run --name web nginx',
			'loaded failed failed',
		],
		[
			'that runs a container',
			'ExecStartPre=-/usr/bin/docker rm -f web\nExecStart=/usr/bin/docker run --rm --name web nginx',
			'loaded active running',
		],
		['that detaches its container', 'ExecStart=/usr/bin/docker run -d --name web nginx', 'loaded inactive dead'],
		[
			'with a command after its start',
			'ExecStart=/usr/sbin/nginx\nExecStartPost=/bin/sleep 1',
			'loaded active running',
		],
		[
			'with a failing command after its start',
			'ExecStart=/usr/sbin/nginx\nExecStartPost=/bin/false',
			'loaded failed failed',
		],
		['that runs a command in a container', 'ExecStart=/usr/bin/docker run --rm busybox false', 'loaded failed failed'],
	])('one %s', (_, text, states) => {
		expect(statesOf(launch(startWorld(), 'a.service', `[Service]\n${text}\n`), 'a.service')).toEqual([states]);
	});

	test('one that is restarted too often fails', () => {
		const text = '[Service]\nRestart=always\nRestartSec=1\nExecStart=/bin/false\n';
		const world = launch(startWorld(), 'a.service', text);
		expect(statesOf(world, 'a.service')).toEqual(['loaded failed failed']);
		expect(journalOf(world, 'a.service').slice(-3)).toEqual([
			'systemd: a.service: Start request repeated too quickly.',
			"systemd: a.service: Failed with result 'start-limit-hit'.",
			'systemd: Failed to start a.service.',
		]);
	});

	test('one that is restarted slowly goes on for ever', () => {
		const text = '[Service]\nRestart=on-failure\nRestartSec=20\nExecStart=/bin/false\n';
		const world = launch(startWorld(), 'a.service', text);
		expect(statesOf(world, 'a.service')).toEqual(['loaded activating auto-restart']);
		expect(statesOf(restAfter(world, 600_000), 'a.service')).toEqual(['loaded activating auto-restart']);
	});

	test.each([
		['always', 'true'],
		['on-success', 'true'],
		['always', 'false'],
		['on-failure', 'false'],
	])('Restart=%s restarts after /bin/%s', (policy, program) => {
		const text = `[Service]\nRestart=${policy}\nRestartSec=30\nExecStart=/bin/${program}\n`;
		expect(statesOf(launch(startWorld(), 'a.service', text), 'a.service')).toEqual(['loaded activating auto-restart']);
	});

	test.each([
		['no', 'true', 'loaded inactive dead'],
		['on-success', 'false', 'loaded failed failed'],
		['on-failure', 'true', 'loaded inactive dead'],
		['on-abnormal', 'false', 'loaded failed failed'],
	])('Restart=%s does not restart after /bin/%s', (policy, program, states) => {
		const text = `[Service]\nRestart=${policy}\nRestartSec=30\nExecStart=/bin/${program}\n`;
		expect(statesOf(launch(startWorld(), 'a.service', text), 'a.service')).toEqual([states]);
	});

	test('one that runs for a while ends in its own time', () => {
		const world = launch(startWorld(), 'a.service', '[Service]\nExecStart=/bin/sleep 2min 30s\n');
		expect(statesOf(restAfter(world, 140_000), 'a.service')).toEqual(['loaded active running']);
		expect(statesOf(restAfter(world, 151_000), 'a.service')).toEqual(['loaded inactive dead']);
	});
});

describe('a service that is stopped', () => {
	test('ends, and can be started again', () => {
		const up = launch(startWorld(), 'a.service', '[Service]\nExecStart=/bin/sleep infinity\n');
		const down = wish(up, 'a.service', 'loaded');
		expect(statesOf(down, 'a.service')).toEqual(['loaded inactive dead']);
		expect(statesOf(wish(down, 'a.service', 'launched'), 'a.service')).toEqual(['loaded active running']);
	});

	test('that does not hear SIGTERM is killed when the time is over', () => {
		const script = `/bin/sh -c 'trap "" TERM; while :; do sleep 1; done'`;
		const up = launch(startWorld(), 'a.service', `[Service]\nTimeoutStopSec=9\nExecStart=${script}\n`);
		const down = wish(up, 'a.service', 'loaded');
		expect(statesOf(down, 'a.service')).toEqual(['loaded failed failed']);
		expect(down.now - up.now).toBe(9000);
		expect(journalOf(down, 'a.service')).toContain("systemd: a.service: State 'stop-sigterm' timed out. Killing.");
	});

	test('has its stop commands run', () => {
		const text = '[Service]\nExecStart=/bin/sleep infinity\nExecStop=/bin/echo bye\nExecStopPost=/bin/echo gone\n';
		const world = wish(launch(startWorld(), 'a.service', text), 'a.service', 'loaded');
		expect(journalOf(world, 'a.service')).toEqual([
			'systemd: Started a.service.',
			'systemd: Stopping a.service...',
			'echo: bye',
			'echo: gone',
			'systemd: a.service: Deactivated successfully.',
			'systemd: Stopped a.service.',
		]);
	});

	test('leaves nothing behind when it is destroyed', () => {
		const up = launch(startWorld(), 'a.service', '[Service]\nExecStart=/bin/sleep infinity\n');
		const gone = destroy(up, 'a.service');
		expect(statesOf(gone, 'a.service')).toEqual([]);
		expect([...gone.hosts.values()].flatMap(({ systemd }) => [...systemd.units.keys()])).toEqual([]);
	});
});
