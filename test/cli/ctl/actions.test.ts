// Commands that change a cluster: what they print for people and for programs, and how they end.
import { describe, expect, test } from 'vitest';
import { practiceServer } from './practice-server.ts';

const service = '[Service]\nExecStart=/bin/sleep infinity\n';
const files = {
	'web@.service': `${service}[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n`,
	'lost.service': `${service}[X-Fleet]\nMachineMetadata=role=cache\n`,
	'broken.service': '[Service]\nExecStart=/bin/false\n',
	'misspelt.service': `${service}[X-Fleet]\nMachineMetaData=role=db\n`,
	'bad.service': '[Service\n',
};

describe('start', () => {
	test('prints fleetctl’s lines', async () => {
		const { ctl } = await practiceServer(files);
		expect(await ctl(['start', 'web@{1..2}'])).toMatchObject({
			code: 0,
			stdout:
				'Unit web@1.service launched on 11111111.../10.0.0.1\nUnit web@2.service launched on 22222222.../10.0.0.2\n',
			stderr: '',
		});
	});

	test('ends with the reason when nothing can run the unit, machine by machine', async () => {
		const { ctl } = await practiceServer(files);
		const { code, stdout, stderr } = await ctl(['start', '--block-attempts', '1', 'lost']);
		expect(stderr).toMatchInlineSnapshot(`
			"timed out waiting for unit lost.service to report state launched: launched, on no machine
			no machine can take lost.service; it stays wanted, and is placed as soon as a machine fits
			  11111111.../10.0.0.1: has role=web, needs role=cache
			  22222222.../10.0.0.2: has role=web, needs role=cache
			  33333333.../10.0.0.3: has role=db, needs role=cache
			"
		`);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	});

	test('warns of what fleet does not understand', async () => {
		const { ctl } = await practiceServer(files);
		const { code, stderr } = await ctl(['submit', 'misspelt']);
		expect(stderr).toBe(
			'warning: Unit misspelt.service: unrecognized requirement in [X-Fleet] section: "MachineMetaData"\n',
		);
		expect(code).toBe(0);
	});

	test('tells programs everything, and nothing else on standard output', async () => {
		const { ctl } = await practiceServer(files);
		const { code, stdout } = await ctl(['start', '--format', 'json', 'web@1', 'broken']);
		expect(JSON.parse(stdout)).toMatchObject([
			{
				unit: 'web@1.service',
				outcome: 'reached',
				desiredState: 'launched',
				currentState: 'launched',
				machine: '1'.repeat(32),
				states: [{ machine: '1'.repeat(32), load: 'loaded', active: 'active', sub: 'running' }],
			},
			{
				unit: 'broken.service',
				outcome: 'failed',
				problem: 'systemd-failed',
				reason: expect.stringContaining('has failed'),
			},
		]);
		expect(code).toBe(1);
	});

	test('sends nothing where one of several files is bad', async () => {
		const { ctl, cluster } = await practiceServer(files);
		const { code, stderr } = await ctl(['start', 'web@1', 'bad']);
		expect(stderr).toBe('fleet-units: failed getting Unit(bad.service) from file: unable to find end of section\n');
		expect({ code, units: cluster.snapshot().units }).toEqual({ code: 1, units: [] });
	});

	test('shows on a terminal how far it is, and leaves nothing of that behind', async () => {
		const { ctl } = await practiceServer(files, undefined, { speed: 'real' });
		const { code, stderr } = await ctl(['start', 'web@1'], { columns: 80, env: { NO_COLOR: '1' } });
		expect(stderr).toContain('\r\x1b[2Kweb@1.service: launched, ');
		expect(stderr.endsWith('\r\x1b[2K')).toBe(true);
		expect(code).toBe(0);
	});
});

describe('Ctrl-C', () => {
	test('leaves an account of what was done and what was not', async () => {
		const { ctl } = await practiceServer(files, undefined, { speed: 'real' });
		const controller = new AbortController();
		const { code, stderr } = await ctl(['restart', 'web@1', 'web@2'], {
			...(await running(ctl)),
			columns: 200,
			interrupt: controller.signal,
			onOutput: (text) => text.includes('web@1.service: loaded') && controller.abort(),
		});
		const account = stderr.slice(stderr.lastIndexOf('given up'));
		expect(account).toMatch(
			/^given up; this is how things stand:\n {2}web@1\.service: asked for, and goes on without you; it is loaded, .*\n {2}web@2\.service: not begun; nothing was asked for\n$/,
		);
		expect(code).toBe(130);
	});

	test('before anything was sent says so', async () => {
		const { ctl, cluster } = await practiceServer(files);
		const { code, stderr } = await ctl(['start', 'web@1'], { interrupt: AbortSignal.abort() });
		expect(stderr).toBe('given up; nothing was changed\n');
		expect({ code, units: cluster.snapshot().units }).toEqual({ code: 130, units: [] });
	});
});

describe('stop, unload and destroy', () => {
	test('take globs, and tell what is not there without failing', async () => {
		const { ctl } = await practiceServer(files);
		await ctl(['start', 'web@{1..2}']);
		expect(await ctl(['stop', 'web@*', 'nope'])).toMatchObject({
			code: 0,
			stdout: 'Unit web@1.service loaded on 11111111.../10.0.0.1\nUnit web@2.service loaded on 22222222.../10.0.0.2\n',
			stderr: 'fleet-units: not in the registry: nope.service\n',
		});
		expect(await ctl(['unload', 'web@1'])).toMatchObject({ code: 0, stdout: 'Unit web@1.service inactive\n' });
		expect(await ctl(['stop', 'web@1'])).toMatchObject({
			code: 1,
			stdout: '',
			stderr: 'Unable to stop unit web@1.service in state inactive\n',
		});
		expect(await ctl(['destroy', '*'])).toMatchObject({
			code: 0,
			stdout: 'Destroyed web@1.service\nDestroyed web@2.service\n',
		});
	});

	test('of global units wait for all machines', async () => {
		const { ctl } = await practiceServer({ 'agent.service': `${service}[X-Fleet]\nGlobal=true\n` });
		expect((await ctl(['start', 'agent'])).stdout).toBe('Global unit agent.service launched on 3 machines\n');
		expect((await ctl(['stop', 'agent'])).stdout).toBe('Global unit agent.service loaded on 3 machines\n');
		expect((await ctl(['unload', 'agent'])).stdout).toBe('Unit agent.service inactive\n');
		expect((await ctl(['destroy', 'agent'])).stdout).toBe('Destroyed agent.service\n');
	});
});

/** Starts the two instances, so that there is something to restart. */
async function running(ctl: (argv: readonly string[]) => Promise<unknown>): Promise<object> {
	await ctl(['start', 'web@{1..2}']);
	return {};
}
