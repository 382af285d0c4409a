// The program around its commands: help, version, and what it does not know.

import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';
import { runCli } from '../support/cli.ts';

describe('the program', () => {
	test('alone prints its help and fails', async () => {
		const { code, stdout, stderr } = await runCli([]);
		expect(`\n${stderr}`).toMatchInlineSnapshot(`
			"
			fleet-units: finds silent mistakes in systemd unit files and CoreOS fleet units
			usage:
			  fleet-units lint [options] PATH…      finds problems in unit files
			  fleet-units plan [options] UNIT…      tells where fleet would place units
			  fleet-units explain [RULE|FILE]       explains a rule or a unit file, or lists all rules
			  fleet-units hash FILE…                prints fleet's hashes of unit files
			  fleet-units ctl [flags] COMMAND …     works with a fleet cluster, as fleetctl does
			  fleet-units cluster [options]         runs a practice cluster
			  fleet-units serve --stdio             runs the language server
			  fleet-units COMMAND --help            prints the options of a command
			  fleet-units --version                 prints the version
			"
		`);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});

	test.each(['--help', '-h'])('prints its help for %s', async (option) => {
		const { code, stdout } = await runCli([option]);
		expect(stdout).toBe((await runCli([])).stderr);
		expect(code).toBe(0);
	});

	test.each([[['--version']], [['lint', '--version']], [['serve', '--version']]])(
		'prints its version for %j',
		async (argv) => {
			const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
			expect(await runCli(argv)).toMatchObject({ code: 0, stdout: `fleet-units ${version}\n`, stderr: '' });
		},
	);

	test.each([
		['lnt', 'unknown command lnt; did you mean lint'],
		['web.service', 'unknown command web.service'],
		['--hlep', 'unknown option --hlep; did you mean --help'],
		['\x1b[2J', 'unknown command \\x1b[2J'],
	])('does not know %j', async (name, message) => {
		const { code, stdout, stderr } = await runCli([name]);
		expect(stderr).toBe(`fleet-units: ${message}; see fleet-units --help\n`);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});
});

describe('a command', () => {
	test.each(['lint', 'explain', 'serve'])('%s prints its help, whatever else is given', async (command) => {
		const { code, stdout, stderr } = await runCli([command, '--what', '-h']);
		expect(stdout).toMatch(new RegExp(`^fleet-units ${command}: .+\n\nusage: fleet-units ${command} `));
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('lists its options in its help', async () => {
		expect(`\n${(await runCli(['lint', '--help'])).stdout}`).toMatchInlineSnapshot(`
			"
			fleet-units lint: finds problems in unit files

			usage: fleet-units lint [options] PATH…

			  --format FORMAT             how to report: text, json, sarif, github; text by default
			  --systemd-version N         release the units are for, such as 252; latest by default
			  --fleet-version V           release of fleet, such as 0.11; 1.0 by default
			  --rule ID=LEVEL             error, warning, info, hint or off; may be repeated
			  --fix                       apply safe fixes and report what is left
			  --fix-dry-run               print what --fix would change as a diff, and change nothing
			  --max-warnings N            fail if there are more warnings
			  --quiet                     report errors only
			  --stdin-name NAME           name to take standard input for, such as web.service
			  -h, --help                  print this help
			  --version                   print the version

			A PATH is a unit file, a folder with unit files anywhere below it, or - for standard input.

			Settings are also read from the nearest .fleet-units.json beside or above each file, such as
			  { "systemdVersion": 252, "rules": { "unknown-directive": "error" } }
			Options outweigh it.

			With --fix, standard input comes out mended on standard output; what is left to report goes to standard error,
			as it does with --fix-dry-run. Exit codes of both are those of what is left.

			exit codes: 0 no errors
			            1 errors, or more warnings than --max-warnings
			            2 wrong usage, or something that cannot be read
			"
		`);
	});

	test('takes no option after two dashes', async () => {
		expect((await runCli(['lint', '--', '--help'])).stderr).toContain('fleet-units: --help: no such file or folder');
	});
});

describe('serve', () => {
	test.each([
		[['serve'], 'serve needs --stdio, the only way it talks'],
		[['serve', '--stdio', 'x'], 'serve takes no path, so not `x`'],
		[['serve', '--studio'], 'unknown option --studio; did you mean --stdio'],
	])('%j is refused', async (argv, message) => {
		const { code, stderr } = await runCli(argv);
		expect(stderr).toBe(`fleet-units: ${message}; see fleet-units serve --help\n`);
		expect(code).toBe(2);
	});
});
