// `fleet-units lint` as people meet it: what it prints, on which stream, and how it ends.

import { readdirSync, readFileSync, symlinkSync, writeFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';

const sound = '[Service]\nExecStart=/bin/true\n';
/** One warning that a safe fix mends. */
const misspelt = '[Service]\nExecRelaod=/bin/true\nExecStart=/bin/true\n';
const mended = '[Service]\nExecReload=/bin/true\nExecStart=/bin/true\n';
/** One error. */
const broken = '[Service]\nRestart always\nExecStart=/bin/true\n';
const withStrayByte = (text: string) => Buffer.concat([Buffer.from([0x23, 0xe9, 0x0a]), Buffer.from(text)]);

/** A run as a person sees it. */
async function transcript(argv: readonly string[], surroundings: Parameters<typeof runCli>[1]): Promise<string> {
	const { code, stdout, stderr } = await runCli(['lint', ...argv], surroundings);
	const streams = [`stdout:\n${stdout}`, `stderr:\n${stderr}`].filter((stream) => !stream.endsWith(':\n'));
	return `\n${streams.join('')}exit ${code}\n`;
}

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

describe('--fix', () => {
	test('mends what --quiet does not report', async () => {
		const cwd = folderWith({ 'web.service': `${sound}Restart=no\nRestart=no\n` });
		await runCli(['lint', '--fix', '--quiet', '.'], { cwd });
		expect(readFileSync(path.join(cwd, 'web.service'), 'utf8')).toBe(`${sound}Restart=no\n`);
	});

	test('mends files and reports what is left', async () => {
		const cwd = folderWith({ 'a.service': misspelt, 'b.service': `${misspelt}Colour=blue\n`, 'c.service': sound });
		expect(await transcript(['--fix', '.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			b.service:4:1: warning: [Service] has no directive \`Colour\`, and systemd skips it [unknown-directive]
			  4 | Colour=blue
			    | ^^^^^^

			1 warning in 1 of 3 files; 2 fixed
			exit 0
			"
		`);
		expect(readFileSync(path.join(cwd, 'a.service'), 'utf8')).toBe(mended);
		expect(readFileSync(path.join(cwd, 'b.service'), 'utf8')).toBe(`${mended}Colour=blue\n`);
		expect(readdirSync(cwd)).toEqual(['a.service', 'b.service', 'c.service']);
	});

	test('loses no byte of a file that is no UTF-8', async () => {
		const cwd = folderWith({ 'web.service': withStrayByte(misspelt) });
		await runCli(['lint', '--fix', '.'], { cwd });
		expect(readFileSync(path.join(cwd, 'web.service'))).toEqual(withStrayByte(mended));
	});

	test('prints mended standard input, byte for byte, and reports beside it', async () => {
		const stdin = withStrayByte(`${misspelt}Colour=blue\n`);
		const { bytes, stderr, code } = await runCli(['lint', '--fix', '-', '--stdin-name', 'web.service'], { stdin });
		expect(bytes).toEqual(withStrayByte(`${mended}Colour=blue\n`));
		expect(stderr).toContain('web.service:5:1: warning:');
		expect(code).toBe(0);
	});
});

describe('--fix-dry-run', () => {
	test('prints a diff, reports what would be left, and writes nothing', async () => {
		const cwd = folderWith({ 'a.service': misspelt, 'b.service': `${misspelt}Restart always\n`, 'c.service': sound });
		expect(await transcript(['--fix-dry-run', '.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			--- a.service
			+++ a.service
			@@ -1,3 +1,3 @@
			 [Service]
			-ExecRelaod=/bin/true
			+ExecReload=/bin/true
			 ExecStart=/bin/true
			--- b.service
			+++ b.service
			@@ -1,4 +1,4 @@
			 [Service]
			-ExecRelaod=/bin/true
			+ExecReload=/bin/true
			 ExecStart=/bin/true
			-Restart always
			+Restart=always
			stderr:
			no problems in 3 files; 3 would be fixed
			exit 0
			"
		`);
		expect(readFileSync(path.join(cwd, 'a.service'), 'utf8')).toBe(misspelt);
	});

	test('prints bytes as they are to a file, and visibly to a terminal', async () => {
		const cwd = folderWith({ 'web.service': withStrayByte(misspelt) });
		const { bytes } = await runCli(['lint', '--fix-dry-run', '.'], { cwd });
		expect(Buffer.from(bytes).includes(Buffer.from([0x23, 0xe9, 0x0a]))).toBe(true);
		const { stdout } = await runCli(['lint', '--fix-dry-run', '.'], { cwd, columns: 80 });
		expect(`\n${stdout.replaceAll('\x1b', '␛')}`).toMatchInlineSnapshot(`
			"
			␛[31m--- web.service␛[0m
			␛[32m+++ web.service␛[0m
			␛[1;34m@@ -1,4 +1,4 @@␛[0m
			 #\\xe9
			 [Service]
			␛[31m-ExecRelaod=/bin/true␛[0m
			␛[32m+ExecReload=/bin/true␛[0m
			 ExecStart=/bin/true
			"
		`);
	});

	test('works on standard input', async () => {
		const { stdout } = await runCli(['lint', '--fix-dry-run', '-', '--stdin-name', 'web.service'], { stdin: misspelt });
		expect(stdout).toContain('\n-ExecRelaod=/bin/true\n+ExecReload=/bin/true\n');
	});
});

describe('standard input', () => {
	test('is linted under the name given for it', async () => {
		expect(await transcript(['-', '--stdin-name', 'web.service'], { stdin: broken })).toMatchInlineSnapshot(`
			"
			stdout:
			web.service:2:1: error: this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\` [missing-equals]
			  2 | Restart always
			    | ^^^^^^^^^^^^^^

			1 error in 1 file; 1 can be fixed with --fix
			exit 1
			"
		`);
	});

	test('is linted without a name, too', async () => {
		expect((await runCli(['lint', '-'], { stdin: broken })).stdout).toMatch(/^<stdin>:2:1: error: /);
	});

	test('takes the settings of the folder it is said to be in', async () => {
		const cwd = folderWith({ 'units/.fleet-units.json': '{ "rules": { "unknown-directive": "off" } }' });
		const argv = ['lint', '-', '--stdin-name', 'units/web.service'];
		expect((await runCli(argv, { cwd, stdin: misspelt })).stdout).toBe('no problems in 1 file\n');
	});

	test('is skipped under a name that is no unit file', async () => {
		expect(await transcript(['-', '--stdin-name', 'README.md'], { stdin: broken })).toMatchInlineSnapshot(`
			"
			stderr:
			skipped README.md: not a unit file's name
			fleet-units: nothing to lint; none of the paths is or holds a unit file
			exit 2
			"
		`);
	});

	test('may stand beside files', async () => {
		const cwd = folderWith({ 'a.service': broken });
		const { stdout } = await runCli(['lint', '--format', 'json', '-', 'a.service', '--stdin-name', 'b.service'], {
			cwd,
		});
		expect(JSON.parse(stdout).map(({ file }: { file: string }) => file)).toEqual(['a.service', 'b.service']);
	});
});

describe('--format', () => {
	test('json lists every file and nothing else', async () => {
		const cwd = folderWith({ 'a.service': sound, 'web.service': misspelt });
		const { code, stdout, stderr } = await runCli(['lint', '--format', 'json', '.'], { cwd });
		expect(stdout.replace(/file:.*\/docs/, 'file:…/docs')).toMatchInlineSnapshot(`
			"[
			  {
			    "file": "a.service",
			    "problems": []
			  },
			  {
			    "file": "web.service",
			    "problems": [
			      {
			        "rule": "unknown-directive",
			        "severity": "warning",
			        "message": "[Service] has no directive \`ExecRelaod\`, and systemd skips it; did you mean \`ExecReload\`",
			        "range": {
			          "start": {
			            "line": 1,
			            "character": 0
			          },
			          "end": {
			            "line": 1,
			            "character": 10
			          }
			        },
			        "docs": "file:…/docs/rules/unknown-directive.md",
			        "fix": {
			          "title": "Change to \`ExecReload\`",
			          "kind": "safe"
			        }
			      }
			    ]
			  }
			]
			"
		`);
		expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	});

	test('sarif names files relative to the folder of the run', async () => {
		const cwd = folderWith({ 'units/web.service': broken });
		const { code, stdout } = await runCli(['lint', '--format', 'sarif', path.join(cwd, 'units')], { cwd });
		const [{ results }] = JSON.parse(stdout).runs;
		expect(results[0].locations[0].physicalLocation.artifactLocation.uri).toBe('units/web.service');
		expect(code).toBe(1);
	});

	test('github prints a command for each problem', async () => {
		const cwd = folderWith({ 'web.service': broken });
		expect(await transcript(['--format', 'github', '.'], { cwd })).toMatchInlineSnapshot(`
			"
			stdout:
			::error file=web.service,line=2,col=1,endLine=2,endColumn=15,title=missing-equals::this line has no \`=\`: systemd skips it, fleet refuses the unit; write \`Restart=…\`
			exit 1
			"
		`);
	});
});

test('a file that was changed between two runs is read anew', async () => {
	const cwd = folderWith({ 'web.service': broken });
	expect((await runCli(['lint', '.'], { cwd })).code).toBe(1);
	writeFileSync(path.join(cwd, 'web.service'), sound);
	expect((await runCli(['lint', '.'], { cwd })).code).toBe(0);
});
