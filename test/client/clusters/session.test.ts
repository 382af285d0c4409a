// A cluster as the editor knows it, over a practice cluster that really listens.

import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import { createSession, type Identity, type Session } from '../../../client/src/clusters/session.ts';
import { connect } from '../../../cluster/src/connect.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';

const identity: Identity = {
	id: 'shop',
	name: 'shop',
	address: 'here',
	readOnly: false,
	production: false,
	origin: 'settings',
};

let folder = '';
let cluster: EmbeddedCluster | undefined;
let session: Session | undefined;
const log: string[] = [];

beforeEach(async () => {
	folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	chmodSync(folder, 0o700);
	log.length = 0;
	cluster = await startCluster();
});

afterEach(async () => {
	await session?.disconnect();
	await cluster?.close();
	rmSync(folder, { recursive: true, force: true });
});

test('nothing is opened before somebody connects', async () => {
	let opened = 0;
	session = makeSession(async () => {
		opened++;
		return backend();
	});
	expect(session.view()).toMatchObject({ connection: { kind: 'idle' } });
	expect([opened, session.backend()]).toEqual([0, undefined]);
	await session.connect();
	await vi.waitFor(() => expect(session?.view().connection).toEqual({ kind: 'connected' }));
	expect(session.view().snapshot?.machines).toHaveLength(3);
});

test('a cluster that cannot be opened says why, and can be tried again', async () => {
	let isDown = true;
	session = makeSession(async () => {
		if (isDown) throw new ClusterError('denied', 'ssh: Permission denied', { advice: 'add the key to the agent' });
		return backend();
	});
	await session.connect();
	expect(session.view().connection).toEqual({
		kind: 'failed',
		failure: { kind: 'denied', message: 'ssh: Permission denied', advice: 'add the key to the agent' },
	});
	expect(log).toEqual(['shop: ssh: Permission denied\nadd the key to the agent']);
	isDown = false;
	await session.connect();
	await vi.waitFor(() => expect(session?.view().connection).toEqual({ kind: 'connected' }));
});

test('what was read stays while a cluster is lost, and it comes back by itself', async () => {
	session = makeSession(async () => backend());
	await session.connect();
	await vi.waitFor(() => expect(session?.view().connection).toEqual({ kind: 'connected' }));
	await cluster?.close();
	await vi.waitFor(() => expect(session?.view().connection.kind).toBe('lost'), { timeout: 10_000 });
	expect(session.view().snapshot?.machines).toHaveLength(3);
	expect(session.view().age).toBeGreaterThanOrEqual(0);
	cluster = await startCluster();
	session.nudge();
	await vi.waitFor(() => expect(session?.view().connection).toEqual({ kind: 'connected' }), { timeout: 15_000 });
	expect(session.view().age).toBeUndefined();
}, 30_000);

test('a cluster that is not looked at is read when it is connected, and then not until it is looked at', async () => {
	session = makeSession(async () => backend());
	session.setAttention('off');
	await session.connect();
	await vi.waitFor(() => expect(session?.view().snapshot?.units).toEqual([]));
	const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/sleep 9' }];
	const submission = { name: 'a.service', options, seen: { kind: 'absent' } } as const;
	await session.backend()?.submit(submission, new AbortController().signal);
	await new Promise((resolve) => setTimeout(resolve, 400));
	expect(session.view().snapshot?.units).toEqual([]);
	session.setAttention('normal');
	await vi.waitFor(() => expect(session?.view().snapshot?.units).toHaveLength(1));
});

test('whoever holds a cluster has it read, although the view does not look', async () => {
	session = makeSession(async () => backend());
	session.setAttention('off');
	const end = session.hold('normal');
	await session.connect();
	await vi.waitFor(() => expect(session?.view().snapshot?.units).toEqual([]));
	const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/sleep 9' }];
	const seen = { kind: 'absent' } as const;
	await session
		.backend()
		?.submit({ name: 'a.service', options, desiredState: 'launched', seen }, AbortSignal.timeout(5_000));
	await vi.waitFor(() => expect(session?.view().snapshot?.units).toHaveLength(1), { timeout: 15_000 });
	end();
});

function makeSession(open: () => Promise<ReturnType<typeof backend>>): Session {
	return createSession({ identity, open, changed: () => {}, log: (line) => log.push(line), interval: () => 100 });
}

function backend() {
	return connect({ endpoint: `unix://${path.join(folder, 's')}`, driver: 'practice' });
}

function startCluster(): Promise<EmbeddedCluster> {
	return startEmbeddedCluster({ listen: [`unix:${path.join(folder, 's')}`] });
}
