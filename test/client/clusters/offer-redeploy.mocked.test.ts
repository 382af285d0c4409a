// The offer to redeploy what was saved.

import { afterEach, beforeEach, expect, test, vi } from 'vitest';
import type { ClusterView } from '../../../client/src/cluster-view/view.ts';
import { type Clusters, createClusters } from '../../../client/src/clusters/clusters.ts';
import { registerRedeployOffer } from '../../../client/src/clusters/offer-redeploy.ts';
import { unit, viewOf } from '../../support/cluster-views.ts';
import { saved, settings, statusBar } from '../../support/fake-editor.ts';

vi.mock('vscode', async () => (await import('../../support/fake-editor.ts')).fakeVscode);

const text = '[Service]\nExecStart=/bin/sleep 9\n';
const web = unit('web.service', text, 'launched', 'a1');

let offer: { readonly dispose: () => unknown };
let views: readonly ClusterView[];

beforeEach(() => {
	settings.clear();
	views = [viewOf({ units: [web] })];
	const clusters: Clusters = { ...createClusters({ log: () => {}, interval: () => undefined }), views: () => views };
	offer = registerRedeployOffer(clusters);
});

afterEach(() => {
	offer.dispose();
});

test('a text that the cluster does not run is offered once, in the status bar', () => {
	save('web.service', `${text}Restart=always\n`);
	expect(item()).toMatchObject({ isShown: true, text: '$(sync) Redeploy web.service' });
	item()?.hide();
	save('web.service', `${text}Restart=always\n`);
	expect(item()?.isShown).toBe(false);
	save('web.service', `${text}Restart=no\n`);
	expect(item()?.isShown).toBe(true);
});

test('of a template, a rollout is offered where an instance has another text', () => {
	views = [viewOf({ units: [unit('web@1.service', text, 'launched', 'a1')] })];
	save('web@.service', `${text}Restart=always\n`);
	expect(item()).toMatchObject({ isShown: true, text: '$(sync) Roll out web@.service' });
});

test.each([
	['the text that the cluster has', 'web.service', text, {}],
	['a unit that the cluster does not have', 'other.service', text, {}],
	['a text that fleet cannot read', 'web.service', '[Service\n', {}],
	['a cluster that is only read', 'web.service', `${text}Restart=always\n`, { readOnly: true }],
])('%s is not offered', (_what, name, now, more) => {
	views = [viewOf({ units: [web] }, more)];
	save(name, now);
	expect(item()?.isShown).toBe(false);
});

test('a unit that is stopped is not offered, nor is anything to those who do not want it', () => {
	views = [viewOf({ units: [unit('web.service', text, 'loaded', 'a1')] })];
	save('web.service', `${text}Restart=always\n`);
	expect(item()?.isShown).toBe(false);
	views = [viewOf({ units: [web] })];
	settings.set('offerRedeploy', false);
	save('web.service', `${text}Restart=always\n`);
	expect(item()?.isShown).toBe(false);
});

function item() {
	return statusBar.get('fleetUnits.redeploy');
}

function save(name: string, now: string): void {
	saved.fire({ languageId: 'systemd-unit', fileName: `/w/${name}`, getText: () => now });
}
