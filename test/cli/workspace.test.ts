// Rules across files on the command line: which files they look at, and what fixes change for them.

import { readFileSync, rmSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { type CliSurroundings, folderWith, runCli } from '../support/cli.ts';

/** Must share a machine with `web.service`. */
const announce =
	'[Unit]\nBindsTo=web.service\nAfter=web.service\n\n[Service]\nExecStart=/bin/a\n\n[X-Fleet]\nMachineOf=web.service\n';
const web = '[Service]\nExecStart=/bin/web\n\n[X-Fleet]\nMachineMetadata=role=web\n';
const db = '[Service]\nExecStart=/bin/db\n\n[X-Fleet]\nMachineMetadata=role=db\n';
/** Must share a machine with the unit that must share one with it. */
const circular = web.replace('MachineMetadata=role=web', 'MachineOf=announce.service');
/** The same, with a key that fleet does not know and a safe fix mends. */
const misspelt = circular.replace('MachineOf', 'MachinOf');

/** Speaks of single files, too, which is not what these tests are about. */
const quietly = ['--rule', 'fleet-uncoupled-sidekick=off'];

/** `file: rule` for each problem. */
async function problemsOf(argv: readonly string[], surroundings: CliSurroundings): Promise<readonly string[]> {
	const { stdout, stderr } = await runCli(['lint', '--format', 'json', ...quietly, ...argv], surroundings);
	const report = stdout.startsWith('[') ? stdout : stderr;
	const files: { file: string; problems: { rule: string }[] }[] = JSON.parse(report);
	return files.flatMap(({ file, problems }) => problems.map(({ rule }) => `${file}: ${rule}`));
}

test('the files of a run know of each other', async () => {
	const cwd = folderWith({ 'a/announce.service': announce, 'b/db.service': db });
	expect(await problemsOf(['.'], { cwd })).toEqual(['a/announce.service: fleet-missing-peer']);
	const others = folderWith({ 'web.service': web });
	expect(await problemsOf(['.', others], { cwd })).toEqual([]);
});

test('a file that is named alone knows the files beside it, and they are not reported', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': circular });
	expect(await problemsOf(['announce.service'], { cwd })).toEqual(['announce.service: fleet-peer-cycle']);
	expect((await runCli(['lint', 'announce.service'], { cwd })).stdout).toContain('1 warning in 1 file');
});

test('a file that is named alone does not find those beside it missing', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': web, 'db.service': db });
	expect(await problemsOf(['announce.service'], { cwd })).toEqual([]);
});

test('a file that is named alone knows its drop-ins', async () => {
	const cwd = folderWith({
		'web.service': '[Unit]\nDescription=Web\n',
		'web.service.d/run.conf': '[Service]\nExecStart=/bin/a\n',
	});
	expect(await problemsOf(['web.service'], { cwd })).toEqual([]);
	rmSync(path.join(cwd, 'web.service.d'), { recursive: true });
	expect(await problemsOf(['web.service'], { cwd })).toEqual(['web.service: missing-exec-start']);
});

test('a file that is named with others of its folder still knows the rest', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': web, 'db.service': db });
	expect(await problemsOf(['announce.service', 'db.service'], { cwd })).toEqual([]);
});

test('a file beside a named one that cannot be read is passed over, and known by its name', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'db.service': db });
	symlinkSync('web.service', path.join(cwd, 'web.service'));
	const { code, stderr } = await runCli(['lint', 'announce.service'], { cwd });
	expect({ code, stderr }).toEqual({ code: 0, stderr: '' });
	expect(await problemsOf(['announce.service'], { cwd })).toEqual([]);
});

test('beside a named file, more than 2000 are not looked at, and nothing is called missing', async () => {
	const units = Object.fromEntries(Array.from({ length: 2001 }, (_, nth) => [`unit-${nth}.service`, db]));
	const cwd = folderWith({ 'announce.service': announce, ...units });
	expect(await problemsOf(['announce.service'], { cwd })).toEqual([]);
	expect(await problemsOf(['.'], { cwd })).toEqual(['announce.service: fleet-missing-peer']);
});

test('links to files of the run are known by their names', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'server.service': web });
	expect(await problemsOf(['.'], { cwd })).toEqual(['announce.service: fleet-missing-peer']);
	symlinkSync('server.service', path.join(cwd, 'web.service'));
	expect(await problemsOf(['.'], { cwd })).toEqual([]);
});

test('standard input takes part under its name, in the place of the file on disk', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': web });
	const argv = ['announce.service', '-', '--stdin-name', 'web.service'];
	expect(await problemsOf(argv, { cwd, stdin: circular })).toEqual([
		'announce.service: fleet-peer-cycle',
		'web.service: fleet-peer-cycle',
	]);
	expect(await problemsOf(['-', '--stdin-name', 'web.service'], { cwd, stdin: circular })).toEqual([
		'web.service: fleet-peer-cycle',
	]);
});

test('standard input without a name knows of no other file', async () => {
	const cwd = folderWith({ 'db.service': db });
	expect(await problemsOf(['.', '-'], { cwd, stdin: announce })).toEqual([]);
});

test('a file whose config file is at fault is known to the others', async () => {
	const cwd = folderWith({
		'announce.service': announce,
		'db.service': db,
		'off/.fleet-units.json': '{',
		'off/web.service': web,
	});
	const { stdout, code } = await runCli(['lint', '.'], { cwd });
	expect(stdout).toBe('no problems in 2 files\n');
	expect(code).toBe(2);
});

test('--fix looks again at files that were sound before a fix of another', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': misspelt });
	expect(await problemsOf(['.'], { cwd })).toEqual(['web.service: unknown-directive']);
	expect(await problemsOf(['--fix', '.'], { cwd })).toEqual([
		'announce.service: fleet-peer-cycle',
		'web.service: fleet-peer-cycle',
	]);
	expect(readFileSync(path.join(cwd, 'web.service'), 'utf8')).toBe(circular);
});

test('--fix-dry-run shows what is left across files, and changes none', async () => {
	const cwd = folderWith({ 'announce.service': announce, 'web.service': misspelt });
	const { stdout, stderr } = await runCli(['lint', '--fix-dry-run', ...quietly, '.'], { cwd });
	expect(stdout).toContain('-MachinOf=announce.service\n+MachineOf=announce.service\n');
	expect(stderr).toContain('2 warnings in 2 of 2 files');
	expect(readFileSync(path.join(cwd, 'web.service'), 'utf8')).toBe(misspelt);
});

test('--fix mends standard input beside the files on disk', async () => {
	const cwd = folderWith({ 'announce.service': announce });
	const argv = ['lint', '--fix', '-', '--stdin-name', 'web.service'];
	const { stdout, stderr } = await runCli(argv, { cwd, stdin: misspelt });
	expect(stdout).toBe(circular);
	expect(stderr).toContain('[fleet-peer-cycle]');
});
