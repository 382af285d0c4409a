// A cluster by its registry, in the workbench: a real etcd, on which fleet's engine and agents are played. What changes
// there arrives without being asked for, and a registry that hangs is told.
import { afterAll, afterEach, beforeAll, describe, expect, test } from 'vitest';
import { deleteKey, type EtcdMember, startEtcd, storedValue } from '../support/etcd.ts';
import { type RegistryActor, startRegistryActor } from '../support/registry-actor.ts';
import {
	answerDialog,
	chooseFromFiles,
	chooseFromRow,
	expand,
	openClusters,
	picture,
	row,
	unitRow,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import type { Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';

const prefix = '/_coreos.com/fleet';
const metadata = { role: 'web', group: 'hw_webservers', monitored: 'yes' };
const machines = ['a', 'b', 'c'].map((letter, number) => ({
	id: letter.repeat(32),
	primaryIP: `10.0.1.${number + 1}`,
	metadata,
}));

describe('a cluster by its registry', { timeout: 120_000 }, () => {
	const workspace = temporaryWorkspace();
	let etcd: EtcdMember;
	let actor: RegistryActor;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		etcd = await startEtcd();
		actor = await startRegistryActor(etcd, prefix, machines);
		const clusters = [{ name: 'registry', endpoint: etcd.url, driver: 'etcd' }];
		// Nothing is polled, so that what is seen was told.
		editor = await startEditor({
			install: vsix,
			settings: { 'fleetUnits.clusters': clusters, 'fleetUnits.refreshSeconds': 0 },
		});
		page = editor.page;
		await editor.openFolder(workspace.folder);
		await openClusters(page);
	});

	afterEach(async ({ task }) => {
		await picture(page, `registry ${task.name}`);
	});

	afterAll(async () => {
		await editor?.close();
		await actor?.stop();
		await etcd?.stop();
		workspace.remove();
	});

	test('its machines are shown', async () => {
		await expand(page, /^cluster registry/);
		await row(page, /^cluster registry, 3 machines, 0 units/).waitFor({ timeout: 60_000 });
	});

	test('units are started, and stored as fleet stores them', async () => {
		await chooseFromFiles(page, ['web@1.service', 'node-metrics.service'], 'Start');
		await openClusters(page);
		await untilUnit(page, 'web@1.service', /active \(running\) on ([abc])\1{7} \(10\.0\.1\.\d\)/);
		await untilUnit(page, 'node-metrics.service', 'active (running) on 3, global');
		expect(await storedValue(etcd, `${prefix}/job/web@1.service/target-state`)).toBe('launched');
	});

	test('what others do arrives by itself', async () => {
		await deleteKey(etcd, `${prefix}/machines/${machines[2]?.id}/object`);
		await row(page, /^cluster registry, 2 machines, 2 units/).waitFor({ timeout: 60_000 });
		await untilUnit(page, 'node-metrics.service', 'active (running) on 2, global');
	});

	test('a registry that is gone is told, and what was read stays', async () => {
		await actor.stop();
		await etcd.kill();
		await row(page, /^cluster registry, connection lost · 2 machines, 2 units/).waitFor({ timeout: 60_000 });
		await row(page, unitRow('web@1.service')).waitFor();
		await picture(page, 'registry lost');
		await etcd.restart();
		actor = await startRegistryActor(etcd, prefix, machines.slice(0, 2));
		await row(page, /^cluster registry, 2 machines, 2 units/).waitFor({ timeout: 60_000 });
	});

	test('units are destroyed', async () => {
		await chooseFromRow(page, unitRow('web@1.service'), 'Destroy…');
		await answerDialog(page, 'Destroy');
		await untilGone(page, unitRow('web@1.service'));
		expect(await storedValue(etcd, `${prefix}/job/web@1.service/object`)).toBeUndefined();
	});
});
