// Writes that come only half way, and names that would lead elsewhere: what no real etcd does on demand.
import { describe, expect, test } from 'vitest';
import { ClusterError } from '../../../cluster/src/errors.ts';
import { createEtcdBackend } from '../../../cluster/src/etcd/backend.ts';
import { createEtcdClient } from '../../../cluster/src/etcd/client.ts';
import type { HttpRequest, HttpResponse } from '../../../cluster/src/transport/transport.ts';
import { fakeTransport } from '../fake-transport.ts';
import { prefix } from './dumps.ts';

const patient = new AbortController().signal;
const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/true' }];

function answer(status: number, body: unknown): HttpResponse {
	return { status, headers: { 'x-etcd-index': '7' }, body: JSON.stringify(body) };
}

/** An etcd with nothing in it that takes every write but those of some keys, for which nobody is there any more. */
function vanishingAt(pattern: RegExp) {
	return fakeTransport(({ method, path }: HttpRequest) => {
		if (method === 'GET') return answer(404, { errorCode: 100, message: 'Key not found', cause: '', index: 7 });
		if (pattern.test(path)) throw new ClusterError('unreachable', 'nobody listens there');
		return answer(201, { action: 'set', node: { key: '/a', value: '', modifiedIndex: 8 } });
	});
}

describe('a unit whose creation stops', () => {
	const submit = (pattern: RegExp) =>
		createEtcdBackend({ label: 'etcd', transports: [vanishingAt(pattern)] }).submit(
			{ name: 'a.service', options, seen: { kind: 'absent' } },
			patient,
		);

	test('before it has begun was surely not created', async () => {
		await expect(submit(/\/unit\//)).rejects.toMatchObject({ kind: 'unreachable' });
		await expect(submit(/\/object/)).rejects.toMatchObject({ kind: 'unreachable' });
	});

	test('before its last step is not called untouched, although that step was never sent', async () => {
		await expect(submit(/\/target-state/)).rejects.toMatchObject({ kind: 'unknown' });
	});
});

describe('a creation that was begun', () => {
	test('is brought to its end, even when it is given up', async () => {
		const controller = new AbortController();
		const etcd = fakeTransport(({ method, path }) => {
			if (method === 'GET') return answer(404, { errorCode: 100, message: 'Key not found', cause: '', index: 7 });
			if (path.includes('/object')) controller.abort();
			return answer(201, { action: 'set', node: { key: '/a', value: '', modifiedIndex: 8 } });
		});
		const backend = createEtcdBackend({ label: 'etcd', transports: [etcd] });
		const submission = { name: 'a.service', options, seen: { kind: 'absent' } } as const;
		expect(await backend.submit(submission, controller.signal)).toEqual({ kind: 'created' });
		expect(etcd.requests.at(-1)).toMatchObject({ method: 'PUT', path: expect.stringContaining('/target-state') });
	});
});

describe('a name that would lead elsewhere', () => {
	test.each(['..', '.', '', 'a/b', '../machines'])('such as %j is never sent', async (name) => {
		const etcd = fakeTransport(() => answer(200, {}));
		const client = createEtcdClient([etcd], prefix);
		const key = ['job', name];
		await expect(client.remove(key, patient)).rejects.toMatchObject({ kind: 'refused' });
		await expect(client.put(key, 'x', undefined, patient)).rejects.toMatchObject({ kind: 'refused' });
		await expect(client.readFolder(key, patient)).rejects.toMatchObject({ kind: 'refused' });
		expect(etcd.requests).toEqual([]);
	});
});
