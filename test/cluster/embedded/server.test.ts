// The practice cluster from outside: over its sockets, with what fleet's API has no words for.

import { chmod, link, mkdir, mkdtemp, rm, stat, writeFile } from 'node:fs/promises';
import { createServer } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { createPracticeBackend } from '../../../cluster/src/embedded/practice-backend.ts';
import { createPracticeControls } from '../../../cluster/src/embedded/practice-controls.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { readEndpoint } from '../../../cluster/src/transport/endpoint.ts';
import { open } from '../../../cluster/src/transport/open.ts';
import type { Transport } from '../../../cluster/src/transport/transport.ts';
import { call, closeAll, put, service, startPractice } from './support.ts';

const patient = new AbortController().signal;

afterEach(closeAll);

describe('a practice cluster', () => {
	test('runs a unit as soon as it is asked to', async () => {
		const cluster = await startPractice();
		expect(await put(cluster, 'web.service', service('/bin/sleep infinity'), 'launched')).toBe(201);
		const { units, states } = cluster.snapshot();
		expect(units).toMatchObject([{ name: 'web.service', currentState: 'launched' }]);
		expect(states).toMatchObject([{ name: 'web.service', load: 'loaded', active: 'active', sub: 'running' }]);
	});

	test('gets there in real time, too', async () => {
		// A clock that runs a hundred times as fast, so that nobody waits.
		const start = Date.now();
		const cluster = await startPractice({ speed: 'real', clock: () => start + (Date.now() - start) * 100 });
		await put(cluster, 'web.service', service('/bin/sleep infinity'), 'launched');
		await cluster.settle();
		expect(cluster.snapshot().states).toMatchObject([{ name: 'web.service', sub: 'running' }]);
	});

	test('has as many machines as it is asked for, always the same', async () => {
		const first = await startPractice({ machines: 5 });
		const second = await startPractice({ machines: 5 });
		expect(first.snapshot().machines).toHaveLength(5);
		expect(second.snapshot().machines).toEqual(first.snapshot().machines);
	});

	test('closes the connection where a handler of fleet dies', async () => {
		const cluster = await startPractice();
		const headers = [['Content-Type', 'application/json']] as const;
		expect(await call(cluster, 'GET', '/fleet/v1/state/nobody.service')).toBeUndefined();
		expect(
			await call(cluster, 'PUT', '/fleet/v1/units/a.service', { body: '{"options":[null]}', headers }),
		).toBeUndefined();
		expect(await call(cluster, 'GET', '/fleet/v1/units')).toMatchObject({ status: 200, body: '{}' });
	});

	test.each(['Origin', 'Sec-Fetch-Site'])('answers no request with the header %s of web pages', async (name) => {
		const cluster = await startPractice();
		const headers = [[name, 'https://example.com']] as const;
		expect(await call(cluster, 'POST', '/practice/v1/registry/lose', { headers })).toMatchObject({ status: 403 });
		expect(await call(cluster, 'GET', '/fleet/v1/units')).toMatchObject({ status: 200 });
	});

	test('ends with its signal', async () => {
		const controller = new AbortController();
		const cluster = await startPractice({ signal: controller.signal });
		controller.abort();
		await expect(call(cluster, 'GET', '/fleet/v1/units')).rejects.toThrow('ECONNREFUSED');
	});
});

describe('a practice cluster listens', () => {
	test('at a unix socket in a folder that is its own, again and again', async () => {
		const socket = path.join(await temporaryFolder(), 'own', 'fleet.sock');
		const cluster = await startEmbeddedCluster({ listen: [`unix:${socket}`, 'tcp:127.0.0.1:0'] });
		expect(cluster.addresses).toEqual([`unix://${socket}`, expect.stringMatching(/^http:\/\/127\.0\.0\.1:\d+$/)]);
		expect((await stat(path.dirname(socket))).mode & 0o777).toBe(0o700);
		await expect(startEmbeddedCluster({ listen: [`unix:${socket}`] })).rejects.toThrow('another server listens there');
		await cluster.close();
		const again = await startPractice({ listen: [`unix:${socket}`] });
		expect(again.addresses).toEqual([`unix://${socket}`]);
	});

	test('at a socket that a dead server left behind', async () => {
		const folder = await temporaryFolder();
		const socket = path.join(folder, 'fleet.sock');
		const dead = createServer().listen(socket);
		await new Promise((resolve) => dead.once('listening', resolve));
		const copy = path.join(folder, 'copy.sock');
		// Closing removes the socket, but not its second name.
		await link(socket, copy);
		await new Promise((resolve) => dead.close(resolve));
		expect((await startPractice({ listen: [`unix:${copy}`] })).addresses).toEqual([`unix://${copy}`]);
	});

	test('not in a folder that others may enter, and not over a file', async () => {
		const folder = await temporaryFolder();
		const shared = path.join(folder, 'shared');
		await mkdir(shared);
		await chmod(shared, 0o755);
		const socket = path.join(shared, 'fleet.sock');
		await expect(startEmbeddedCluster({ listen: [`unix:${socket}`] })).rejects.toThrow('others may enter its folder');
		const file = path.join(folder, 'file');
		await writeFile(file, 'precious');
		await expect(startEmbeddedCluster({ listen: [`unix:${file}`] })).rejects.toThrow('a file of that name is there');
	});

	test.each([
		'tcp:0.0.0.0:80',
		'tcp:example.com:80',
		'tcp:127.0.0.1',
		'tcp:127.0.0.1:99999',
		'unix:',
		'http://127.0.0.1',
	])('not at %s', async (address) => {
		await expect(startEmbeddedCluster({ listen: [address] })).rejects.toThrow(`cannot listen at \`${address}\``);
	});
});

describe('the extra paths', () => {
	test('give the status of a unit as systemctl prints it', async () => {
		const { cluster, backend, machineId } = await runningUnit('/bin/sleep infinity');
		const status = await backend.status('a.service', machineId, patient);
		expect(status.exitCode).toBe(0);
		expect(status.stdout).toMatch(
			/^● a\.service - a test\n {5}Loaded: loaded \(.*\)\n {5}Active: active \(running\) since /,
		);
		const missing = await backend.status('b.service', machineId, patient);
		expect(missing).toEqual({ exitCode: 4, stdout: '', stderr: 'Unit b.service could not be found.\n' });
		await expect(backend.status('a.service', 'nobody', patient)).rejects.toMatchObject({ kind: 'not-found' });
		await put(cluster, 'a.service', service('/bin/false'), 'launched');
		expect((await backend.status('a.service', machineId, patient)).exitCode).toBe(3);
		await backend.dispose();
	});

	test('give the lines of a journal as they come', async () => {
		const { cluster, backend, machineId } = await runningUnit('/bin/echo hello');
		const controller = new AbortController();
		const seen: string[] = [];
		for await (const { message } of backend.journal(
			'a.service',
			machineId,
			{ lines: 1, follow: true },
			controller.signal,
		)) {
			seen.push(message);
			if (seen.length === 1) await put(cluster, 'a.service', service('/bin/echo bye'), 'launched');
			if (message === 'bye') break;
		}
		controller.abort();
		expect(seen).toEqual(['a.service: Deactivated successfully.', 'Started a.service - a test.', 'bye']);
		await backend.dispose();
	});

	test('lose machines and bring them back', async () => {
		const cluster = await startPractice();
		const transport = transportTo(cluster);
		const controls = createPracticeControls(transport);
		const [first] = await controls.machines(patient);
		const id = first?.id ?? '';
		await controls.loseMachine(id, 'drained', patient);
		expect(cluster.snapshot().machines.map((machine) => machine.id)).not.toContain(id);
		expect(await controls.machines(patient)).toContainEqual({ id, fleetd: 'stopped', wedged: false });
		await controls.returnMachine(id, patient);
		expect(cluster.snapshot().machines.map((machine) => machine.id)).toContain(id);
		await expect(controls.loseMachine('nobody', 'off', patient)).rejects.toMatchObject({ kind: 'not-found' });
		expect(() => cluster.loseMachine('nobody')).toThrow('no machine `nobody`');
		await transport.dispose();
	});

	test('take the registry away', async () => {
		const cluster = await startPractice();
		const transport = transportTo(cluster);
		const controls = createPracticeControls(transport);
		await controls.loseRegistry(patient);
		expect(await call(cluster, 'GET', '/fleet/v1/units')).toMatchObject({ status: 500 });
		expect(await call(cluster, 'GET', '/fleet/v1/discovery')).toMatchObject({ status: 200 });
		await controls.returnRegistry(patient);
		expect(await call(cluster, 'GET', '/fleet/v1/units')).toMatchObject({ status: 200 });
		await transport.dispose();
	});

	test.each([
		['GET', '/practice/v1/nothing', 404],
		['POST', '/practice/v1/status', 405],
		['GET', '/practice/v1/%zz', 400],
		['POST', '/practice/v1/machines/x/lose?how=burnt', 400],
		['GET', '/practice/v1/journal?unit=a.service&machine=nobody', 404],
	])('refuse %s %s with %i', async (method, target, status) => {
		const answer = await call(await startPractice(), method, target);
		expect(answer?.status).toBe(status);
		expect(JSON.parse(answer?.body ?? '')).toMatchObject({
			error: { code: status, message: expect.stringMatching(/./) },
		});
	});
});

async function runningUnit(command: string) {
	const cluster = await startPractice();
	await put(cluster, 'a.service', service(command), 'launched');
	const machineId = cluster.snapshot().units[0]?.machineId ?? '';
	return { cluster, backend: createPracticeBackend(transportTo(cluster)), machineId };
}

function transportTo({ addresses }: EmbeddedCluster): Transport {
	const [transport] = open([readEndpoint(addresses[0] ?? '')], undefined).transports;
	if (transport === undefined) throw new Error('one endpoint gives one transport');
	return transport;
}

const folders: string[] = [];

async function temporaryFolder(): Promise<string> {
	const folder = await mkdtemp(path.join(tmpdir(), 'practice-'));
	folders.push(folder);
	return folder;
}

afterEach(async () => {
	await Promise.all(folders.splice(0).map((folder) => rm(folder, { recursive: true })));
});
