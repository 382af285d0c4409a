// What `fleet-units lint` reads in place of files, and the forms in which it reports to programs.

import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';
import { broken, misspelt, sound, transcript } from '../../support/lint-runs.ts';

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
