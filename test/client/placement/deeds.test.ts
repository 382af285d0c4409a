// What can really be done of what is tried, and what not, with the reason.

import { expect, test } from 'vitest';
import { deedOf } from '../../../client/src/placement/deeds.ts';
import type { MapCluster } from '../../../client/src/placement/map-cluster.ts';
import type { Trial } from '../../../client/src/placement/trials.ts';
import { idOf, machine, unit } from '../../support/cluster-views.ts';
import { mapOf } from '../../support/print-map.ts';

const machineId = idOf('a1');
const shop = mapOf({
	machines: [machine('a1', { role: 'web' })],
	units: [unit('db.service', '', 'loaded', 'a1'), unit('web@.service', '', 'inactive'), unit('log@1.service', '')],
});
const readOnly: MapCluster = { ...shop, can: { setMetadata: false, changeUnits: false } };

const down: Trial = { kind: 'down', machineId };
const metadata: Trial = { kind: 'metadata', machineId, text: 'role=db, group=' };
const moreWeb: Trial = { kind: 'instances', template: 'web@.service', count: 2 };
const moreLogs: Trial = { kind: 'instances', template: 'log@.service', count: 1 };
const start: Trial = { kind: 'desired', unit: 'db.service', state: 'launched' };
const unload: Trial = { kind: 'desired', unit: 'db.service', state: 'inactive' };

test('metadata is set, instances are started, units are brought to states', () => {
	expect([metadata, moreWeb, start, unload].map((trial) => deedOf(trial, shop))).toEqual([
		{ kind: 'metadata', machineId, change: { role: 'db', group: undefined } },
		{ kind: 'units', verb: 'Start', units: ['web@1.service', 'web@2.service'] },
		{ kind: 'units', verb: 'Start', units: ['db.service'] },
		{ kind: 'units', verb: 'Unload', units: ['db.service'] },
	]);
});

test('a template that only the workspace has is named', () => {
	const withFile = { ...shop, localTemplates: ['log@.service'] };
	expect(deedOf(moreLogs, withFile)).toEqual({
		...{ kind: 'units', verb: 'Start', units: ['log@2.service'] },
		localTemplate: 'log@.service',
	});
});

test.each([
	['a machine that is down', down, shop, 'fleet cannot take a machine away'],
	['a template that is nowhere', moreLogs, shop, 'neither the cluster nor this workspace has log@.service; submit it'],
	['metadata of a cluster that is only read', metadata, readOnly, 'metadata of this cluster cannot be set from here'],
	['instances on a cluster that is only read', moreWeb, readOnly, 'this cluster can only be read from here'],
	['a unit of a cluster that is only read', start, readOnly, 'this cluster can only be read from here'],
	['what is so already', { ...start, state: 'loaded' } as const, shop, 'db.service is wanted loaded already'],
])('%s cannot be done, and why is said', (_, trial, map, reason) => {
	expect(deedOf(trial, map)).toEqual({ kind: 'none', reason: expect.stringContaining(reason) });
});
