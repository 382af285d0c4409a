// The cluster tree as a user reads it. Clusters that cannot be read are in tree-unread.test.ts.

import { expect, test } from 'vitest';
import { treeOf } from '../../../client/src/cluster-view/tree.ts';
import { type ClusterView, type GroupBy, reasonKey } from '../../../client/src/cluster-view/view.ts';
import { idOf, machine, state, viewOf } from '../../support/cluster-views.ts';
import { disk, everywhere, hello, machines, show, states, units, web1, web2 } from './shop.ts';

test('a cluster shows its machines with what is on them, its units and its unit files', () => {
	expect(show(viewOf({ machines, units, states }))).toMatchInlineSnapshot(`
		"
		test  3 machines, 7 units, 1 failed · unix:///run/fleet.sock
		  Machines  3
		    a1000000  10.0.0.1 · 3 units · region=eu, role=web
		      agent.service  active (running)
		      hello.service  active (running)
		      web@1.service  active (running)
		    b2000000  10.0.0.2 · 2 units · role=web
		      agent.service  active (running)
		      web@2.service  activating (auto-restart)
		    c3000000  10.0.0.3 · 1 unit, 1 failed · role=db
		      agent.service  failed
		  Units  7
		    agent.service  active (running) on 2, failed on 1, global
		      a1000000 (10.0.0.1)  active (running)
		      b2000000 (10.0.0.2)  active (running)
		      c3000000 (10.0.0.3)  failed
		    disk.service  not scheduled: every machine has no disk, needs disk=ssd
		      a1000000 (10.0.0.1)  has no disk, needs disk=ssd
		      b2000000 (10.0.0.2)  has no disk, needs disk=ssd
		      c3000000 (10.0.0.3)  has no disk, needs disk=ssd
		    hello.service  active (running) on a1000000 (10.0.0.1)
		    stored.service  inactive, only stored
		    web@.service  template
		    web@1.service  active (running) on a1000000 (10.0.0.1)
		    web@2.service  activating (auto-restart) on b2000000 (10.0.0.2)
		  Unit files  7
		    agent.service  launched, global · e32a2bc
		    disk.service  launched wanted, inactive now · 27a8f8e
		    hello.service  launched · c95bb1a
		    stored.service  inactive · 86943ac
		    web@.service  inactive · 82f7024
		    web@1.service  launched · 82f7024
		    web@2.service  launched · 82f7024
		"
	`);
});

test.each<GroupBy>(['machine', 'template', 'state', 'file'])('units can be grouped by %s', (groupBy) => {
	const local = new Map([['hello.service', { path: '/w/hello.service', hash: hello.hash }]]);
	const [cluster] = treeOf([viewOf({ machines, units, states }, { localFiles: local })], { groupBy, filter: '' });
	const row = cluster?.children.find(({ kind }) => kind === 'units');
	const groups = row?.children.map(({ label, children }) => `${label}: ${children.map((one) => one.label).join(' ')}`);
	expect(groups).toMatchSnapshot();
});

test('a unit has one id in whatever group it stands, and no two rows have the same', () => {
	const view = viewOf({ machines, units, states });
	const idsBy = (groupBy: GroupBy) => {
		const nodes = treeOf([view], { groupBy, filter: '' });
		const all = nodes.flatMap(function below(node): readonly (typeof node)[] {
			return [node, ...node.children.flatMap(below)];
		});
		expect(new Set(all.map(({ id }) => id)).size).toBe(all.length);
		return new Set(all.filter(({ kind }) => kind === 'unit').map(({ id }) => id));
	};
	expect(idsBy('machine')).toEqual(idsBy('state'));
	expect(idsBy('none')).toEqual(idsBy('state'));
});

test('a unit that is edited here, or not yet what runs, says so', () => {
	const localFiles = new Map([
		['hello.service', { path: '/w/hello.service', hash: 'another' }],
		['web@1.service', { path: '/w/web@1.service', hash: web1.hash }],
	]);
	const old = { ...state(web1, 'a1'), hash: '0'.repeat(40) };
	const view = viewOf({ machines, units: [hello, web1], states: [state(hello, 'a1'), old] }, { localFiles });
	expect(show(view, { only: 'units' })).toMatchInlineSnapshot(`
		"
		Units  2
		  hello.service [M]  active (running) on a1000000 (10.0.0.1) · edited locally
		  web@1.service [P]  active (running) on a1000000 (10.0.0.1) · deploy pending
		"
	`);
	expect(show(view, { only: 'unit-files' })).toMatchInlineSnapshot(`
		"
		Unit files  2
		  hello.service [M]  launched · c95bb1a · edited locally
		  web@1.service [P]  launched · 82f7024 · deploy pending
		"
	`);
});

test('a unit that failed says why, wherever its machine told', () => {
	const reasons = new Map([[reasonKey('web@2.service', idOf('b2')), 'exited with 1']]);
	const view = viewOf({ machines, units: [web2], states: [state(web2, 'b2', 'loaded failed failed')] }, { reasons });
	expect(show(view)).toMatchInlineSnapshot(`
		"
		test  3 machines, 1 unit, 1 failed · unix:///run/fleet.sock
		  Machines  3
		    a1000000  10.0.0.1 · 0 units · region=eu, role=web
		    b2000000  10.0.0.2 · 1 unit, 1 failed · role=web
		      web@2.service  failed: exited with 1
		    c3000000  10.0.0.3 · 0 units · role=db
		  Units  1
		    web@2.service  failed: exited with 1 · on b2000000 (10.0.0.2)
		  Unit files  1
		    web@2.service  launched · 82f7024
		"
	`);
});

test('a unit can be acted on below its machine as it can among the units', () => {
	const [cluster] = treeOf([viewOf({ machines, units, states })], { groupBy: 'none', filter: '' });
	const [machinesRow] = cluster?.children ?? [];
	const [first] = machinesRow?.children ?? [];
	expect(first?.children.map(({ label, context }) => `${label} ${context}`)).toMatchInlineSnapshot(`
		[
		  "agent.service fleet.place+launched+global+journal+status+shell+writable",
		  "hello.service fleet.place+launched+journal+status+shell+writable",
		  "web@1.service fleet.place+launched+instance+journal+status+shell+writable",
		]
	`);
});

test('a filter leaves what has all its words, and says of how many', () => {
	const view = viewOf({ machines, units, states });
	expect(show(view, { filter: 'WEB running' })).toMatchInlineSnapshot(`
		"
		test  3 machines, 7 units, 1 failed · unix:///run/fleet.sock
		  Machines  1 of 3
		    a1000000  10.0.0.1 · 3 units · region=eu, role=web
		      agent.service  active (running)
		      hello.service  active (running)
		      web@1.service  active (running)
		  Units  1 of 7
		    web@1.service  active (running) on a1000000 (10.0.0.1)
		  Unit files  1 of 7
		    web@1.service  launched · 82f7024
		"
	`);
});

test('what a machine said that is gone counts for nothing', () => {
	const view = viewOf({ machines: machines.slice(0, 2), units: [everywhere, hello], states });
	expect(show(view)).toMatchInlineSnapshot(`
		"
		test  2 machines, 2 units · unix:///run/fleet.sock
		  Machines  2
		    a1000000  10.0.0.1 · 3 units · region=eu, role=web
		      agent.service  active (running)
		      hello.service  active (running)
		      web@1.service  active (running), not in the registry any more
		    b2000000  10.0.0.2 · 2 units · role=web
		      agent.service  active (running)
		      web@2.service  activating (auto-restart), not in the registry any more
		  Units  2
		    agent.service  active (running) on 2, global
		      a1000000 (10.0.0.1)  active (running)
		      b2000000 (10.0.0.2)  active (running)
		    hello.service  active (running) on a1000000 (10.0.0.1)
		  Unit files  2
		    agent.service  launched, global · e32a2bc
		    hello.service  launched · c95bb1a
		"
	`);
});

test('a unit without any machine to take it has a row for each machine, with the reason', () => {
	const others = [...machines, machine('d4', { disk: 'hdd' })];
	expect(show(viewOf({ machines: others, units: [disk] }), { only: 'units' })).toMatchInlineSnapshot(`
		"
		Units  1
		  disk.service  not scheduled: no machine can take disk.service
		    a1000000 (10.0.0.1)  has no disk, needs disk=ssd
		    b2000000 (10.0.0.2)  has no disk, needs disk=ssd
		    c3000000 (10.0.0.3)  has no disk, needs disk=ssd
		    d4000000  has disk=hdd, needs disk=ssd
		"
	`);
});

test('what is wrong with the cluster as a whole stands first', () => {
	const findings = [
		{
			check: 'ghost-unit',
			severity: 'error' as const,
			sentence: 'x.service is in the registry, and hidden',
			subject: 'x.service',
		},
	];
	const [cluster] = treeOf([viewOf({ machines }, { findings })], { groupBy: 'none', filter: '' });
	expect(cluster?.children.map(({ label, description }) => `${label} ${description}`)).toEqual([
		'Problems 1',
		'Machines 3',
		'No units yet right-click a unit file to submit or start it',
	]);
});

test('menus see what can be done with a row', () => {
	const contexts = (view: ClusterView) => {
		const [cluster] = treeOf([view], { groupBy: 'none', filter: '' });
		const rows = cluster?.children.find(({ kind }) => kind === 'units')?.children ?? [];
		return rows.map(({ label, context }) => `${label} ${context}`);
	};
	const view = viewOf({ machines, units, states });
	expect(contexts(view)).toMatchSnapshot();
	const [cluster] = treeOf([view], { groupBy: 'none', filter: '' });
	const files = cluster?.children.find(({ kind }) => kind === 'unit-files')?.children ?? [];
	expect(files.map(({ label, context }) => `${label} ${context}`)).toMatchInlineSnapshot(`
		[
		  "agent.service fleet.unit-file+launched+global+journal+status+shell+writable",
		  "disk.service fleet.unit-file+launched+journal+status+shell+writable",
		  "hello.service fleet.unit-file+launched+journal+status+shell+writable",
		  "stored.service fleet.unit-file+inactive+journal+status+shell+writable",
		  "web@.service fleet.unit-file+inactive+template+journal+status+shell+writable",
		  "web@1.service fleet.unit-file+launched+instance+journal+status+shell+writable",
		  "web@2.service fleet.unit-file+launched+instance+journal+status+shell+writable",
		]
	`);
	expect(contexts({ ...view, readOnly: true }).every((context) => context.endsWith('+readonly'))).toBe(true);
});
