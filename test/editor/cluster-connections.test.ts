// Several clusters at once in the workbench: none is asked before it is opened, none waits for another, and each says
// how it is. The clusters are practice clusters behind fleet's real API; one never answers.
import { chmodSync, mkdtempSync, rmSync } from 'node:fs';
import { createServer, type Server } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { connect } from '../../cluster/src/connect.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import {
	answer,
	answerDialog,
	chooseFromRow,
	dialogText,
	expand,
	lens,
	menuOfRow,
	openClusters,
	openFile,
	pick,
	picture,
	question,
	row,
	runCommand,
	toast,
	unitRow,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

const hello = '[Service]\nExecStart=/bin/sh -c "while true; do echo Hello; sleep 1; done"\n';

describe('several clusters', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	const endpoint = `unix://${path.join(folder, 'fleet.sock')}`;
	let shop: EmbeddedCluster;
	let silent: Silent;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		chmodSync(folder, 0o700);
		shop = await startShop(endpoint);
		silent = await startSilent();
		await launch(endpoint, 'hello-world.service');
		const clusters = [
			{ name: 'silent', endpoint: silent.endpoint },
			{ name: 'shop', endpoint },
			{ name: 'museum', endpoint, readOnly: true },
			{ name: 'bank', endpoint, production: true },
			{ name: 'typo', endpont: endpoint },
		];
		editor = await startEditor({
			install: vsix,
			settings: { 'fleetUnits.clusters': clusters },
			env: { FLEETCTL_ENDPOINT: endpoint },
		});
		page = editor.page;
		await editor.openFolder(workspace.folder);
		await openClusters(page);
	});

	afterEach(async ({ task }) => {
		await picture(page, `clusters ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		await shop?.close();
		await silent?.close();
		rmSync(folder, { recursive: true, force: true });
		workspace.remove();
	});

	test('nothing is asked before a cluster is opened', async () => {
		await row(page, /^cluster silent, not connected/).waitFor();
		await row(page, /^cluster museum, not connected · read-only/).waitFor();
		await row(page, /^cluster bank, not connected · production/).waitFor();
		await row(page, /^cluster FLEETCTL, not connected · unix:/).waitFor();
		expect(silent.connections()).toBe(0);
	});

	test('a setting that makes no sense is told, with its place', async () => {
		await row(page, /^fault in the settings: fleetUnits\.clusters\[4\]/).waitFor();
	});

	test('a cluster that never answers slows no other', async () => {
		await expand(page, /^cluster silent/);
		await row(page, /^cluster silent, connecting/).waitFor();
		await expand(page, /^cluster shop/);
		await untilUnit(page, 'hello-world.service', 'active (running)');
		await row(page, /^cluster silent, connecting/).waitFor();
		await picture(page, 'clusters one is still connecting');
	});

	test('in the end it says so, with a way to try again and the log', async () => {
		await row(page, /^cluster silent, cannot be reached/).waitFor({ timeout: 60_000 });
		await row(page, /^no answer in time/).waitFor();
		await row(page, /^Retry/).waitFor();
		await row(page, /^Show log/).waitFor();
		await chooseFromRow(page, /^cluster silent/, 'Disconnect');
		await row(page, /^cluster silent, not connected/).waitFor();
	});

	test('above [Unit] stands which cluster it is about, once there are several', async () => {
		await chooseFromRow(page, /^cluster FLEETCTL/, 'Connect');
		await row(page, /^cluster FLEETCTL, 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
		await openFile(page, 'hello-world.service');
		await lens(page, /^● active \(running\) on [0-9a-f]{8} .* · shop/).waitFor();
		await lens(page, /^● active \(running\) on [0-9a-f]{8} .* · FLEETCTL/).waitFor();
		await chooseFromRow(page, /^cluster FLEETCTL/, 'Disconnect');
	});

	test('a cluster that is lost says so, and what was read stays', async () => {
		const state = shop.save();
		await shop.close();
		await row(page, /^cluster shop, connection lost · 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
		await row(page, /^Retry/).waitFor();
		await row(page, unitRow('hello-world.service')).waitFor();
		await picture(page, 'clusters connection lost');
		await row(page, /^Retry/).click();
		await row(page, /^cluster shop, connection lost/).waitFor({ timeout: 60_000 });
		await row(page, unitRow('hello-world.service')).waitFor();
		shop = await startShop(endpoint, state);
	});

	test('it comes back by itself', async () => {
		await row(page, /^cluster shop, 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
		await untilGone(page, /^Retry/);
		await untilUnit(page, 'hello-world.service', 'active (running)');
		await chooseFromRow(page, /^cluster shop/, 'Disconnect');
		await untilGone(page, unitRow('hello-world.service'));
	});

	test('a read-only cluster offers nothing that writes', async () => {
		await expand(page, /^cluster museum/);
		await untilUnit(page, 'hello-world.service', 'active (running)');
		const items = await menuOfRow(page, unitRow('hello-world.service'));
		expect(items).toContain('Why Is It (Not) Scheduled?');
		expect(items).toContain('Compare with the Cluster');
		for (const write of ['Stop…', 'Restart', 'Load', 'Unload…', 'Redeploy in Place', 'Destroy…']) {
			expect(items).not.toContain(write);
		}
		await runCommand(page, 'Fleet Units: Stop…');
		await toast(page, 'museum is only read here: nothing is changed there.').waitFor();
		await chooseFromRow(page, /^cluster museum/, 'Disconnect');
		await untilGone(page, unitRow('hello-world.service'));
	});

	test('a production cluster asks for the name of the unit', async () => {
		await expand(page, /^cluster bank/);
		await chooseFromRow(page, unitRow('hello-world.service', 'active (running)'), 'Stop…');
		await answer(page, 'Stop hello-world.service on bank?', 'hello');
		await question(page, 'that is not hello-world.service').waitFor();
		await picture(page, 'clusters production asks for the name');
		await answer(page, 'Stop hello-world.service on bank?', 'hello-world.service');
		await untilUnit(page, 'hello-world.service', 'inactive (dead)');
	});

	test('a cluster is added once it answers, and what does not answer is not saved', async () => {
		const [, address = ''] = shop.addresses;
		await runCommand(page, 'Fleet Units: Add a Cluster…');
		await question(page, 'how is it reached?').waitFor();
		await pick(page, 'At an address');
		await answer(page, 'where does fleet listen?', 'http://127.0.0.1:9');
		await answer(page, 'what do you call it?', 'harbour');
		expect(await dialogText(page)).toContain('nobody listens there');
		await answerDialog(page, 'Cancel');
		expect(await row(page, /^cluster harbour/).count()).toBe(0);
		await runCommand(page, 'Fleet Units: Add a Cluster…');
		await question(page, 'how is it reached?').waitFor();
		await pick(page, 'At an address');
		await answer(page, 'where does fleet listen?', address);
		await answer(page, 'what do you call it?', 'harbour');
		await question(page, 'It works. Is it special?').waitFor();
		await page.keyboard.press('Enter');
		await row(page, /^cluster harbour, 3 machines, 1 unit/).waitFor({ timeout: 60_000 });
	});

	test('a cluster is taken out of the settings, and goes on without them', async () => {
		await chooseFromRow(page, /^cluster harbour/, 'Remove Cluster from the Settings…');
		expect(await dialogText(page)).toContain('The cluster itself stays as it is');
		await answerDialog(page, 'Remove');
		await untilGone(page, /^cluster harbour/);
		expect(shop.snapshot().units.map(({ name }) => name)).toEqual(['hello-world.service']);
	});
});

/** A practice cluster at a socket and at a port, which is done with everything at once. */
function startShop(endpoint: string, state?: string): Promise<EmbeddedCluster> {
	const listen = [endpoint.replace('unix://', 'unix:'), 'tcp:127.0.0.1:0'];
	return startEmbeddedCluster({ listen, ...(state !== undefined && { state }) });
}

async function launch(endpoint: string, name: string): Promise<void> {
	const backend = connect({ name: 'test', endpoint, driver: 'api' });
	const { options } = readOptions(hello);
	const seen = { kind: 'absent' } as const;
	await backend.submit({ name, options, desiredState: 'launched', seen }, AbortSignal.timeout(20_000));
	await backend.dispose();
}

/** A server that takes every connection, and says nothing. */
interface Silent {
	readonly endpoint: string;
	/** How many have come until now. */
	readonly connections: () => number;
	readonly close: () => Promise<void>;
}

async function startSilent(): Promise<Silent> {
	let count = 0;
	const sockets = new Set<{ destroy(): unknown }>();
	const server: Server = createServer((socket) => {
		count++;
		sockets.add(socket);
		socket.on('error', () => {});
	});
	await new Promise<void>((resolve) => server.listen(0, '127.0.0.1', resolve));
	const address = server.address();
	if (address === null || typeof address === 'string') throw new Error('it listens on no port');
	return {
		endpoint: `http://127.0.0.1:${address.port}`,
		connections: () => count,
		close: async () => {
			for (const socket of sockets) socket.destroy();
			await new Promise((resolve) => server.close(resolve));
		},
	};
}
