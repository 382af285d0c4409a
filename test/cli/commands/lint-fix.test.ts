// `fleet-units lint` that mends: what is written, what is printed instead, and what is left.

import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { folderWith, runCli } from '../../support/cli.ts';
import { mended, misspelt, sound, transcript, withStrayByte } from '../../support/lint-runs.ts';

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
