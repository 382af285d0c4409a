// The view in the sidebar: when clusters are connected and read, and what it says above its rows.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { TreeView } from 'vscode';
import { type Clusters, createClusters } from '../../../client/src/clusters/clusters.ts';
import { createLazyView } from '../../../client/src/clusters/lazy-view.ts';
import type { Identity } from '../../../client/src/clusters/session.ts';
import { type ClustersView, createClustersView } from '../../../client/src/clusters/view.ts';
import type { Attention, ClusterBackend, WatchOptions } from '../../../cluster/src/backend.ts';
import { emptySnapshot } from '../../../cluster/src/differences.ts';
import { contextKeys, FakeTreeView, fakeWindow } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

/** How closely the watch that runs is to look. */
let attention: (() => Attention) | undefined;
let opened = 0;
let clusters: Clusters;
let treeView: TreeView<string>;
let view: ClustersView;

beforeEach(async () => {
	[attention, opened] = [undefined, 0];
	fakeWindow.state = { focused: true };
	clusters = createClusters({ log: () => {}, interval: () => 5_000, host: 'core-1 (SSH)' });
	treeView = createLazyView(async () => view);
	view = createClustersView(clusters, treeView);
});

afterEach(async () => {
	view.dispose();
	await clusters.dispose();
});

test('a cluster is connected when its row is opened for the first time, and not before', async () => {
	await configure();
	expect(opened).toBe(0);
	await expand();
	expect(opened).toBe(1);
	await expand();
	expect(opened).toBe(1);
});

test('it is read while the view is seen and the window is in front, and else not', async () => {
	await configure();
	await expand();
	expect(attention?.()).toBe('normal');
	fakeWindow.state = { focused: false };
	fakeWindow.changed.fire(undefined);
	expect(attention?.()).toBe('off');
	fakeWindow.state = { focused: true };
	fakeWindow.changed.fire(undefined);
	expect(attention?.()).toBe('normal');
	tree().visible = false;
	tree().shown.fire({ visible: false });
	expect(attention?.()).toBe('off');
});

test('above the rows stands where clusters are reached from, and the filter; nothing where a welcome stands', async () => {
	expect(tree().message).toBeUndefined();
	await configure();
	expect(tree().message).toBe('Reached from core-1 (SSH)');
	clusters.setOptions({ groupBy: 'none', filter: 'web' });
	await clusters.shown();
	expect(tree().message).toBe('Reached from core-1 (SSH). Only what has “web”');
});

test('menus know whether there are clusters, and whether anything may be changed on one', async () => {
	await configure({ readOnly: true });
	expect(contextKeys.get('fleetUnits.noClusters')).toBe(false);
	expect(contextKeys.get('fleetUnits.allReadOnly')).toBe(true);
	await configure({ readOnly: false });
	expect(contextKeys.get('fleetUnits.allReadOnly')).toBe(false);
	await clusters.configure([]);
	await clusters.shown();
	expect(contextKeys.get('fleetUnits.noClusters')).toBe(true);
});

async function configure({ readOnly = false } = {}): Promise<void> {
	const plain = { id: 'shop', name: 'shop', address: 'here', production: false } as const;
	const identity: Identity = { ...plain, origin: 'settings', readOnly };
	await clusters.configure([{ identity, key: '', open }]);
	await clusters.shown();
}

async function open(): Promise<ClusterBackend> {
	opened++;
	const backend = { label: 'shop', capabilities: new Set(), watch, dispose: async () => {} };
	// What a session asks of a backend.
	return backend as unknown as ClusterBackend;
}

async function* watch(options: WatchOptions, signal: AbortSignal) {
	attention = options.attention;
	yield { kind: 'snapshot', snapshot: emptySnapshot };
	await new Promise((resolve) => signal.addEventListener('abort', resolve));
}

async function expand(): Promise<void> {
	tree().expanded.fire({ element: 'cluster/shop' });
	await vi.waitFor(() => expect(clusters.views()[0]?.connection.kind).toBe('connected'));
}

function tree(): FakeTreeView {
	if (treeView instanceof FakeTreeView) return treeView;
	throw new Error('the view is no fake');
}
