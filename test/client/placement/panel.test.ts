// The map over a practice cluster that really listens: the page is told what is so, and what was planned comes true.

import path from 'node:path';
import { expect, onTestFinished, test, vi } from 'vitest';
import { createSession } from '../../../client/src/clusters/session.ts';
import { deedOf } from '../../../client/src/placement/deeds.ts';
import type { MapCluster } from '../../../client/src/placement/map-cluster.ts';
import { createMap } from '../../../client/src/placement/map-model.ts';
import { createMapPanel, type SavedPicture } from '../../../client/src/placement/map-panel.ts';
import { type FromPage, toPageMessage } from '../../../client/src/placement/messages.ts';
import { performDeed } from '../../../client/src/placement/perform-deed.ts';
import { readMapCluster } from '../../../client/src/placement/read-map-cluster.ts';
import { createReleases } from '../../../client/src/placement/releases.ts';
import type { Trial } from '../../../client/src/placement/trials.ts';
import { connect } from '../../../cluster/src/connect.ts';
import { start, submit } from '../../../cluster/src/operations/submit.ts';
import { m1, m2, m3 } from '../../cluster/operations/cluster-fixtures.ts';
import { type Practice, practiceWith } from '../../cluster/operations/practice.ts';

// On a busy machine the list of units is slow to read, and then read the more rarely.
vi.setConfig({ testTimeout: 60_000 });

const service = (rest = '') => `[Service]\nExecStart=/bin/sleep infinity\n${rest}`;
const files = {
	'web@.service': service('[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n'),
	'db.service': service('[X-Fleet]\nMachineMetadata=role=db\n'),
	'free.service': service(),
	'local@.service': service('[X-Fleet]\nMachineMetadata=role=db\n'),
};

test('a page that is there is told of the cluster, and again only when something has changed', async () => {
	const { page, practice } = await openMap();
	expect(page.told).toEqual([]);
	await page.say({ kind: 'ready' });
	await eventually(() => expect(page.cluster()?.units.map(({ name }) => name)).toEqual(startedUnits));
	expect(page.cluster()).toMatchObject({ name: 'shop', trouble: '', can: { setMetadata: true, changeUnits: true } });
	const before = page.told.length;
	page.update();
	expect(page.told).toHaveLength(before);
	await submit(practice.backend, asked(practice, 'free.service'), practice.context);
	await eventually(() => expect(page.cluster()?.units.map(({ name }) => name)).toContain('free.service'));
	await page.say({ kind: 'ready' });
	expect(page.told.at(-1)).toEqual(page.told.at(-2));
});

test('instances land where the plan has them', async () => {
	const { page } = await openMap(['web@1.service']);
	const trial = { kind: 'instances', template: 'web@.service', count: 2 } as const;
	const plan = await page.plan(trial);
	expect(plan).toEqual({ 'web@2.service': m2, 'web@3.service': undefined });
	await page.say({ kind: 'do', trial });
	await eventually(() => expect(page.places(Object.keys(plan))).toEqual(plan));
	expect(page.told).toContainEqual({ kind: 'done', trial });
});

test('instances of a template that only the workspace has are started from its file', async () => {
	const { page, practice } = await openMap([]);
	await start(practice.backend, asked(practice, 'local@1.service'), practice.context);
	await page.say({ kind: 'ready' });
	await eventually(() => expect(page.cluster()?.units.map(({ name }) => name)).toContain('local@1.service'));
	await page.say({ kind: 'do', trial: { kind: 'instances', template: 'local@.service', count: 1 } });
	await eventually(() => expect(page.places(['local@2.service'])).toEqual({ 'local@2.service': m3 }));
});

test('other metadata moves what the plan says', async () => {
	const { page } = await openMap();
	const trial = { kind: 'metadata', machineId: m3, text: 'role=web' } as const;
	const plan = await page.plan(trial, { kind: 'metadata', machineId: m1, text: 'role=db' });
	expect(plan).toEqual({ 'db.service': m1, 'web@1.service': m2 });
	await page.say({ kind: 'do', trial: { kind: 'metadata', machineId: m1, text: 'role=db' } });
	await page.say({ kind: 'do', trial });
	await eventually(() => expect(page.places(Object.keys(plan))).toEqual(plan));
	expect(page.cluster()?.machines.map(({ metadata }) => metadata)).toEqual([
		{ role: 'db' },
		{ role: 'web' },
		{ role: 'web' },
	]);
});

test('a machine that is lost takes its units along as planned', async () => {
	const { page, practice } = await openMap();
	const plan = await page.plan({ kind: 'down', machineId: m1 });
	expect(plan).toEqual({ 'web@1.service': m2 });
	practice.cluster.loseMachine(m1, 'drained');
	await eventually(() => expect(page.places(Object.keys(plan))).toEqual(plan));
});

test('a unit is unloaded as tried, and what the user does not agree to is not done', async () => {
	const { page } = await openMap();
	await page.say({ kind: 'ready' });
	await eventually(() => expect(page.places(['db.service'])).toEqual({ 'db.service': m3 }));
	const trial = { kind: 'desired', unit: 'db.service', state: 'inactive' } as const;
	page.agree(false);
	await page.say({ kind: 'do', trial });
	expect(page.told).not.toContainEqual({ kind: 'done', trial });
	page.agree(true);
	await page.say({ kind: 'do', trial });
	await eventually(() => expect(page.places(['db.service'])).toEqual({ 'db.service': undefined }));
});

test('pictures come out as they went in, and a page that is at fault is heard of', async () => {
	const { page } = await openMap([]);
	await page.say({ kind: 'save', format: 'svg', data: '<svg>ü</svg>' });
	await page.say({ kind: 'save', format: 'png', data: Buffer.from([137, 80, 78, 71]).toString('base64') });
	await page.say({ kind: 'fault', message: 'too large' });
	expect(page.saved.map(({ bytes }) => Buffer.from(bytes).toString('latin1'))).toEqual([
		Buffer.from('<svg>ü</svg>').toString('latin1'),
		'\x89PNG',
	]);
	expect(page.faults).toEqual(['too large']);
	await expect(page.say({ kind: 'rm' })).rejects.toThrow('a message of the placement map.kind is "rm"');
});

test('a cluster that cannot be reached says so, and is tried again from the page', async () => {
	const { page, practice, session } = await openMap();
	await session.disconnect();
	await page.say({ kind: 'ready' });
	expect(page.cluster()).toMatchObject({ trouble: 'not connected', machines: [] });
	await page.say({ kind: 'connect' });
	await eventually(() => expect(page.cluster()).toMatchObject({ trouble: '', machines: [{}, {}, {}] }));
	await practice.cluster.close();
	await eventually(() => expect(page.cluster()?.trouble).toContain('cannot be read for now'));
	expect(page.cluster()?.machines).toHaveLength(3);
});

/** The machine may be busy: what comes true late comes true. */
function eventually(check: () => void): Promise<void> {
	return vi.waitFor(check, { timeout: 45_000 });
}

const startedUnits = ['db.service', 'web@.service', 'web@1.service'];

/** A map of a practice cluster with units that run, and a page that keeps what it is told. */
async function openMap(started: readonly string[] = ['db.service', 'web@1.service']) {
	const practice = await practiceWith(files);
	await submit(practice.backend, asked(practice, 'web@.service'), practice.context);
	if (started.length > 0) await start(practice.backend, asked(practice, ...started), practice.context);
	const session = createSession({
		identity: { id: 'shop', name: 'shop', address: '', readOnly: false, production: false, origin: 'settings' },
		open: async () => connect({ endpoint: practice.cluster.addresses[0] ?? '', driver: 'practice' }),
		changed: () => page.update(),
		log: () => {},
		interval: () => 20,
	});
	onTestFinished(() => session.disconnect());
	const page = createPage(practice, session);
	await session.connect();
	return { practice, session, page };
}

function createPage(practice: Practice, session: ReturnType<typeof createSession>) {
	const told: ReturnType<typeof toPageMessage>[] = [];
	const saved: SavedPicture[] = [];
	const faults: string[] = [];
	let agrees = true;
	const release = createReleases(() => panel.update());
	const localFiles = new Map([['local@.service', { path: path.join(practice.folder, 'local@.service') }]]);
	const read = () => readMapCluster({ ...session.view(), localFiles }, release(session.backend()));
	const panel = createMapPanel({
		read,
		post: (message) => told.push(toPageMessage(structuredClone(message), 'a message')),
		connect: () => session.connect(),
		carryOut: async (trial) => {
			const deed = deedOf(trial, read());
			if (deed.kind === 'none') throw new Error(deed.reason);
			if (!agrees) return false;
			await performDeed(deed, practice.backend, (file) => localFiles.get(file)?.path, practice.context);
			return true;
		},
		save: async (picture) => void saved.push(picture),
		tell: (message) => faults.push(message),
	});
	const cluster = (): MapCluster | undefined => told.findLast((message) => message.kind === 'cluster')?.cluster;
	return {
		...{ told, saved, faults, cluster, update: panel.update },
		say: (message: FromPage | { readonly kind: 'rm' }) => panel.take(message),
		agree: (does: boolean) => {
			agrees = does;
		},
		/** Where units would be with what is tried, those that would be elsewhere. */
		async plan(...trials: readonly Trial[]) {
			await panel.take({ kind: 'ready' });
			await eventually(() => expect(cluster()?.units.length).toBeGreaterThan(1));
			const known = cluster();
			const moves = known === undefined ? [] : (createMap(known, trials).plan?.moves ?? []);
			return Object.fromEntries(moves.map(({ name, to }) => [name, to]));
		},
		places(names: readonly string[]) {
			const units = new Map(cluster()?.units.map(({ name, machineId }) => [name, machineId]));
			return Object.fromEntries(names.map((name) => [name, units.get(name)]));
		},
	};
}

function asked({ files: unitFiles }: Practice, ...units: readonly string[]) {
	return { units, files: unitFiles };
}
