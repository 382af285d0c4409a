// What the language server is told of clusters.

import { expect, test } from 'vitest';
import { machinesOf, unitsOf } from '../../../client/src/clusters/live-params.ts';
import { idOf, machine, state, unit, viewOf } from '../../support/cluster-views.ts';

const machines = [machine('a1', { role: 'web' }, '10.0.0.1')];
const web = unit('web.service', '[Service]\nExecStart=/bin/a\n', 'launched', 'a1');
const agent = unit('agent.service', '[X-Fleet]\nGlobal=true\n');
const shop = viewOf(
	{ machines, units: [agent, web], states: [state(web, 'a1'), state(agent, 'a1')] },
	{ name: 'shop' },
);

test('machines are told with their addresses and metadata', () => {
	expect(machinesOf([shop])).toEqual([{ id: idOf('a1'), primaryIP: '10.0.0.1', metadata: { role: 'web' } }]);
});

test('units are told with their state and place', () => {
	expect(unitsOf([shop])).toEqual([
		{ name: 'agent.service', state: 'active (running) on a1000000 (10.0.0.1)' },
		{ name: 'web.service', state: 'active (running) on a1000000 (10.0.0.1)' },
	]);
});

test('a unit that several clusters have is told once, with how it is on each', () => {
	const stored = unit('web.service', '[Service]\nExecStart=/bin/b\n', 'inactive');
	const bank = viewOf({ machines: [], units: [stored] }, { id: 'bank', name: 'bank' });
	expect(unitsOf([shop, bank]).filter(({ name }) => name === 'web.service')).toEqual([
		{ name: 'web.service', state: 'active (running) on a1000000 (10.0.0.1) (shop); inactive, only stored (bank)' },
	]);
});

test('a cluster that was not read yet tells nothing, and does not count', () => {
	const { snapshot: _none, ...unread } = viewOf({}, { id: 'bank', name: 'bank' });
	expect(unitsOf([shop, unread])).toEqual(unitsOf([shop]));
	expect(machinesOf([unread])).toEqual([]);
});
