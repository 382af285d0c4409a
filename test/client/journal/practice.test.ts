// Journals of a practice cluster that really listens, over a road that is closed and opened again.

import { expect, onTestFinished, test, vi } from 'vitest';
import { createSession, type Session } from '../../../client/src/clusters/session.ts';
import { journalClusters } from '../../../client/src/journal/journal-clusters.ts';
import { createJournalFeed } from '../../../client/src/journal/journal-feed.ts';
import { createLog } from '../../../client/src/journal/log.ts';
import { toPageMessage } from '../../../client/src/journal/messages.ts';
import type { GapRow, LineRow } from '../../../client/src/journal/rows.ts';
import { systemTiming } from '../../../client/src/journal/timing.ts';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { connect } from '../../../cluster/src/connect.ts';
import { startEmbeddedCluster } from '../../../cluster/src/embedded/server.ts';
import { startTcpProxy } from '../../support/tcp-proxy.ts';

const patience = { timeout: 25_000, interval: 50 };
const instances = ['web@1.service', 'web@2.service'];

test('over a lost server there is a marked gap, and each line is there once', async () => {
	const shop = await startShop();
	for (const name of instances) await shop.launch(name);
	const page = openPage(await shop.session());
	shop.pass(10);
	await vi.waitFor(() => expect(page.states()).toEqual(['following', 'following']), patience);
	await vi.waitFor(() => expect(page.lines('web@2').length).toBeGreaterThan(10), patience);

	await shop.road.close();
	await vi.waitFor(() => expect(page.states()).toEqual(['lost', 'lost']), patience);
	await vi.waitFor(() => expect(page.gaps()).toHaveLength(2), patience);
	expect(page.gaps().map(({ backAt }) => backAt)).toEqual([undefined, undefined]);
	shop.pass(10);
	await shop.road.open();
	await vi.waitFor(() => expect(page.states()).toEqual(['following', 'following']), patience);
	shop.pass(10);

	for (const name of instances) {
		const written = await shop.written(name);
		await vi.waitFor(
			() => expect(page.lines(name.replace('.service', '')).length).toBeGreaterThanOrEqual(written.length),
			patience,
		);
		expect(page.lines(name.replace('.service', '')).slice(0, written.length)).toEqual(written);
	}
	await vi.waitFor(() => expect(page.gaps().every(({ backAt }) => backAt !== undefined)).toBe(true), patience);
	const gaps = page.gaps();
	expect(gaps.map(({ missing }) => missing)).toEqual(['none', 'none']);
	expect(gaps.every(({ lostAt, backAt = 0 }) => lostAt <= backAt)).toBe(true);
	expect(page.isInOrder()).toBe(true);
}, 120_000);

test('an instance that is started later joins by itself', async () => {
	const shop = await startShop();
	await shop.launch('web@1.service');
	const session = await shop.session();
	const page = openPage(session);
	await vi.waitFor(() => expect(page.states()).toEqual(['following']), patience);
	await shop.launch('web@2.service');
	session.nudge();
	await vi.waitFor(() => expect(page.lines('web@2')).not.toEqual([]), patience);
	await vi.waitFor(() => expect(page.states()).toEqual(['following', 'following']), patience);
}, 60_000);

async function startShop() {
	let passed = 0;
	const cluster = await startEmbeddedCluster({ listen: ['tcp:127.0.0.1:0'], clock: () => Date.now() + passed });
	onTestFinished(() => cluster.close());
	const [address = ''] = cluster.addresses;
	const road = await startTcpProxy(address);
	onTestFinished(() => road.close());
	const direct = connect({ endpoint: address, driver: 'practice' });
	onTestFinished(() => direct.dispose());
	const signal = AbortSignal.timeout(100_000);
	return {
		road,
		launch: async (name: string) => {
			const script = 'while true; do echo tick $(date +%s); sleep 1; done';
			const options = [{ section: 'Service', name: 'ExecStart', value: `/bin/sh -c "${script}"` }];
			await direct.submit({ name, options, desiredState: 'launched', seen: { kind: 'anything' } }, signal);
		},
		/** Lets seconds pass in the cluster. */
		pass: (seconds: number) => {
			passed += seconds * 1_000;
		},
		session: () => connected(road.url),
		written: (name: string) => writtenBy(direct, name, signal),
	};
}

async function connected(endpoint: string): Promise<Session> {
	const identity = { id: 'shop', name: 'shop', address: endpoint, readOnly: false, production: false } as const;
	const open = async () => connect({ endpoint, driver: 'practice' });
	const parts = {
		open,
		changed: () => heard.forEach((listener) => void listener()),
		log: () => {},
		interval: () => 100,
	};
	const session = createSession({ identity: { ...identity, origin: 'settings' }, ...parts });
	onTestFinished(() => session.disconnect());
	await session.connect();
	await vi.waitFor(() => expect(session.view().snapshot?.states.length).toBeGreaterThan(0), patience);
	return session;
}

/** Those who want to hear of changes of sessions. */
const heard = new Set<() => void>();

/** What a page would have of the journals of all instances, through the messages that it gets. */
function openPage(session: Session) {
	const log = createLog();
	const feed = createJournalFeed({
		wanted: [{ kind: 'template', cluster: 'shop', template: 'web@.service' }],
		clusters: journalClusters({ session: () => session }),
		timing: systemTiming,
		post: async (message) => {
			const read = toPageMessage(JSON.parse(JSON.stringify(message)), 'message');
			if (read.kind === 'start') log.clear(read.dropped);
			if (read.kind === 'rows') log.insert(read.rows);
		},
	});
	heard.add(feed.update);
	onTestFinished(() => {
		heard.delete(feed.update);
		feed.dispose();
	});
	feed.pageIsReady();
	return {
		states: () => feed.followed().sources.map(({ state }) => state),
		lines: (label: string) => {
			const source = feed.followed().sources.find((one) => one.label.startsWith(`${label} on `))?.number;
			const rows = log.rows.filter((row): row is LineRow => row.kind === 'line' && row.source === source);
			return rows.map(({ at, text }) => `${at} ${text}`);
		},
		gaps: () => log.rows.filter((row): row is GapRow => row.kind === 'gap'),
		isInOrder: () => log.rows.every(({ at }, nth) => at >= (log.rows[nth - 1]?.at ?? 0)),
	};
}

/** A unit's whole journal, wherever it is. */
async function writtenBy(backend: ClusterBackend, name: string, signal: AbortSignal): Promise<readonly string[]> {
	const [state] = await backend.states(signal, name);
	const lines: string[] = [];
	for await (const { at, message } of backend.journal(name, state?.machineId ?? '', {}, signal)) {
		lines.push(`${at} ${message}`);
	}
	return lines;
}
