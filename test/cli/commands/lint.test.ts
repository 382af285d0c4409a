// `fleet-units lint` as people meet it: what it prints, on which stream, and how it ends. Mending, standard input and formats
// have files of their own.

import { symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';
import { broken, misspelt, sound, transcript } from '../../support/lint-runs.ts';

describe('lint', () => {
	test('says nothing but a summary about sound files', async () => {
		const cwd = folderWith({ 'web.service': sound, 'b.service': sound });
		expect(await transcript(['.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			no problems in 2 files
			exit 0
			"
		`);
	});

	test('reports the problems of all files by path, with the line and what is wrong in it', async () => {
		const cwd = folderWith({ 'b/web.service': broken, 'a/web.service': misspelt, 'c.service': sound });
		expect(await transcript(['c.service', 'b', 'a'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			a/web.service:2:1: warning: [Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\` [unknown-directive]
			  2 | ExecRelaod=/bin/true
			    | ^^^^^^^^^^
			b/web.service:2:1: error: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\` [missing-equals]
			  2 | Restart always
			    | ^^^^^^^^^^^^^^

			1 error, 1 warning in 2 of 3 files; 2 can be fixed with --fix
			exit 1
			"
		`);
	});

	test('ends well with warnings and hints only', async () => {
		const cwd = folderWith({
			'web.service': `${misspelt}# fleet-units: allow missing-equals — none here\nType=simple\n`,
		});
		expect(await transcript(['web.service'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			web.service:2:1: warning: [Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\` [unknown-directive]
			  2 | ExecRelaod=/bin/true
			    | ^^^^^^^^^^
			web.service:4:22: hint: \`missing-equals\` finds nothing here to allow; remove the comment [unused-suppression]
			  4 | # fleet-units: allow missing-equals — none here
			    |                      ^^^^^^^^^^^^^^

			1 warning, 1 hint in 1 file; 1 can be fixed with --fix
			exit 0
			"
		`);
	});

	test('knows a drop-in by its folder, wherever it is called from', async () => {
		const cwd = folderWith({ 'web.service.d/limits.conf': '[Serivce]\nType=simple\n' });
		expect(await transcript(['limits.conf'], { cwd: path.join(cwd, 'web.service.d') })).toMatchInlineSnapshot(`
			"
			stdout:
			limits.conf:1:2: warning: systemd knows no section [Serivce] and skips all of it; did you mean [Service] [unknown-section]
			  1 | [Serivce]
			    |  ^^^^^^^

			1 warning in 1 file; 1 can be fixed with --fix
			exit 0
			"
		`);
	});

	test('is in colour on a terminal, and as wide as that', async () => {
		const cwd = folderWith({ 'web.service': `[Service]\nExecRelaod=/bin/${'x'.repeat(100)}\nExecStart=/bin/true\n` });
		const { stdout } = await runCli(['lint', 'web.service'], { cwd, columns: 60 });
		expect(`\n${stdout.replaceAll('\x1b', '␛')}`).toMatchInlineSnapshot(`
			"
			␛[1mweb.service:2:1:␛[0m ␛[1;33mwarning:␛[0m [Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\` ␛[2m[unknown-directive]␛[0m
			  ␛[2m2␛[0m ␛[2m|␛[0m ExecRelaod=/bin/xxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxxx…
			    ␛[2m|␛[0m ␛[1;33m^^^^^^^^^^␛[0m

			1 warning in 1 file; 1 can be fixed with --fix
			"
		`);
	});

	test('has no colour on a terminal with NO_COLOR', async () => {
		const cwd = folderWith({ 'web.service': misspelt });
		const { stdout } = await runCli(['lint', 'web.service'], { cwd, columns: 60, env: { NO_COLOR: '1' } });
		expect(stdout).not.toContain('\x1b');
	});

	test('sends no control character of a file to the terminal', async () => {
		const cwd = folderWith({ 'web.service': '[Service]\n\x1b[2JExecStart=\x1b]0;title\x07\n[\x1b[31mUnit]\nA\x9b\n' });
		const { stdout } = await runCli(['lint', 'web.service'], { cwd, columns: 60, env: { NO_COLOR: '1' } });
		expect(stdout).toContain('\\x1b');
		expect(stdout).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f]/);
	});
});

describe('settings', () => {
	test('--rule sets the level of a rule', async () => {
		const cwd = folderWith({ 'web.service': misspelt });
		expect(await transcript(['--rule', 'unknown-directive=error', 'web.service'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			web.service:2:1: error: [Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\` [unknown-directive]
			  2 | ExecRelaod=/bin/true
			    | ^^^^^^^^^^

			1 error in 1 file; 1 can be fixed with --fix
			exit 1
			"
		`);
		expect((await runCli(['lint', '--rule', 'unknown-directive=off', '.'], { cwd })).stdout).toBe(
			'no problems in 1 file\n',
		);
	});

	test('--systemd-version sets the release', async () => {
		const cwd = folderWith({ 'web.service': '[Service]\nExecStart=/bin/true\nMemoryMax=1G\n' });
		expect((await runCli(['lint', '--systemd-version', '252', '.'], { cwd })).stdout).toBe('no problems in 1 file\n');
		expect((await runCli(['lint', '--systemd-version', '210', '.'], { cwd })).stdout).toContain('[too-new-directive]');
	});

	test('come from a config file above, and options outweigh it', async () => {
		const config = '{ "rules": { "unknown-directive": "error" } }';
		const cwd = folderWith({ '.fleet-units.json': config, 'units/web.service': misspelt });
		expect((await runCli(['lint', 'units'], { cwd })).code).toBe(1);
		expect((await runCli(['lint', '--rule', 'unknown-directive=hint', 'units'], { cwd })).code).toBe(0);
	});

	test('a config file at fault is named once, and the other files are linted all the same', async () => {
		const cwd = folderWith({
			'a/.fleet-units.json': '{ "rules": { "unknown-directve": "off" } }',
			'a/web.service': sound,
			'a/web.socket': sound,
			'b/web.service': misspelt,
		});
		expect(await transcript(['.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			b/web.service:2:1: warning: [Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\` [unknown-directive]
			  2 | ExecRelaod=/bin/true
			    | ^^^^^^^^^^

			1 warning in 1 file; 1 can be fixed with --fix
			stderr:
			fleet-units: a/.fleet-units.json: unknown rule \`unknown-directve\`; did you mean \`unknown-directive\`
			exit 2
			"
		`);
	});

	test('a config file that is no JSON is named in one line', async () => {
		const cwd = folderWith({ '.fleet-units.json': '{\n  rules: off\n}\n', 'web.service': sound });
		const { code, stderr, stdout } = await runCli(['lint', '.'], { cwd });
		expect(stderr).toMatch(/^fleet-units: \.fleet-units\.json: .+\n$/);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});
});

describe('how a run ends', () => {
	test('--max-warnings allows that many', async () => {
		const cwd = folderWith({ 'a.service': misspelt, 'b.service': misspelt });
		expect((await runCli(['lint', '--max-warnings', '2', '.'], { cwd })).code).toBe(0);
		expect(await transcript(['--max-warnings', '1', '--quiet', '.'], { cwd })).toMatchInlineSnapshot(`
			"
			stderr:
			fleet-units: too many warnings: 2, and --max-warnings is 1
			exit 1
			"
		`);
	});

	test('--quiet counts warnings, too, where there may be only so many', async () => {
		const cwd = folderWith({ 'web.service': `${sound}Restart=always\nRestart=no\n` });
		const { code, stderr } = await runCli(['lint', '--max-warnings', '0', '--quiet', '.'], { cwd });
		expect({ code, stderr }).toEqual({
			code: 1,
			stderr: 'fleet-units: too many warnings: 1, and --max-warnings is 0\n',
		});
	});

	test('--quiet reports errors only', async () => {
		const cwd = folderWith({ 'a.service': misspelt, 'b.service': broken });
		expect(await transcript(['--quiet', '.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			b.service:2:1: error: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\` [missing-equals]
			  2 | Restart always
			    | ^^^^^^^^^^^^^^

			1 error in 1 of 2 files; 1 can be fixed with --fix
			exit 1
			"
		`);
	});

	test('a path that cannot be read is named, and the other files are linted all the same', async () => {
		const cwd = folderWith({ 'b.service': broken });
		symlinkSync('loop.service', path.join(cwd, 'loop.service'));
		expect(await transcript(['gone.service', 'loop.service', 'b.service'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			b.service:2:1: error: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\` [missing-equals]
			  2 | Restart always
			    | ^^^^^^^^^^^^^^

			1 error in 1 file; 1 can be fixed with --fix
			stderr:
			fleet-units: gone.service: no such file or folder
			fleet-units: loop.service: its symbolic links go round in a circle
			exit 2
			"
		`);
	});

	test('a file that is no unit file is skipped with a note', async () => {
		const cwd = folderWith({ 'README.md': '', 'web.service': sound });
		expect(await transcript(['README.md', 'web.service'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			no problems in 1 file
			stderr:
			skipped README.md: not a unit file's name
			exit 0
			"
		`);
	});

	test('a run that lints nothing fails', async () => {
		const cwd = folderWith({ 'README.md': '', 'docs/x.md': '' });
		expect(await transcript(['README.md', 'docs'], { cwd })).toMatchInlineSnapshot(`
			"
			stderr:
			skipped README.md: not a unit file's name
			skipped docs: no unit files in it
			fleet-units: nothing to lint; none of the paths is or holds a unit file
			exit 2
			"
		`);
		expect((await runCli(['lint', '--format', 'json', 'docs'], { cwd })).stdout).toBe('[]\n');
	});
});

describe('wrong usage is one line with a way out', () => {
	test.each([
		[['.', '--formt', 'json'], 'unknown option --formt; did you mean --format'],
		[['.', '--format', 'jsno'], '--format: there is no `jsno`; use text, json, sarif, github; did you mean json'],
		[['.', '--format'], '--format needs a value: --format FORMAT'],
		[
			['.', '--rule', 'unknown-directve=off'],
			'--rule: unknown rule `unknown-directve`; did you mean `unknown-directive`',
		],
		[['.', '--rule', 'xyz=off'], '--rule: unknown rule `xyz`'],
		[
			['.', '--rule', 'missing-equals=bad'],
			'--rule: rule `missing-equals`: `bad` is no level; use error, warning, info, hint or off',
		],
		[['.', '--rule', 'missing-equals'], '--rule: `missing-equals` is no ID=LEVEL, such as unknown-directive=off'],
		[
			['.', '--systemd-version', 'new'],
			'--systemd-version: `new` is no release; use a number from 183 to 262, or latest',
		],
		[['.', '--max-warnings', '-1'], '--max-warnings needs a value: --max-warnings N'],
		[['.', '--max-warnings=many'], '--max-warnings: `many` is no number; use 0 or more'],
		[['.', '--fix', '--fix-dry-run'], '--fix and --fix-dry-run exclude each other; give one of them'],
		[['.', '--fix-dry-run', '--format', 'json'], '--fix-dry-run prints a diff and goes with --format text only'],
		[['.', '--stdin-name', 'web.service'], '--stdin-name is for standard input; add the path -'],
		[[], 'no path given; name unit files, folders, or - for standard input'],
	])('%j', async (argv, message) => {
		const { code, stdout, stderr } = await runCli(['lint', ...argv]);
		expect(stderr).toBe(`fleet-units: ${message}; see fleet-units lint --help\n`);
		expect({ code, stdout }).toEqual({ code: 2, stdout: '' });
	});
});

test('a file that was changed between two runs is read anew', async () => {
	const cwd = folderWith({ 'web.service': broken });
	expect((await runCli(['lint', '.'], { cwd })).code).toBe(1);
	writeFileSync(path.join(cwd, 'web.service'), sound);
	expect((await runCli(['lint', '.'], { cwd })).code).toBe(0);
});
