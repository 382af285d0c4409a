// The practice cluster from outside: over its sockets, as colleagues of it know it.

import { mkdtemp, rm, stat } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, describe, expect, test } from 'vitest';
import { startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { closeAll, put, service, startPractice } from './support.ts';

afterEach(closeAll);

describe('a practice cluster', () => {
	test('runs a unit as soon as it is asked to', async () => {
		const cluster = await startPractice();
		expect(await put(cluster, 'web.service', service('/bin/sleep infinity'), 'launched')).toBe(201);
		const { units, states } = cluster.snapshot();
		expect(units).toMatchObject([{ name: 'web.service', currentState: 'launched' }]);
		expect(states).toMatchObject([{ name: 'web.service', load: 'loaded', active: 'active', sub: 'running' }]);
	});

	test('listens on a unix socket in a folder that is its own', async () => {
		const folder = await mkdtemp(path.join(tmpdir(), 'practice-'));
		const socket = path.join(folder, 'own', 'fleet.sock');
		const cluster = await startPractice({ listen: [`unix:${socket}`] });
		expect(cluster.addresses).toEqual([`unix://${socket}`]);
		expect((await stat(path.dirname(socket))).mode & 0o777).toBe(0o700);
		await cluster.close();
		await rm(folder, { recursive: true });
	});

	test.each(['tcp:0.0.0.0:80', 'tcp:example.com:80', 'tcp:127.0.0.1', 'unix:', 'http://127.0.0.1'])(
		'does not listen at %s',
		async (address) => {
			await expect(startEmbeddedCluster({ listen: [address] })).rejects.toThrow(`cannot listen at \`${address}\``);
		},
	);
});
