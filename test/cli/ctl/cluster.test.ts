// `fleet-units cluster`: it says where it is, serves until the user ends it, keeps its state, and listens nowhere else.
import { existsSync, mkdirSync, readFileSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';

const service = '[Service]\nExecStart=/bin/sleep infinity\n';

describe('a practice cluster', () => {
	test('says how to use it, and is gone without a trace when the user ends it', async () => {
		const { endpoint, ended, end } = await started([]);
		expect(endpoint).toMatch(/^unix:\/\/\/.*\/fleet\.sock$/);
		const listed = await runCli(['ctl', 'list-machines', '--no-legend'], { env: { FLEETCTL_ENDPOINT: endpoint } });
		expect(listed.stdout.trimEnd().split('\n')).toHaveLength(3);
		end();
		expect(await ended).toMatchObject({ code: 0, stderr: '' });
		expect(existsSync(path.dirname(endpoint.slice('unix://'.length)))).toBe(false);
	});

	test.each([
		['tcp:127.0.0.1:0', /^http:\/\/127\.0\.0\.1:\d+$/],
		['unix:run/my.sock', /^unix:\/\/\/.*\/run\/my\.sock$/],
	])('listens at %s', async (address, expected) => {
		const cwd = folderWith({});
		mkdirSync(path.join(cwd, 'run'), { mode: 0o700 });
		const { endpoint, ended, end } = await started(['--listen', address, '--machines', '5'], cwd);
		expect(endpoint).toMatch(expected);
		const { stdout } = await runCli(['ctl', '--endpoint', endpoint, 'list-machines', '--no-legend']);
		expect(stdout.trimEnd().split('\n')).toHaveLength(5);
		end();
		await ended;
	});

	test('goes on from the state that it left', async () => {
		const cwd = folderWith({ 'web.service': service });
		const first = await started(['--state', 'my.json'], cwd);
		await runCli(['ctl', '--endpoint', first.endpoint, 'start', 'web'], { cwd });
		first.end();
		expect((await first.ended).stderr).toBe('saved to my.json\n');
		const second = await started(['--state', 'my.json'], cwd);
		expect((await runCli(['ctl', '--endpoint', second.endpoint, 'list-units'], { cwd })).stdout).toContain(
			'web.service',
		);
		second.end();
		await second.ended;
	});

	test('has the machines of a file, also of a snapshot', async () => {
		const machine = { id: 'a'.repeat(32), primaryIP: '10.1.1.1', metadata: { group: 'x' } };
		const cwd = folderWith({
			'list.json': JSON.stringify([machine]),
			'snap.json': JSON.stringify({ machines: [machine] }),
		});
		for (const file of ['list.json', 'snap.json']) {
			const { endpoint, ended, end } = await started(['--machines', file], cwd);
			const { stdout } = await runCli(['ctl', '--endpoint', endpoint, 'list-machines', '--no-legend']);
			expect(stdout).toBe('aaaaaaaa...\t10.1.1.1\tgroup=x\n');
			end();
			await ended;
		}
	});

	test.each([
		[['--listen', 'tcp:0.0.0.0:4000'], 'the practice cluster has no authentication, so give 127.0.0.1 or [::1]'],
		[['--listen', 'tcp:example.org:4000'], 'cannot listen at `tcp:example.org:4000`'],
		[['--listen', 'ftp:x'], 'give unix:PATH or tcp:127.0.0.1:PORT'],
		[['--machines', '0'], '--machines: 0 is not from 1 to 1000'],
		[['--machines', 'none.json'], '--machines: none.json is neither a number nor a file'],
		[['--machines', 'bad.json'], 'bad.json is no JSON'],
		[['--machines', 'odd.json'], 'odd.json[0].id is missing'],
		[['--machines', 'empty.json'], 'empty.json has no machine'],
		[['--state', 'bad.json'], 'the saved state is no JSON'],
		[['--speed', 'fsat'], '--speed: there is no `fsat`; use real or fast; did you mean fast'],
		[['--listne', 'x'], 'unknown option --listne; did you mean --listen'],
		[['now'], 'cluster takes no argument, so not `now`'],
	])('%j is refused in one line', async (argv, message) => {
		const cwd = folderWith({ 'bad.json': '{', 'odd.json': '[{}]', 'empty.json': '[]' });
		const { code, stdout, stderr } = await runCli(['cluster', ...argv], { cwd });
		expect(stderr).toContain(message);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
		expect(readFileSync(path.join(cwd, 'bad.json'), 'utf8')).toBe('{');
	});

	test('does not take the place of another', async () => {
		const folder = folderWith({});
		const listen = ['--listen', `unix:${folder}/x.sock`];
		const { ended, end } = await started(listen);
		expect((await runCli(['cluster', ...listen])).stderr).toContain('another server listens there');
		end();
		await ended;
		writeFileSync(path.join(folder, 'x.sock'), 'mine');
		expect((await runCli(['cluster', ...listen])).stderr).toContain('a file of that name is there');
	});
});

/** Runs the command until it has said where it is. */
async function started(argv: readonly string[], cwd?: string) {
	const controller = new AbortController();
	let welcome: (text: string) => void;
	const welcomed = new Promise<string>((resolve) => {
		welcome = resolve;
	});
	const ended = runCli(['cluster', ...argv], {
		...(cwd !== undefined && { cwd }),
		interrupt: controller.signal,
		onOutput: (text) => welcome(text),
	});
	const text = await Promise.race([welcomed, ended.then(({ stderr }) => stderr)]);
	const endpoint = /FLEETCTL_ENDPOINT=(\S+)/.exec(text)?.[1];
	if (endpoint === undefined) throw new Error(`it did not start: ${text}`);
	return { endpoint, ended, end: () => controller.abort() };
}
