// The words that menus match rows with (`viewItem`) are words that rows have, and no entry of a menu waits for a row that
// there never is. What each row is offered is in menus.test.ts.

import { expect, test } from 'vitest';
import type { TreeNode } from '../../../client/src/cluster-view/node.ts';
import { treeOf } from '../../../client/src/cluster-view/tree.ts';
import type { ClusterView, Connection, GroupBy } from '../../../client/src/cluster-view/view.ts';
import { machine, state, unit, viewOf } from '../../support/cluster-views.ts';
import { rowMenu } from '../../support/row-menu.ts';

const machines = [machine('a1', { role: 'web' }, '10.0.0.1')];
const text = '[Service]\nExecStart=/bin/a\n';
const units = [
	unit('web.service', text, 'launched', 'a1'),
	unit('edited.service', text, 'launched', 'a1'),
	unit('stopped.service', text, 'loaded', 'a1'),
	unit('stored.service', text, 'inactive'),
	unit('lost.service', '[X-Fleet]\nMachineMetadata=role=db\n'),
	unit('agent.service', '[X-Fleet]\nGlobal=true\n'),
	unit('app@1.service', text, 'launched', 'a1'),
	unit('app@.service', text, 'inactive'),
];
const states = units.filter(({ name }) => !/^(?:lost|stored|app@\.)/.test(name)).map((one) => state(one, 'a1'));
const localFiles = new Map(units.map(({ name, hash }) => [name, { path: `/w/${name}`, hash }]));
localFiles.set('edited.service', { path: '/w/edited.service', hash: 'another' });
const findings = [true, false].map((hasRepair) => ({
	check: hasRepair ? 'repairable' : 'beyond-repair',
	severity: 'warning' as const,
	sentence: 'something is wrong',
	subject: 'web.service',
	...(hasRepair && { repair: { kind: 'destroy', name: 'web.service' } as const }),
}));
const failure = { kind: 'timeout', message: 'no answer within 5 s' };
const connections: readonly Connection[] = [
	...(['idle', 'connecting', 'connected'] as const).map((kind) => ({ kind })),
	...(['failed', 'lost'] as const).map((kind) => ({ kind, failure })),
];
const contexts = new Set(everyView().flatMap(contextsOf));

test('every entry of a menu stands in the menu of some row', () => {
	const dead = rowMenu.filter(({ when }) => ![...contexts].some((context) => patternOf(when).test(context)));
	expect(dead).toEqual([]);
});

test('menus look for no word that no row has', () => {
	const words = new Set([...contexts].flatMap((context) => context.split('+')));
	const sought = rowMenu.flatMap(({ when }) => wordsOf(patternOf(when).source));
	expect(sought.length).toBeGreaterThan(60);
	expect([...new Set(sought)].filter((word) => !words.has(word))).toEqual([]);
});

/** Clusters of every origin in every state, with rows of every kind. */
function everyView(): readonly ClusterView[] {
	const origins = ['settings', 'environment', 'practice'] as const;
	const more = { localFiles, findings, login: ['ssh', 'core@10.0.0.1'] };
	return connections.flatMap((connection) =>
		origins.flatMap((origin) =>
			[true, false].map((readOnly) => viewOf({ machines, units, states }, { ...more, connection, origin, readOnly })),
		),
	);
}

function contextsOf(view: ClusterView): readonly string[] {
	const below = (node: TreeNode): readonly string[] => [node.context, ...node.children.flatMap(below)];
	const groupings: readonly GroupBy[] = ['none', 'machine', 'template', 'state', 'file'];
	return groupings.flatMap((groupBy) => treeOf([view], { groupBy, filter: '' }).flatMap(below));
}

function patternOf(when: string): RegExp {
	const [, pattern] = /viewItem =~ \/(.*?)\/(?= |$)/.exec(when) ?? [];
	if (pattern === undefined) throw new Error(`a condition that asks of no row: ${when}`);
	return new RegExp(pattern);
}

/** `^fleet\.(?:unit|place)\+launched` → `fleet.unit`, `fleet.place`, `launched`. */
function wordsOf(pattern: string): readonly string[] {
	const kinds = [...pattern.matchAll(/fleet\\\.(?:\(\?:([\w|-]+)\)|([\w-]+))/g)].flatMap(([, some, one]) =>
		(some ?? one ?? '').split('|').map((kind) => `fleet.${kind}`),
	);
	const flags = [...pattern.matchAll(/\\\+(?:\(\?:([\w|-]+)\)|([\w-]+))/g)].flatMap(([, some, one]) =>
		(some ?? one ?? '').split('|'),
	);
	return [...kinds, ...flags];
}
