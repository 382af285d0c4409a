// A cluster for tests of the map: units with a machine, without one, on all of them, and such as only stand in the registry.

import { createMap } from '../../../client/src/placement/map-model.ts';
import type { Trial } from '../../../client/src/placement/trials.ts';
import { idOf, machine, state, unit } from '../../support/cluster-views.ts';
import { mapOf, printMap } from '../../support/print-map.ts';

const machines = [
	machine('a1', { role: 'web', region: 'eu' }, '10.0.0.1'),
	machine('b2', { role: 'web' }, '10.0.0.2'),
	machine('c3', { role: 'db' }, '10.0.0.3'),
];
const web = '[X-Fleet]\nMachineMetadata=role=web\nConflicts=web@*.service\n';
const agent = unit('agent.service', '[X-Fleet]\nGlobal=true\nMachineMetadata=role=web\n');
const db = unit('db.service', '[X-Fleet]\nMachineMetadata=role=db\n', 'launched', 'c3');
const disk = unit('disk.service', '[X-Fleet]\nMachineMetadata=disk=ssd\n');
const stored = unit('stored.service', '[Service]\nExecStart=/bin/true\n', 'inactive');
const template = unit('web@.service', web, 'inactive');
const web1 = unit('web@1.service', web, 'launched', 'a1');
const web2 = unit('web@2.service', web, 'launched', 'b2');
const log1 = unit('web-log@1.service', '[X-Fleet]\nMachineOf=web@%i.service\n', 'launched', 'a1');
const pinned = unit('pinned.service', `[X-Fleet]\nMachineID=${idOf('b2')}\n`, 'loaded', 'b2');
const states = [state(agent, 'a1'), state(agent, 'b2'), state(db, 'c3'), state(web1, 'a1'), state(web2, 'b2')];
export const shop = mapOf({ machines, units: [agent, db, disk, pinned, stored, template, web1, web2, log1], states });

/** The map as a user reads it, with what is tried. */
export function show(...trials: readonly Trial[]): string {
	return printMap(createMap(shop, trials));
}
