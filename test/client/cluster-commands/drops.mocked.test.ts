// Unit files that are dropped on the tree, over a practice cluster and a VS Code that is made up.

import { expect, test, vi } from 'vitest';
import { previewPlacement } from '../../../client/src/cluster-commands/placement.ts';
import { commandsWith, fileOf } from '../../support/command-services.ts';
import { answerWith, told } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

const files = { 'web.service': '[Service]\nExecStart=/bin/sleep 9\n[X-Fleet]\nMachineMetadata=role=web\n' };

test('a file that is dropped on a cluster is submitted after a look at where it would land', async () => {
	const shop = await commandsWith(files);
	answerWith('Submit');
	await previewPlacement(shop.services, { cluster: 'shop', files: [fileOf(shop, 'web.service')] });
	expect(told[0]).toMatch(/^Submit web\.service to shop\?\nweb\.service would land on [0-9a-f]{8} /);
	expect(told[0]).toContain('nothing is started');
	expect(shop.cluster.snapshot().units).toMatchObject([{ name: 'web.service', desiredState: 'inactive' }]);
});

test('on a machine that does not take it, it says so, and who gives up submits nothing', async () => {
	const shop = await commandsWith(files);
	const data = shop.cluster.snapshot().machines.find(({ metadata }) => metadata['role'] === 'data');
	answerWith(undefined);
	const drop = { cluster: 'shop', files: [fileOf(shop, 'web.service')], machine: data?.id };
	await previewPlacement(shop.services, drop);
	expect(told[0]).toContain(`not on ${data?.id.slice(0, 8)} (${data?.primaryIP}), which has role=data, needs role=web`);
	expect(shop.cluster.snapshot().units).toEqual([]);
});

test('a cluster that is only read takes none, and is not even asked', async () => {
	const shop = await commandsWith(files, { readOnly: true });
	answerWith();
	await previewPlacement(shop.services, { cluster: 'shop', files: [fileOf(shop, 'web.service')] });
	expect(told).toEqual(['shop is only read here: nothing is changed there.']);
});

test('a cluster that is not connected yet is connected for it', async () => {
	const shop = await commandsWith(files);
	await shop.clusters.session('shop')?.disconnect();
	answerWith('Submit');
	await previewPlacement(shop.services, { cluster: 'shop', files: [fileOf(shop, 'web.service')] });
	expect(shop.cluster.snapshot().units).toHaveLength(1);
});
