// A target becomes a backend: the API of its driver, by the road that it names.

import { expect, onTestFinished, test } from 'vitest';
import type { ClusterBackend } from '../../cluster/src/backend.ts';
import { connect, logIn } from '../../cluster/src/connect.ts';
import { startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import type { ClusterTarget } from '../../cluster/src/target.ts';
import { patient, sleeper } from './contract-support.ts';

const anything = { kind: 'anything' } as const;
const toMachines = ['journal', 'shell', 'status'];

test.each([
	['api', ['metadata', 'schedule', 'submit', ...toMachines]],
	['etcd', ['push', 'registry', 'repair', 'schedule', 'submit', ...toMachines]],
	['practice', ['journal', 'metadata', 'schedule', 'status', 'submit']],
] as const)('the driver %s has its capabilities', (driver, capabilities) => {
	const backend = disposed(connect({ driver, endpoint: 'http://127.0.0.1:1' }));
	expect([...backend.capabilities].sort()).toEqual([...capabilities].sort());
});

test('a cluster is called by its name, or by its address', () => {
	const target = { driver: 'api', endpoint: 'unix:///run/fleet.sock' } as const;
	expect(disposed(connect({ ...target, name: 'home' })).label).toBe('home');
	expect(disposed(connect(target)).label).toBe('unix:///run/fleet.sock');
	expect(disposed(connect({ ...target, tunnel: 'core@gate' })).label).toBe('unix:///run/fleet.sock via core@gate');
});

test('the API of a fleet is spoken at the first of several endpoints', async () => {
	const endpoint = await embedded();
	const backend = disposed(connect({ driver: 'api', endpoint: `${endpoint},http://127.0.0.1:1` }));
	expect((await backend.machines(patient)).length).toBeGreaterThan(0);
});

test('a cluster that is only read cannot be changed', async () => {
	const target = { driver: 'practice', endpoint: await embedded(), readOnly: true } as const;
	const backend = disposed(connect(target));
	const unit = { name: 'a.service', options: sleeper('a'), seen: anything };
	const writes = [
		backend.submit(unit, patient),
		backend.setDesiredState('a.service', 'launched', anything, patient),
		backend.destroy('a.service', anything, patient),
		backend.setMetadata('m1', { role: 'web' }, patient),
		backend.repairDesiredState('a.service', 'inactive', patient),
	];
	for (const write of writes) await expect(write).rejects.toMatchObject({ kind: 'refused' });
	expect([...backend.capabilities].sort()).toEqual(['journal', 'schedule', 'status']);
	expect(await backend.units(patient)).toEqual([]);
});

test('nobody is asked anything where no login is needed', async () => {
	const target = { driver: 'practice', endpoint: await embedded() } as const;
	const backend = disposed(await logIn(target, {}, { kind: 'batch' }, patient));
	expect(await backend.units(patient)).toEqual([]);
});

test('a login that fails is told, and leaves nothing behind', async () => {
	const target = { driver: 'api', endpoint: 'unix:///run/fleet.sock', tunnel: 'nobody@127.0.0.1:1' } as const;
	const options = { ssh: { configFile: '/dev/null', connectTimeout: 5_000 } };
	const login = logIn(target, options, { kind: 'batch' }, patient);
	await expect(login).rejects.toMatchObject({ name: 'ClusterError' });
});

test.each<Partial<ClusterTarget>>([{ endpoint: 'fleet' }, { endpoint: '' }, { tunnel: '-x' }])(
	'%j is refused',
	(wrong) => {
		const target = { driver: 'api', endpoint: 'unix:///run/fleet.sock', ...wrong } as const;
		expect(() => connect(target)).toThrow(expect.objectContaining({ kind: 'refused' }));
	},
);

/** Starts a practice cluster for this test, and gives its address. */
async function embedded(): Promise<string> {
	const cluster = await startEmbeddedCluster({ listen: ['tcp:127.0.0.1:0'] });
	onTestFinished(() => cluster.close());
	return cluster.addresses[0] ?? '';
}

function disposed(backend: ClusterBackend): ClusterBackend {
	onTestFinished(() => backend.dispose());
	return backend;
}
