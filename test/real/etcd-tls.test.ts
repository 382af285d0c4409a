// An etcd that speaks TLS and wants a certificate: with the right ones all works, with others the error says what is wrong.
import { afterAll, beforeAll, expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { connect } from '../../cluster/src/connect.ts';
import type { ClusterTarget } from '../../cluster/src/target.ts';
import { type Authority, createAuthority } from '../support/certificates.ts';
import { type EtcdMember, startEtcd } from '../support/etcd.ts';
import { startWatching } from '../support/watching.ts';

const patient = new AbortController().signal;
const slowly = { timeout: 30_000, interval: 20 };

let authority: Authority;
let etcd: EtcdMember;
beforeAll(async () => {
	authority = createAuthority();
	etcd = await startEtcd({ ca: authority.ca, ...authority.issue('server') });
});
afterAll(async () => {
	await etcd.stop();
	authority.remove();
});

function backendWith(files: Pick<ClusterTarget, 'caFile' | 'certFile' | 'keyFile'>): ClusterBackend {
	const backend = connect({ driver: 'etcd', endpoint: etcd.url, ...files });
	onTestFinished(() => backend.dispose());
	return backend;
}

test('with its authority and a certificate, units are written, read and watched', async () => {
	const { cert, key } = authority.issue('client');
	const backend = backendWith({ caFile: authority.ca, certFile: cert, keyFile: key });
	const watch = startWatching(backend);
	onTestFinished(() => watch.stop());
	await expect.poll(() => watch.sum(), slowly).toBeDefined();
	const options = [{ section: 'Service', name: 'ExecStart', value: '/bin/true' }];
	await backend.submit({ name: 'a.service', options, seen: { kind: 'absent' } }, patient);
	await expect.poll(() => watch.sum()?.units.map(({ name }) => name), slowly).toEqual(['a.service']);
});

test('without a certificate it is denied', async () => {
	await expect(backendWith({ caFile: authority.ca }).units(patient)).rejects.toMatchObject({ kind: 'denied' });
});

test('of an authority that nobody knows is not believed', async () => {
	await expect(backendWith({}).units(patient)).rejects.toMatchObject({ kind: 'host-key' });
});
