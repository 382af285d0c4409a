// Commands about machines, called on rows, on files and from the palette.

import { expect, test, vi } from 'vitest';
import { copyMachineAddress, copyMachineId, copyName } from '../../../client/src/cluster-commands/copy.ts';
import { openShell } from '../../../client/src/cluster-commands/terminals.ts';
import { startUnit } from '../../../client/src/cluster-commands/unit-states.ts';
import { type CommandTest, commandsWith, fileOf } from '../../support/command-services.ts';
import { answerWith, clipboard, fakeVscode, told } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

const files = { 'web.service': '[Service]\nExecStart=/bin/sleep infinity\n[X-Fleet]\nMachineMetadata=role=data\n' };

test('rows that are selected are meant, and a row that is gone is not asked after', async () => {
	const shop = await commandsWith({});
	answerWith();
	const rows = shop.services.provider.getChildren('cluster/shop/machines');
	await copyMachineId(shop.services, rows[0], rows);
	expect(clipboard.text.split('\n')).toEqual(machinesOf(shop).map(({ id }) => id));
	clipboard.text = '';
	await copyMachineId(shop.services, 'cluster/shop/machines/gone');
	expect([clipboard.text, told.slice(1)]).toEqual(['', []]);
});

test('from the palette, one is asked for', async () => {
	const shop = await commandsWith({});
	const [first] = machinesOf(shop);
	answerWith(`${first?.id.slice(0, 8)} (${first?.primaryIP})`);
	await copyMachineAddress(shop.services);
	expect(told[0]).toMatch(/^Which machine\?( \[[0-9a-f]{8} \([\d.]+\)\]){3}$/);
	expect(clipboard.text).toBe(first?.primaryIP);
});

test('where no machine is known, that is said', async () => {
	const shop = await commandsWith({});
	await shop.clusters.session('shop')?.disconnect();
	answerWith();
	await openShell(shop.services);
	expect(told).toEqual(['No machine is known yet: open a cluster in the Clusters view.']);
});

test('of a unit file, the machine that its unit is on is meant', async () => {
	const shop = await commandsWith(files);
	const file = fakeVscode.Uri.file(fileOf(shop, 'web.service'));
	answerWith();
	await copyMachineId(shop.services, file);
	expect(told).toEqual(['No machine of shop has web.service loaded.']);
	await startUnit(shop.services, file);
	const data = machinesOf(shop).find(({ metadata }) => metadata['role'] === 'data');
	await vi.waitFor(() => expect(shop.clusters.views()[0]?.snapshot?.states).toHaveLength(1), { timeout: 10_000 });
	await copyMachineId(shop.services, file);
	expect(clipboard.text).toBe(data?.id);
	await copyName(shop.services, file);
	expect(clipboard.text).toBe('web.service');
});

test('who cannot reach a cluster logs in by hand, in a terminal without any shell', async () => {
	const login = ['ssh', '-l', 'core', '--', '10.0.0.1'];
	const shop = await commandsWith({}, { login });
	await shop.cluster.close();
	shop.clusters.session('shop')?.nudge();
	const row = 'cluster/shop/log-in';
	await vi.waitFor(() => expect(shop.services.provider.node(row)).toBeDefined(), { timeout: 10_000 });
	answerWith();
	await openShell(shop.services, row);
	expect(told).toEqual(['terminal ssh (shop): ssh -l core -- 10.0.0.1']);
});

function machinesOf({ clusters }: CommandTest) {
	return clusters.views()[0]?.snapshot?.machines ?? [];
}
