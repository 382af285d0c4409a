// What has to be typed before a production cluster is changed, and what is asked elsewhere.

import { expect, test, vi } from 'vitest';
import { previewMetadata } from '../../../client/src/cluster-commands/metadata.ts';
import { repairFinding } from '../../../client/src/cluster-commands/repair.ts';
import { destroyUnit, startUnit } from '../../../client/src/cluster-commands/unit-states.ts';
import { type CommandTest, commandsWith, fileOf } from '../../support/command-services.ts';
import { answerWith, fakeVscode, told } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

const files = { 'web.service': '[Service]\nExecStart=/bin/sleep infinity\n' };
const row = 'cluster/shop/units/web.service';

test('to destroy a unit, its name has to be typed; the address is named, too', async () => {
	const shop = await runningWeb({ production: true, address: 'core@10.0.0.1' });
	answerWith('shop');
	await destroyUnit(shop.services, row);
	expect(told[0]).toMatch(
		/^Destroy web\.service on shop\? This is a production cluster\..* Type web\.service to go on\.$/,
	);
	expect(shop.cluster.snapshot().units).toHaveLength(1);
	answerWith('web.service');
	await destroyUnit(shop.services, row);
	expect(shop.cluster.snapshot().units).toEqual([]);
});

test('elsewhere, a button is enough, beside state, consequence and address', async () => {
	const shop = await runningWeb({ address: 'core@10.0.0.1' });
	answerWith('Destroy');
	await destroyUnit(shop.services, row);
	expect(told[0]).toMatch(
		/^Destroy web\.service on shop\?\nIt is active \(running\) on [\s\S]*cluster forgets the unit/,
	);
	expect(told[0]).toContain('shop: core@10.0.0.1');
});

test('a unit that is selected in two rows is asked about once', async () => {
	const shop = await runningWeb({});
	const machines = shop.services.provider.node('cluster/shop/machines')?.children ?? [];
	const below = machines.flatMap(({ children }) => children).find(({ about }) => about.unit === 'web.service');
	expect(below?.id).toMatch(/^cluster\/shop\/machines\//);
	answerWith(undefined);
	await destroyUnit(shop.services, row, [row, below?.id]);
	expect(told[0]).toMatch(/^Destroy web\.service on shop\?/);
	expect(told[0]?.match(/web\.service/g)).toHaveLength(1);
});

test('several units are asked about together, with what becomes of them', async () => {
	const shop = await commandsWith({ ...files, 'db.service': files['web.service'] });
	const rows = ['web.service', 'db.service'].map((name) => `cluster/shop/units/${name}`);
	const uris = ['web.service', 'db.service'].map((name) => fakeVscode.Uri.file(fileOf(shop, name)));
	await startUnit(shop.services, uris[0], uris);
	await vi.waitFor(() => expect(rows.every((id) => shop.services.provider.node(id) !== undefined)).toBe(true), 10_000);
	answerWith(undefined);
	await destroyUnit(shop.services, rows[0], rows);
	expect(told[0]).toMatch(
		/^Destroy 2 units on shop\?\nweb\.service: .*\ndb\.service: [\s\S]*the cluster forgets the units\./,
	);
	expect(shop.cluster.snapshot().units).toHaveLength(2);
});

test('to repair something, the name of the cluster has to be typed', async () => {
	const shop = await commandsWith({}, { production: true });
	const session = shop.clusters.session('shop');
	const repair = { kind: 'destroy', name: 'web@.service' } as const;
	const finding = {
		check: 'launched-template',
		severity: 'error',
		sentence: 'web@.service is launched',
		repair,
	} as const;
	session?.setFindings([finding]);
	await shop.clusters.shown();
	answerWith('web@.service');
	await repairFinding(shop.services, 'cluster/shop/problems/launched-template/');
	expect(told[0]).toMatch(/^Repair this on shop\? This is a production cluster\..* Type shop to go on\.$/);
	expect(session?.view().findings).toEqual([finding]);
});

test('to set metadata, the machine has to be typed', async () => {
	const shop = await commandsWith({}, { production: true });
	const [machine] = shop.cluster.snapshot().machines;
	const rowOfMachine = `cluster/shop/machines/${machine?.id}`;
	answerWith('role=cache', 'Change It', 'shop');
	await previewMetadata(shop.services, rowOfMachine);
	expect(shop.cluster.snapshot().machines[0]?.metadata['role']).not.toBe('cache');
	const word = machine?.id.slice(0, 8);
	answerWith('role=cache', 'Change It', word);
	await previewMetadata(shop.services, rowOfMachine);
	expect(told.at(-1)).toContain(`Type ${word} to go on.`);
	expect(shop.cluster.snapshot().machines[0]?.metadata['role']).toBe('cache');
});

async function runningWeb(more: Parameters<typeof commandsWith>[1]): Promise<CommandTest> {
	const shop = await commandsWith(files, more);
	await startUnit(shop.services, fakeVscode.Uri.file(fileOf(shop, 'web.service')));
	await vi.waitFor(() => expect(shop.services.provider.node(row)?.description).toMatch(/running/), { timeout: 10_000 });
	return shop;
}
