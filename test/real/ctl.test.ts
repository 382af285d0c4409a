// The command line over real programs: a real etcd with a recorded registry, and a real sshd in front of a cluster.
import { chmodSync, mkdirSync, writeFileSync } from 'node:fs';
import { userInfo } from 'node:os';
import path from 'node:path';
import { describe, expect, onTestFinished, test } from 'vitest';
import { startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import { readDump } from '../cluster/etcd/dumps.ts';
import { runCli } from '../support/cli.ts';
import { seedEtcd, startEtcd } from '../support/etcd.ts';
import { createSshLab } from '../support/sshd.ts';

const recordedPrefix = '/_coreos.com/fleet';

describe('with the etcd driver', () => {
	test('a poisoned unit is seen, mended on demand, and well again', async () => {
		const etcd = await startEtcd();
		onTestFinished(() => etcd.stop());
		await seedEtcd(etcd, readDump('poisoned'), [recordedPrefix, recordedPrefix]);
		const ctl = (...argv: readonly string[]) => runCli(['ctl', '--driver', 'etcd', '--endpoint', etcd.url, ...argv]);
		expect((await ctl('list-machines', '--fields', 'machine,version')).stdout).toMatch(/^08bb6dd0\.\.\.\tv1\.0\.0/m);
		const looked = await ctl('doctor', '--confirm-after', '0', '--only', 'ghost-unit');
		expect(looked.stdout).toMatch(/^error: poison\.service is poisoned: unknown desired state /);
		expect(looked.stdout).toContain('  --repair would set the desired state of poison.service to inactive\n');
		const repaired = await ctl('doctor', '--confirm-after', '0', '--only', 'ghost-unit', '--repair');
		expect(repaired).toMatchObject({ code: 0, stderr: 'done: set the desired state of poison.service to inactive\n' });
		expect((await ctl('list-unit-files', '--no-legend', 'poison')).stdout).toMatch(/^poison\.service\t\w+\tinactive\t/);
		expect(await ctl('doctor', '--confirm-after', '0', '--only', 'ghost-unit')).toMatchObject({ code: 0 });
	});

	test('units can be submitted and destroyed without any fleet', async () => {
		const etcd = await startEtcd();
		onTestFinished(() => etcd.stop());
		const environment = { FLEETCTL_DRIVER: 'etcd', FLEETCTL_ENDPOINT: etcd.url, FLEETCTL_ETCD_KEY_PREFIX: '/mine' };
		const lab = createSshLab();
		onTestFinished(() => lab.dispose());
		writeFileSync(path.join(lab.folder, 'web.service'), '[Service]\nExecStart=/bin/web\n');
		const ctl = (...argv: readonly string[]) => runCli(['ctl', ...argv], { cwd: lab.folder, env: environment });
		expect(await ctl('submit', 'web')).toMatchObject({ code: 0, stdout: 'Unit web.service inactive\n' });
		expect((await ctl('cat', 'web')).stdout).toBe('[Service]\nExecStart=/bin/web\n');
		expect(await ctl('destroy', 'web')).toMatchObject({ code: 0, stdout: 'Destroyed web.service\n' });
	});
});

describe('through a tunnel', () => {
	test('a cluster is driven as from near by', async () => {
		const { ctl, folder } = await behindSshd();
		writeFileSync(path.join(folder, 'web.service'), '[Service]\nExecStart=/bin/sleep infinity\n');
		expect((await ctl('start', 'web')).stdout).toMatch(/^Unit web\.service launched on /);
		expect((await ctl('list-units', '--no-legend')).stdout).toMatch(/^web\.service\t.*\tactive\trunning\n$/);
		expect((await ctl('destroy', 'web')).stdout).toBe('Destroyed web.service\n');
	});

	test('a host that is not the known one ends it', async () => {
		const { ctl } = await behindSshd('another');
		const { code, stdout, stderr } = await ctl('list-machines');
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
		expect(stderr).toMatch(/^fleet-units: /);
	});
});

/** A cluster behind an sshd. The person's ssh config is one of the test's own, by way of an `ssh` that is found first. */
async function behindSshd(hostKey?: string) {
	const lab = createSshLab();
	onTestFinished(() => lab.dispose());
	const socket = path.join(lab.folder, 'fleet.sock');
	const cluster = await startEmbeddedCluster({ listen: [`unix:${socket}`] });
	onTestFinished(() => cluster.close());
	const sshd = await lab.sshd();
	const known = hostKey === undefined ? {} : { hostKey: lab.key(hostKey) };
	const config = lab.config({ alias: 'tunnel', sshd, ...known });
	const programs = path.join(lab.folder, 'programs');
	mkdirSync(programs);
	writeFileSync(path.join(programs, 'ssh'), `#!/bin/sh\nexec /usr/bin/ssh -F '${config}' "$@"\n`);
	chmodSync(path.join(programs, 'ssh'), 0o755);
	const before = process.env['PATH'];
	process.env['PATH'] = `${programs}:${before}`;
	onTestFinished(() => {
		process.env['PATH'] = before;
	});
	const env = { FLEETCTL_TUNNEL: `${userInfo().username}@tunnel`, FLEETCTL_ENDPOINT: `unix://${socket}` };
	const ctl = (...argv: readonly string[]) => runCli(['ctl', ...argv], { cwd: lab.folder, env });
	return { ctl, folder: lab.folder };
}
