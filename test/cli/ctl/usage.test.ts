// How `ctl` is called: helps of all commands, and what is said to whoever calls it wrongly. Nothing is connected to.
import { describe, expect, test } from 'vitest';
import { ctlCommands } from '../../../cli/src/ctl/commands.ts';
import { runCli } from '../../support/cli.ts';

const names = ctlCommands.map(({ name }) => name);

describe('the help', () => {
	test('of ctl names every command, and is what ctl alone prints', async () => {
		const { code, stdout, stderr } = await runCli(['ctl', '--help']);
		for (const name of names) expect(stdout).toMatch(new RegExp(`^  ${name} +[a-z]`, 'm'));
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect(await runCli(['ctl'])).toMatchObject({ code: 2, stdout: '', stderr: stdout });
		expect(await runCli(['ctl', 'help'])).toMatchObject({ code: 0, stdout });
	});

	test.each(names)('of %s is asked for in three ways', async (name) => {
		const { code, stdout, stderr } = await runCli(['ctl', name, '--help']);
		expect(stdout).toMatch(new RegExp(`^fleet-units ctl ${name}: .+\n\nusage: fleet-units ctl \\[flags\\] ${name}`));
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
		expect((await runCli(['ctl', '--endpoint', 'unix:///x', name, '-h'])).stdout).toBe(stdout);
		expect((await runCli(['ctl', 'help', name])).stdout).toBe(stdout);
	});

	test('fits into a terminal of 120 columns', async () => {
		const helps = [['ctl', '--help'], ...names.map((name) => ['ctl', name, '--help'])];
		for (const argv of helps) {
			const { stdout } = await runCli(argv);
			expect(stdout.split('\n').filter((line) => line.length > 120)).toEqual([]);
		}
	});

	test('of the command line as a whole is not shadowed', async () => {
		expect((await runCli(['ctl', '--version'])).stdout).toMatch(/^fleet-units \d+\./);
	});
});

describe('wrong usage', () => {
	test.each([
		[['lst-units'], 'unknown command lst-units; did you mean list-units; see fleet-units ctl --help'],
		[['verify', 'x.service'], 'unknown command verify; see fleet-units ctl --help'],
		[['help', 'strat'], 'unknown command strat; did you mean start; see fleet-units ctl --help'],
		[['list-units', '--ful'], 'unknown option --ful; did you mean --full; see fleet-units ctl list-units --help'],
		[['--endpont', 'x', 'list-units'], 'unknown option --endpont; did you mean --endpoint; see fleet-units ctl --help'],
		[['list-units', '--endpoint'], '--endpoint needs a value: --endpoint URL; see fleet-units ctl list-units --help'],
		[['start'], 'no units given; see fleet-units ctl start --help'],
		[['stop'], 'no units given; see fleet-units ctl stop --help'],
		[['cat'], 'cat takes one unit; see fleet-units ctl cat --help'],
		[['cat', 'a', 'b'], 'cat takes one unit; see fleet-units ctl cat --help'],
		[['drain'], 'no machine given; see fleet-units ctl drain --help'],
		[['what-if', 'abc'], 'what-if takes a machine and KEY=VALUE; see fleet-units ctl what-if --help'],
		[['what-if', 'abc', 'role'], '`role` is no KEY=VALUE; see fleet-units ctl what-if --help'],
		[['ssh'], 'no machine and no unit given; see fleet-units ctl ssh --help'],
		[
			['start', '--block-attempts', 'x', 'a'],
			'--block-attempts: `x` is no whole number; see fleet-units ctl start --help',
		],
		[
			['journal', '--output', 'shrt', 'a'],
			'--output: there is no `shrt`; use short, short-iso, cat, json; did you mean short',
		],
		[['journal', '--ssh-port', '99999', 'a'], '--ssh-port: `99999` is no port; see fleet-units ctl journal --help'],
		[['rollout'], 'no template given; see fleet-units ctl rollout --help'],
		[['rollout', '--at-a-time', '0', 'a@.service'], '--at-a-time: at least one; see fleet-units ctl rollout --help'],
		[['list-units', '--format', 'jsn'], '--format: there is no `jsn`; use table or json; did you mean json'],
	])('%j is told in one line and ends with 2', async (argv, message) => {
		const { code, stdout, stderr } = await runCli(['ctl', ...argv], {
			env: { FLEETCTL_ENDPOINT: 'unix:///nowhere.sock' },
		});
		expect(stderr).toContain(`fleet-units: ${message}`);
		expect(stderr.trimEnd().split('\n')).toHaveLength(1);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});

	test('of the environment, too', async () => {
		const { code, stderr } = await runCli(['ctl', 'list-units'], { env: { FLEETCTL_DEBUG: 'on' } });
		expect(stderr).toBe(
			'fleet-units: FLEETCTL_DEBUG: `on` is neither true nor false; see fleet-units ctl list-units --help\n',
		);
		expect(code).toBe(2);
	});
});

describe('an endpoint', () => {
	test.each([
		['unix:///nowhere/fleet.sock', /unix:\/\/\/nowhere\/fleet\.sock/],
		['unix://var/run/fleet.sock', /names a host, `var`; a socket has three slashes/],
		['127.0.0.1:1', /has no scheme; say http:\/\/127\.0\.0\.1:1/],
	])('%s that leads nowhere is told and ends with 1', async (endpoint, message) => {
		const { code, stdout, stderr } = await runCli(['ctl', '--endpoint', endpoint, 'list-units']);
		expect(stderr).toMatch(message);
		expect({ code, stdout }).toEqual({ code: 1, stdout: '' });
	});

	test('tells more with --debug', async () => {
		const { stderr } = await runCli(['ctl', '--debug', '--endpoint', 'unix:///nowhere/fleet.sock', 'list-units']);
		expect(stderr).toContain('  kind: unreachable\n');
	});
});
