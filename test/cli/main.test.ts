// The bundle as a process: what cannot be seen in this process, such as exit codes, pipes and the start of the server.

import { execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { folderWith } from '../support/cli.ts';

const packageFolder = mkdtempSync(path.join(tmpdir(), 'fleet-units-bundle-'));
const program = path.join(packageFolder, 'dist/cli.cjs');

beforeAll(() => {
	cpSync('package.json', path.join(packageFolder, 'package.json'));
	execFileSync(process.execPath, ['scripts/build.mjs', '--to', packageFolder]);
});

afterAll(() => rmSync(packageFolder, { recursive: true }));

const run = (argv: readonly string[], options: { readonly cwd?: string; readonly input?: string } = {}) =>
	spawnSync(process.execPath, [program, ...argv], { encoding: 'utf8', ...options });

const broken = '[Service]\nRestart always\nExecStart=/bin/true\n';

describe('the process', () => {
	test('lints and exits with the code for what it found', () => {
		const cwd = folderWith({ 'web.service': broken });
		const { status, stdout, stderr } = run(['lint', 'web.service'], { cwd });
		expect(stdout).toMatch(/^web\.service:2:1: error: .* \[missing-equals\]\n/);
		expect({ status, stderr }).toEqual({ status: 1, stderr: '' });
	});

	test('reads standard input', () => {
		expect(run(['lint', '-', '--stdin-name', 'web.service'], { input: broken })).toMatchObject({ status: 1 });
	});

	test('fails on wrong usage', () => {
		expect(run([])).toMatchObject({ status: 2, stdout: '' });
	});

	test('finds its version and its pages in the package around it', () => {
		const { version } = JSON.parse(readFileSync('package.json', 'utf8'));
		expect(run(['--version']).stdout).toBe(`fleet-units ${version}\n`);
		const [{ problems }] = JSON.parse(run(['lint', '--format', 'json', '-'], { input: broken }).stdout);
		expect(problems[0].docs).toBe(pathToFileURL(path.join(packageFolder, 'docs/rules/missing-equals.md')).href);
	});

	test('gives all of a long report to a pipe', () => {
		const cwd = folderWith({ 'web.service': `[Service]\nExecStart=/bin/true\n${'Restart always\n'.repeat(1000)}` });
		const { stdout, status } = run(['lint', '--format', 'json', '.'], { cwd });
		expect(JSON.parse(stdout)[0].problems).toHaveLength(1000);
		expect(status).toBe(1);
	});

	test('ends quietly when nobody reads on', async () => {
		const cwd = folderWith({ 'web.service': `[Service]\n${'Restart always\n'.repeat(1000)}` });
		const child = spawn(process.execPath, [program, 'lint', '.'], { cwd, stdio: ['ignore', 'pipe', 'pipe'] });
		child.stdout.once('data', () => child.stdout.destroy());
		const stderr = readAll(child.stderr);
		const status = await new Promise((resolve) => child.on('close', resolve));
		expect({ status, stderr: await stderr }).toEqual({ status: 1, stderr: '' });
	});
});

test('serve starts the language server', async () => {
	const child = spawn(process.execPath, [program, 'serve', '--stdio'], { stdio: ['pipe', 'pipe', 'pipe'] });
	const request = {
		jsonrpc: '2.0',
		id: 1,
		method: 'initialize',
		params: { processId: null, rootUri: null, capabilities: {} },
	};
	const answer = new Promise<string>((resolve) => child.stdout.once('data', (chunk) => resolve(String(chunk))));
	const body = JSON.stringify(request);
	child.stdin.write(`Content-Length: ${body.length}\r\n\r\n${body}`);
	expect(await answer).toMatch(/^Content-Length: /);
	const closed = new Promise((resolve) => child.on('close', resolve));
	child.kill();
	await closed;
});

async function readAll(stream: AsyncIterable<Uint8Array>): Promise<string> {
	const chunks: Uint8Array[] = [];
	for await (const chunk of stream) chunks.push(chunk);
	return Buffer.concat(chunks).toString();
}
