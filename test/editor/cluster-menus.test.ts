// Menus in the workbench offer what package.json says: those of each kind of row, of the view, of unit files in the
// explorer, in tabs and in editors, and the command palette. Which rows there are, and what menus see of them, is taken
// from the tree as it is made of the same cluster.
import { chmodSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import type { ClusterView } from '../../client/src/cluster-view/view.ts';
import { connect } from '../../cluster/src/connect.ts';
import { type EmbeddedCluster, startEmbeddedCluster } from '../../cluster/src/embedded/server.ts';
import type { DesiredState } from '../../cluster/src/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { viewOf } from '../support/cluster-views.ts';
import {
	chooseFromRow,
	expand,
	fileRow,
	itemsOfMenu,
	itemsOfSubmenu,
	labelsOf,
	line,
	openClusters,
	openExplorer,
	openFile,
	paletteItems,
	pick,
	picture,
	row,
	runCommand,
	untilGone,
	untilUnit,
} from './cluster-steps.ts';
import { type Editor, startEditor } from './editor.ts';
import { offered, offeredInPalette } from './offered-menus.ts';
import type { Page } from './playwright.ts';
import { temporaryWorkspace, vsix } from './support.ts';
import { keys, oneOfEachKind, sameMenus } from './tree-menus.ts';

const plain = '[Service]\nExecStart=/bin/sleep 9\n';
/** Units of the cluster. Those without a text are files of the workspace, too. */
const units: readonly (readonly [name: string, state: DesiredState, text?: string])[] = [
	['agent.service', 'launched', `${plain}[X-Fleet]\nGlobal=true\n`],
	['hello-world.service', 'launched'],
	['lone.service', 'loaded', plain],
	['stuck.service', 'launched', `${plain}[X-Fleet]\nMachineMetadata=disk=ssd\n`],
	['web@.service', 'inactive'],
	['web@1.service', 'launched'],
];

describe('menus', { timeout: 240_000 }, () => {
	const workspace = temporaryWorkspace();
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	let shop: EmbeddedCluster;
	let editor: Editor;
	let page: Page;

	beforeAll(async () => {
		chmodSync(folder, 0o700);
		const socket = path.join(folder, 'fleet.sock');
		shop = await startEmbeddedCluster({ listen: [`unix:${socket}`] });
		for (const [name, state, text] of units) {
			const file = path.join(workspace.folder, 'cluster', name);
			await submit(`unix://${socket}`, { name, state, text: text ?? readFileSync(file, 'utf8') });
		}
		const clusters = [{ name: 'shop', endpoint: `unix://${socket}`, driver: 'practice' }];
		editor = await startEditor({ install: vsix, settings: { 'fleetUnits.clusters': clusters } });
		page = editor.page;
		await editor.openFolder(workspace.folder);
		await openClusters(page);
	});

	afterAll(async () => {
		await editor?.close();
		await shop?.close();
		rmSync(folder, { recursive: true, force: true });
		workspace.remove();
	});

	test('a cluster that is not connected can be, and can be removed', async () => {
		await row(page, /^cluster shop, not connected/).waitFor();
		await sameMenus(page, oneOfEachKind(viewOf({}, { name: 'shop', connection: { kind: 'idle' } }), 'none'));
	});

	test('rows of every kind offer what can be done with them', async () => {
		await expand(page, /^cluster shop/);
		await untilUnit(page, 'hello-world.service', 'active (running)');
		await untilUnit(page, 'stuck.service', 'not scheduled');
		const rows = oneOfEachKind(shopView(shop), 'none');
		const kinds = new Set(rows.map(({ node: { kind } }) => kind));
		expect([...kinds]).toEqual(['cluster', 'machine', 'place', 'unit', 'unit-file']);
		await sameMenus(page, rows);
		await picture(page, 'cluster menus');
	});

	test('groups of instances offer what can be done with all of them', async () => {
		await runCommand(page, 'Fleet Units: Group Units By…');
		await pick(page, /^Template$/);
		const groups = oneOfEachKind(shopView(shop), 'template').filter(({ node: { kind } }) => kind === 'group');
		expect(groups).not.toEqual([]);
		await sameMenus(page, groups);
	});

	test('the view offers what is about all clusters', async () => {
		const { buttons, entries } = offered('view/title', keys);
		const title = page.locator('.sidebar .composite.title .title-actions');
		const shown = await labelsOf(title.locator('a.action-label'));
		expect(shown.filter((label) => buttons.includes(label))).toEqual(buttons);
		await title.locator('a.action-label[aria-label^="Views and More Actions"]').click();
		expect(await itemsOfMenu(page)).toEqual(expect.arrayContaining([...entries]));
	});

	test('unit files offer the same in the explorer, in their tab and in their text', async () => {
		const { entries } = offered('fleetUnits.unitMenu', keys);
		expect(entries.length).toBeGreaterThan(10);
		await openFile(page, 'hello-world.service');
		await page.locator('.editor-actions a.action-label[aria-label^="CoreOS fleet"]').click();
		expect(await itemsOfMenu(page)).toEqual(entries);
		await line(page, 'Description=').click({ button: 'right' });
		expect(await itemsOfSubmenu(page, 'CoreOS fleet')).toEqual(entries);
		await openExplorer(page);
		await fileRow(page, 'hello-world.service').click({ button: 'right' });
		expect(await itemsOfSubmenu(page, 'CoreOS fleet')).toEqual(entries);
	});

	test('the command palette offers what can be done just now', async () => {
		await line(page, 'Description=').click();
		const items = await paletteItems(page, 'Fleet Units: ');
		const all = offeredInPalette('whatever the conditions');
		const expected = offeredInPalette(keys);
		expect(expected.length).toBeLessThan(all.length);
		expect(all.filter((item) => items.has(item))).toEqual(expected);
	});

	test('the practice cluster can be stopped, and its machines be lost', async () => {
		await openClusters(page);
		await chooseFromRow(page, /^cluster shop/, 'Disconnect');
		await untilGone(page, /^Machines/);
		await runCommand(page, 'Fleet Units: Start the Practice Cluster');
		const { machines } = shop.snapshot();
		const practice = viewOf({ machines }, { name: 'Practice cluster', origin: 'practice', capabilities });
		const rows = oneOfEachKind(practice, 'none');
		expect(rows.map(({ node: { kind } }) => kind)).toEqual(['cluster', 'machines', 'machine']);
		await sameMenus(page, rows);
	});
});

const capabilities = new Set(['schedule', 'submit', 'journal', 'status']);

/** The cluster as the workbench knows it, with the files of the workspace. */
function shopView(cluster: EmbeddedCluster): ClusterView {
	const snapshot = cluster.snapshot();
	const isLocal = (name: string) => units.some(([known, , text]) => known === name && text === undefined);
	const files = snapshot.units.filter(({ name }) => isLocal(name));
	const localFiles = new Map(files.map(({ name, hash }) => [name, { path: `/w/${name}`, hash }]));
	return viewOf(snapshot, { name: 'shop', capabilities, localFiles });
}

interface Submitted {
	readonly name: string;
	readonly state: DesiredState;
	readonly text: string;
}

async function submit(endpoint: string, { name, state, text }: Submitted): Promise<void> {
	const backend = connect({ name: 'test', endpoint, driver: 'api' });
	const { options } = readOptions(text);
	const seen = { kind: 'absent' } as const;
	await backend.submit({ name, options, desiredState: state, seen }, AbortSignal.timeout(20_000));
	await backend.dispose();
}
