// The bundles as processes: what cannot be seen in this one, such as Ctrl-C, and which bundle holds what.

import { type ChildProcessWithoutNullStreams, execFileSync, spawn, spawnSync } from 'node:child_process';
import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, onTestFinished, test } from 'vitest';
import { folderWith } from '../../support/cli.ts';

const packageFolder = mkdtempSync(path.join(tmpdir(), 'fleet-units-bundle-'));
const program = path.join(packageFolder, 'dist/cli.cjs');

beforeAll(() => {
	cpSync('package.json', path.join(packageFolder, 'package.json'));
	execFileSync(process.execPath, ['scripts/build.mjs', '--to', packageFolder]);
}, 60_000);

afterAll(() => rmSync(packageFolder, { recursive: true }));

describe('the bundles', () => {
	test('work together over a unix socket, and end in good order', async () => {
		const cwd = folderWith({ 'web.service': '[Service]\nExecStart=/bin/sleep infinity\n' });
		const cluster = start(['cluster', '--state', 'state.json'], cwd);
		const env = { ...process.env, FLEETCTL_ENDPOINT: await endpointOf(cluster) };
		const ctl = (...argv: readonly string[]) => {
			const { status, stdout } = spawnSync(process.execPath, [program, 'ctl', ...argv], { cwd, env, encoding: 'utf8' });
			return { status, stdout };
		};
		expect(ctl('start', 'web')).toMatchObject({
			status: 0,
			stdout: expect.stringContaining('Unit web.service launched on '),
		});
		expect(ctl('list-units', '--no-legend').stdout).toMatch(/^web\.service\t.*\tactive\trunning\n$/);
		expect(ctl('start').status).toBe(2);
		expect(ctl('status', 'nope').status).toBe(1);
		cluster.kill('SIGINT');
		expect(await codeOf(cluster)).toBe(0);
		expect(JSON.parse(readFileSync(path.join(cwd, 'state.json'), 'utf8')).units).toHaveLength(1);
	});

	test('leave an account at Ctrl-C', async () => {
		const cwd = folderWith({});
		writeFileSync(path.join(cwd, 'lost.service'), '[Service]\nExecStart=/bin/x\n[X-Fleet]\nMachineMetadata=a=b\n');
		const cluster = start(['cluster'], cwd);
		const env = { ...process.env, FLEETCTL_ENDPOINT: await endpointOf(cluster) };
		const ctl = start(['ctl', 'journal', '--follow', 'web'], cwd, env);
		// It is nowhere, so this ends by itself.
		expect(await codeOf(ctl)).toBe(1);
		const watching = start(['ctl', 'watch'], cwd, env);
		await outputOf(watching.stdout);
		watching.kill('SIGINT');
		expect(await codeOf(watching)).toBe(0);
		const waiting = start(['ctl', 'start', 'lost'], cwd, env);
		const stderr = wholeOf(waiting.stderr);
		while (!listOf(env, cwd).includes('lost.service')) await new Promise((resolve) => setTimeout(resolve, 20));
		waiting.kill('SIGINT');
		expect(await codeOf(waiting)).toBe(130);
		expect(await stderr).toMatch(
			/^given up; this is how things stand:\n {2}lost\.service: asked for, and goes on without you/,
		);
	});

	test('keep the code of clusters out of linting', () => {
		const [cli, ctl] = ['cli.cjs', 'ctl.cjs'].map((name) =>
			readFileSync(path.join(packageFolder, 'dist', name), 'utf8'),
		);
		expect(ctl).toContain('FLEETCTL_');
		expect(cli).not.toContain('FLEETCTL_');
		expect(cli).not.toContain('node:http');
	});
});

function start(
	argv: readonly string[],
	cwd: string,
	env: NodeJS.ProcessEnv = process.env,
): ChildProcessWithoutNullStreams {
	const child = spawn(process.execPath, [program, ...argv], { cwd, env });
	onTestFinished(async () => {
		child.kill('SIGINT');
		await codeOf(child);
	});
	return child;
}

async function endpointOf(cluster: ChildProcessWithoutNullStreams): Promise<string> {
	const [, endpoint = ''] = /FLEETCTL_ENDPOINT=(\S+)/.exec(await outputOf(cluster.stdout)) ?? [];
	return endpoint;
}

function listOf(env: NodeJS.ProcessEnv, cwd: string): string {
	return spawnSync(process.execPath, [program, 'ctl', 'list-unit-files'], { cwd, env, encoding: 'utf8' }).stdout;
}

function outputOf(stream: NodeJS.ReadableStream): Promise<string> {
	return new Promise((resolve) => stream.once('data', (chunk) => resolve(String(chunk))));
}

async function wholeOf(stream: NodeJS.ReadableStream): Promise<string> {
	let text = '';
	for await (const chunk of stream) text += String(chunk);
	return text;
}

function codeOf(child: ChildProcessWithoutNullStreams): Promise<number | null> {
	return child.exitCode === null
		? new Promise((resolve) => child.once('close', resolve))
		: Promise.resolve(child.exitCode);
}
