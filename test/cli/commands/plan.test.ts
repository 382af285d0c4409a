// `fleet-units plan`: where units land, or why nowhere; bad input is one line.
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';

const web = '[Service]\nExecStart=/bin/web\n[X-Fleet]\nMachineMetadata="role=web"\nConflicts=web@*.service\n';
const files = { 'web@.service': web, 'agent.service': '[Service]\nExecStart=/bin/a\n[X-Fleet]\nGlobal=true\n' };
const three = ['--machines', 'm1:10.0.0.1:role=web', '--machines', 'm2:10.0.0.2:role=web', '--machines', 'm3::role=db'];

describe('plan', () => {
	test('places instances of a template apart, and globals everywhere', async () => {
		const cwd = folderWith(files);
		const argv = ['plan', ...three, 'web@1.service', 'web@2.service', 'agent.service'];
		const { code, stdout, stderr } = await runCli(argv, { cwd });
		expect(stdout).toMatchInlineSnapshot(`
			"web@1.service → m1/10.0.0.1 (or m2/10.0.0.2: depends on the order in which fleet takes units)
			web@2.service → m2/10.0.0.2 (or m1/10.0.0.1: depends on the order in which fleet takes units)
			agent.service → m1/10.0.0.1, m2/10.0.0.2, m3 (global)

			3 of 3 units placed on 3 machines
			"
		`);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('says why a unit lands nowhere, machine by machine, and that the order decides', async () => {
		const { code, stdout } = await runCli(['plan', ...three, 'web@1.service', 'web@2.service', 'web@3.service'], {
			cwd: folderWith(files),
		});
		expect(stdout).toMatchInlineSnapshot(`
			"web@1.service → m1/10.0.0.1 (or m2/10.0.0.2 or nowhere: depends on the order in which fleet takes units)
			web@2.service → m2/10.0.0.2 (or m1/10.0.0.1 or nowhere: depends on the order in which fleet takes units)
			web@3.service → nowhere (or m1/10.0.0.1 or m2/10.0.0.2: depends on the order in which fleet takes units)
			  m1/10.0.0.1: web@1.service is there, and says Conflicts=web@*.service
			  m2/10.0.0.2: web@2.service is there, and says Conflicts=web@*.service
			  m3: has role=db, needs role=web

			2 of 3 units placed on 3 machines, 2 of them only in this order
			"
		`);
		expect(code).toBe(1);
	});

	test('takes a snapshot as fleet’s API gives it, and leaves its units where they are', async () => {
		const options = [
			{ section: 'X-Fleet', name: 'Conflicts', value: 'web@*.service' },
			{ section: 'Service', name: 'ExecStart', value: '/bin/web' },
		];
		const snapshot = {
			machines: [
				{ id: 'm1', primaryIP: '10.0.0.1', metadata: { role: 'web' } },
				{ id: 'm2', metadata: { role: 'web' } },
			],
			units: [{ name: 'web@9.service', options, desiredState: 'launched', currentState: 'launched', machineID: 'm1' }],
			states: [],
		};
		const cwd = folderWith({ ...files, 'cluster.json': JSON.stringify(snapshot) });
		const argv = ['plan', '--cluster', 'cluster.json', '--format', 'json', 'web@1.service'];
		const { code, stdout } = await runCli(argv, { cwd });
		expect(JSON.parse(stdout)).toMatchInlineSnapshot(`
			{
			  "end": "settled",
			  "moved": [],
			  "ordersTried": "all",
			  "units": [
			    {
			      "machine": "m2",
			      "name": "web@1.service",
			      "outcome": "placed",
			    },
			  ],
			}
		`);
		expect(code).toBe(0);
	});

	test.each([
		[['plan'], 'no unit given; name unit files or instances of templates'],
		[['plan', 'agent.service'], 'no cluster given; name a snapshot with --cluster, or machines with --machines'],
		[['plan', ...three, 'nowhere.service'], 'nowhere.service: no such file'],
		[['plan', '--cluster', 'web@.service', 'agent.service'], 'web@.service: no snapshot of a cluster: '],
		[['plan', '--cluster', 'none.json', 'agent.service'], 'none.json: '],
		[['plan', ...three, '--machines', 'm1::', 'agent.service'], '--machines: there is a machine `m1` already'],
		[['plan', ...three, '--fleet-version', '7', 'agent.service'], '--fleet-version: `7` is no release of fleet'],
		[
			['plan', ...three, '--format', 'jsn', 'agent.service'],
			'--format: there is no `jsn`; use text or json; did you mean json',
		],
	])('%j is refused in one line', async (argv, message) => {
		const { code, stdout, stderr } = await runCli(argv, { cwd: folderWith(files) });
		expect(stderr).toContain(message);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});
});

describe('hash', () => {
	test('prints what fleet would: comments and blanks do not count', async () => {
		const canonical = '[Unit]\nDescription=Web\n\n[Service]\nExecStart=/bin/web\n';
		const cwd = folderWith({ 'a.service': canonical, 'b.service': `# note\n${canonical.replace('=', ' = ')}` });
		const { code, stdout } = await runCli(['hash', 'a.service', 'b.service'], { cwd });
		const [first, second] = stdout.split('\n');
		expect(first).toMatch(/^[0-9a-f]{40} {2}a\.service$/);
		expect(second?.slice(0, 40)).toBe(first?.slice(0, 40));
		expect(code).toBe(0);
	});

	test('a file that cannot be read is named', async () => {
		const { code, stderr } = await runCli(['hash', 'none.service'], { cwd: folderWith({}) });
		expect(stderr).toContain('none.service');
		expect(code).toBe(2);
	});
});

describe('explain of a file', () => {
	test('prints what the unit asks of fleet', async () => {
		const { code, stdout } = await runCli(['explain', 'web@.service'], { cwd: folderWith(files) });
		expect(stdout).toMatchInlineSnapshot(`
			"web@.service: runs on machines with role=web, never beside another web@*.service
			  MachineMetadata  role=web
			  Conflicts        web@*.service
			"
		`);
		expect(code).toBe(0);
	});
});
