// Commands that only look: lists, journals, statuses, and what is worked out from them; for people and for programs.
import { describe, expect, test } from 'vitest';
import { putRaw } from '../../cluster/operations/put-raw.ts';
import { runCli } from '../../support/cli.ts';
import { practiceServer } from './practice-server.ts';

const service = '[Unit]\nDescription=Test\n[Service]\nExecStart=/bin/sleep infinity\n';
const files = {
	'web@.service': `${service}[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n`,
	'db.service': `${service}[X-Fleet]\nMachineMetadata=role=db\n`,
	'agent.service': `${service}[X-Fleet]\nGlobal=true\n`,
	'lost.service': `${service}[X-Fleet]\nMachineMetadata=role=cache\n`,
};
const [first, second, third] = ['1', '2', '3'].map((digit) => digit.repeat(32));

describe('lists', () => {
	test('as JSON hold everything, whatever columns are chosen', async () => {
		const { ctl } = await running();
		const json = async (...argv: readonly string[]) => JSON.parse((await ctl([...argv, '--format', 'json'])).stdout);
		expect(await json('list-machines')).toEqual(
			[first, second, third].map((id, index) => ({
				id,
				primaryIP: `10.0.0.${index + 1}`,
				metadata: { role: index === 2 ? 'db' : 'web' },
			})),
		);
		expect((await json('list-units', 'web@1'))[0]).toMatchObject({
			unit: 'web@1.service',
			machine: first,
			active: 'active',
		});
		expect(await json('list-unit-files', 'agent', '--fields', 'unit')).toMatchObject([
			{ unit: 'agent.service', desiredState: 'launched', global: true, description: 'Test' },
		]);
		expect(await json('cat', 'db')).toMatchObject({ name: 'db.service', desiredState: 'launched', machineID: third });
	});

	test('take names and globs', async () => {
		const { ctl } = await running();
		expect((await ctl(['list-units', '--no-legend', '--fields', 'unit', 'web@*', 'db'])).stdout).toBe(
			'db.service\nweb@1.service\nweb@2.service\n',
		);
	});

	test('do not know every column', async () => {
		const { ctl } = await practiceServer({});
		expect(await ctl(['list-units', '--fields', 'unit,mashine'])).toMatchObject({
			code: 1,
			stdout: '',
			stderr:
				'fleet-units: Invalid key in output format: "mashine"; there are active, hash, load, machine, sub, unit; ' +
				'did you mean machine\n',
		});
	});

	test('show at a glance what failed', async () => {
		const { ctl } = await practiceServer({ 'broken.service': '[Service]\nExecStart=/bin/false\n' });
		await ctl(['start', 'broken']);
		expect((await ctl(['list-units'], { env: { FORCE_COLOR: '1' } })).stdout).toContain('\x1b[1;31mfailed\x1b[0m');
	});
});

describe('status and journal', () => {
	test('of a global unit are those of each machine', async () => {
		const { ctl } = await running();
		const { code, stdout } = await ctl(['status', 'agent']);
		expect(stdout.match(/^\d{8}\.\.\.\/10\.0\.0\.\d:\n● agent\.service - Test$/gm)).toHaveLength(3);
		expect(code).toBe(0);
		const lines = (await ctl(['journal', 'agent'])).stdout.trimEnd().split('\n');
		expect(lines.map((line) => line.replace(/^\w+ \d+ [\d:]+ /, '').slice(0, 27)).sort()).toEqual([
			...['10.0.0.1 systemd[1]: Starte', '10.0.0.2 systemd[1]: Starte', '10.0.0.3 systemd[1]: Starte'],
		]);
	});

	test('of several units are told apart', async () => {
		const { ctl } = await running();
		const { stdout } = await ctl(['journal', '--lines', '1', '-o', 'short', 'web@*', 'db']);
		for (const unit of ['10.0.0.1 web@1.service', '10.0.0.2 web@2.service', '10.0.0.3 db.service']) {
			expect(stdout).toContain(` ${unit} `);
		}
	});

	test.each([
		['cat', /^Started db\.service - Test\.\n$/],
		['short-iso', /^\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d[+-]\d{4} 10\.0\.0\.3 systemd\[1\]: Started/],
		['json', /^\{"at":"\d{4}-.*"unit":"db\.service"/],
	])('come as %s, too', async (output, expected) => {
		const { ctl } = await running();
		expect((await ctl(['journal', 'db', '--output', output])).stdout).toMatch(expected);
	});

	test('are followed until the user has seen enough', async () => {
		const { ctl } = await running();
		const controller = new AbortController();
		const seen = ctl(['journal', '-f', 'db'], {
			interrupt: controller.signal,
			onOutput: (text) => text.includes('Stopped') && controller.abort(),
		});
		await ctl(['stop', 'db']);
		expect(await seen).toMatchObject({ code: 0 });
	});

	test('end with the code of systemctl for a unit that does not run', async () => {
		const { ctl } = await running();
		await ctl(['stop', 'db']);
		const { code, stdout } = await ctl(['status', 'db', '--format', 'json']);
		expect(JSON.parse(stdout)).toMatchObject([{ unit: 'db.service', machine: third, exitCode: 3 }]);
		expect(code).toBe(3);
	});

	test('tell what is not there, and what is nowhere', async () => {
		const { ctl } = await running();
		await ctl(['submit', 'lost']);
		expect(await ctl(['status', 'nope', 'lost'])).toMatchObject({
			code: 1,
			stderr:
				'fleet-units: Unit nope.service does not exist.\n' +
				'fleet-units: Unit lost.service does not appear to be loaded.\n',
		});
	});
});

describe('why', () => {
	test('tells of each machine', async () => {
		const { ctl } = await running();
		await ctl(['start', '--no-block', 'lost']);
		expect(await ctl(['why', 'lost', 'db'])).toMatchObject({
			code: 1,
			stdout: [
				'no machine can take lost.service',
				'  11111111.../10.0.0.1: has role=web, needs role=cache',
				'  22222222.../10.0.0.2: has role=web, needs role=cache',
				'  33333333.../10.0.0.3: has role=db, needs role=cache',
				`db.service is where it should be, on ${third}`,
				'',
			].join('\n'),
		});
		const [answer] = JSON.parse((await ctl(['why', 'lost', '--format', 'json'])).stdout);
		expect(answer).toMatchObject({
			unit: 'lost.service',
			kind: 'no-machine-fits',
			machines: [{ machine: first, fits: false }, {}, {}],
		});
	});
});

describe('placement, drain and what-if', () => {
	test('show what is where and what would be', async () => {
		const { ctl } = await running();
		expect((await ctl(['placement'])).stdout).toBe(
			[
				...['11111111.../10.0.0.1 (2)', '  agent.service', '  web@1.service'],
				...['22222222.../10.0.0.2 (2)', '  agent.service', '  web@2.service'],
				...['33333333.../10.0.0.3 (2)', '  agent.service', '  db.service', ''],
			].join('\n'),
		);
		const planned = await ctl(['placement', 'web@3', 'lost.service']);
		expect(planned.code).toBe(1);
		expect(planned.stdout).toContain('web@3.service → nowhere\n');
		expect(JSON.parse((await ctl(['placement', '--format', 'json'])).stdout)[0]).toEqual({
			machine: first,
			units: ['agent.service', 'web@1.service'],
		});
	});

	test('plan the loss of a machine', async () => {
		const { ctl } = await running();
		const { code, stdout, stderr } = await ctl(['drain', '3333']);
		expect(stdout).toBe(
			[
				'db.service → nowhere (now on 33333333.../10.0.0.3)',
				'  11111111.../10.0.0.1: has role=web, needs role=db',
				'  22222222.../10.0.0.2: has role=web, needs role=db',
				'agent.service (global) would leave 33333333.../10.0.0.3',
				'',
			].join('\n'),
		);
		expect(stderr).toBe('to drain a machine, stop fleetd there: systemctl stop fleet\n');
		expect(code).toBe(1);
		const plan = JSON.parse((await ctl(['drain', '3333', '--format', 'json'])).stdout);
		expect(plan.moves).toMatchObject([{ unit: 'db.service', from: third, to: null }]);
	});

	test('plan other metadata', async () => {
		const { ctl } = await running();
		expect((await ctl(['what-if', '1111', 'role=db'])).stdout).toContain('web@1.service → nowhere');
		expect((await ctl(['what-if', '1111', 'rack=7'])).stdout).toBe('no unit would move\n');
		expect(await ctl(['what-if', '9', 'rack=7'])).toMatchObject({
			code: 1,
			stderr: 'fleet-units: there is no machine `9`\n',
		});
	});
});

describe('snapshot', () => {
	test('is what plan takes', async () => {
		const { ctl, folder } = await running();
		const { stdout } = await ctl(['snapshot']);
		const { writeFileSync } = await import('node:fs');
		writeFileSync(`${folder}/cluster.json`, stdout);
		const plan = await runCli(['plan', '--cluster', 'cluster.json', 'web@3.service'], { cwd: folder });
		expect(plan.stdout).toContain('web@3.service → nowhere');
	});
});

describe('doctor', () => {
	test('finds nothing wrong where nothing is', async () => {
		const { ctl } = await running();
		expect(await ctl(['doctor'])).toMatchObject({
			code: 0,
			stdout: 'nothing is wrong, as far as can be seen from here\n',
		});
	});

	test('tells what it would repair, and does so only when asked to', async () => {
		const { ctl, endpoint } = await practiceServer({});
		await putRaw(
			endpoint,
			'bad@.service',
			JSON.stringify({ options: [{ section: 'Service', name: 'ExecStart', value: '/x' }], desiredState: 'launched' }),
		);
		const argv = ['doctor', '--only', 'active-template', '--confirm-after', '0'];
		const looked = await ctl(argv);
		expect(looked.stdout).toBe(
			'error: bad@.service is a template and is launched, which wedges the agent on 11111111 [active-template]\n' +
				'  --repair would set the desired state of bad@.service to inactive\n',
		);
		expect(looked.code).toBe(1);
		const repaired = await ctl([...argv, '--repair']);
		expect(repaired).toMatchObject({ code: 0, stderr: 'done: set the desired state of bad@.service to inactive\n' });
		expect(JSON.parse((await ctl([...argv, '--format', 'json'])).stdout)).toEqual({ findings: [], repairs: [] });
	});
});

describe('watch', () => {
	test('prints each change as a line, until the user has seen enough', async () => {
		const { ctl } = await running();
		const controller = new AbortController();
		const seen = ctl(['watch', 'db'], {
			interrupt: controller.signal,
			onOutput: (text) => text.includes('inactive (dead)') && controller.abort(),
		});
		await ctl(['stop', 'db']);
		const { code, stdout } = await seen;
		expect(stdout).toContain('db.service on 33333333...: inactive (dead)\n');
		expect(stdout).not.toContain('web@1');
		expect(code).toBe(0);
	});

	test('keeps a table on a terminal, and gives the screen back', async () => {
		const { ctl } = await running();
		const controller = new AbortController();
		const { code, stdout } = await ctl(['watch', 'db'], {
			columns: 100,
			env: { NO_COLOR: '1' },
			interrupt: controller.signal,
			onOutput: (text) => text.includes('running') && controller.abort(),
		});
		expect(stdout).toContain('UNIT\t\tMACHINE\t\t\tACTIVE\tSUB\ndb.service\t33333333.../10.0.0.3\tactive\trunning\n');
		expect(stdout.startsWith('\x1b[?1049h')).toBe(true);
		expect(stdout.endsWith('\x1b[?1049l')).toBe(true);
		expect(code).toBe(0);
	});
});

describe('version', () => {
	test('is that of the program, and of fleet on demand', async () => {
		const { ctl } = await practiceServer({});
		expect((await ctl(['version'])).stdout).toMatch(/^fleet-units \d+\.\d+\.\d+\n$/);
		expect((await ctl(['version', '--cluster'])).stdout).toMatch(/\nfleet v1\.0\.0\n$/);
	});
});

async function running() {
	const server = await practiceServer(files);
	await server.ctl(['start', 'web@{1..2}', 'db', 'agent']);
	return server;
}
