// All journals of a panel: who joins, who leaves, and what happens when something else is asked for.

import { expect, test } from 'vitest';
import { createFollower } from '../../../client/src/journal/follower.ts';
import type { Row } from '../../../client/src/journal/rows.ts';
import { keyOf, type Source, type Wanted } from '../../../client/src/journal/sources.ts';
import type { ClusterSnapshot } from '../../../cluster/src/model.ts';
import { manualClock, settled } from '../../cluster/manual-clock.ts';
import { idOf, machine, state, unit } from '../../support/cluster-views.ts';
import { createJournalMachine, type JournalMachine } from './journal-machine.ts';

const web1 = unit('web@1.service', '', 'launched', 'a');
const web2 = unit('web@2.service', '', 'launched', 'b');
const template: Wanted = { kind: 'template', cluster: 'shop', template: 'web@.service' };

test('several journals are read together, each under its number', async () => {
	const shop = start([template], [web1, web2]);
	shop.journal('web@1.service', 'a').write('one');
	shop.journal('web@2.service', 'b').write('two');
	await settled();
	expect(shop.lines()).toEqual(['0: one', '1: two']);
	expect(shop.states()).toEqual(['web@1 on a0000000: following', 'web@2 on b0000000: following']);
});

test('a new instance joins by itself, and changes no number', async () => {
	const shop = start([template], [web1]);
	await settled();
	shop.become([web1, web2]);
	await settled();
	shop.journal('web@2.service', 'b').write('two');
	await settled();
	expect(shop.lines()).toEqual(['1: two']);
	expect(shop.follower.followed()).toMatchObject({ title: 'web@.service', canOpenTerminal: true });
});

test('a global unit is followed on a machine that is new', async () => {
	const agent = unit('agent.service', '[X-Fleet]\nGlobal=true\n');
	const shop = start([{ kind: 'unit', cluster: 'shop', unit: 'agent.service' }], [agent], [state(agent, 'a')]);
	shop.become([agent], [state(agent, 'a'), state(agent, 'b')]);
	await settled();
	expect(shop.states()).toEqual(['agent on a0000000: following', 'agent on b0000000: following']);
});

test('the last words of a unit that leaves are still heard', async () => {
	const shop = start([template], [web1, web2]);
	await settled();
	shop.become([web1]);
	shop.journal('web@2.service', 'b').write('stopping');
	await shop.clock.advance(5_000);
	expect(shop.states()[1]).toBe('web@2 on b0000000: following');
	await shop.clock.advance(10_000);
	shop.journal('web@2.service', 'b').write('unheard');
	await settled();
	expect(shop.lines()).toEqual(['1: stopping']);
	expect(shop.states()[1]).toBe('web@2 on b0000000: gone, web@2.service is not on that machine any more');
});

test('a unit that comes back is followed on from where it was left', async () => {
	const shop = start([template], [web1, web2]);
	shop.journal('web@2.service', 'b').write('one');
	await settled();
	shop.become([web1]);
	await shop.clock.advance(20_000);
	shop.journal('web@2.service', 'b').write('meanwhile');
	shop.become([web1, web2]);
	await settled();
	expect(shop.lines()).toEqual(['1: one', '1: meanwhile']);
	expect(shop.states()[1]).toBe('web@2 on b0000000: following');
});

test('a cluster of which nothing is known loses no journal', async () => {
	const shop = start([template], [web1]);
	await settled();
	shop.become(undefined);
	await shop.clock.advance(60_000);
	expect(shop.states()).toEqual(['web@1 on a0000000: following']);
});

test('a cluster that is connected again is not waited for any longer', async () => {
	const shop = start([template], [web1]);
	await settled();
	shop.journal('web@1.service', 'a').fail();
	shop.become(undefined);
	await shop.clock.advance(120_000);
	expect(shop.states()).toEqual(['web@1 on a0000000: lost, the machine is away']);
	shop.journal('web@1.service', 'a').mend();
	shop.become([web1]);
	await settled();
	expect(shop.states()).toEqual(['web@1 on a0000000: following']);
});

test('other lines are read from the beginning, and what was on its way is forgotten', async () => {
	const shop = start([template], [web1]);
	const journal = shop.journal('web@1.service', 'a');
	journal.write('info');
	journal.write('error', 2_000, 3);
	await settled();
	shop.rows.length = 0;
	shop.follower.read({ lines: 50, priority: 4 });
	await settled();
	expect(shop.lines()).toEqual(['0: error']);
	expect(journal.asked.at(-1)).toEqual({ afterCursor: 'c1', priority: 4, follow: true });
	expect(shop.follower.reading()).toEqual({ lines: 50, priority: 4 });
});

test('what was refused is tried again when the user says so, and only then', async () => {
	const shop = start([template], [web1], [], 'denied');
	await shop.clock.advance(60_000);
	expect(shop.states()).toEqual(['web@1 on a0000000: stopped, the machine is away']);
	shop.journal('web@1.service', 'a').mend();
	await shop.clock.advance(60_000);
	expect(shop.states()).toEqual(['web@1 on a0000000: stopped, the machine is away']);
	shop.follower.retry();
	await settled();
	expect(shop.states()).toEqual(['web@1 on a0000000: following']);
});

test('after the end, nothing is told', async () => {
	const shop = start([template], [web1]);
	await settled();
	shop.follower.dispose();
	shop.journal('web@1.service', 'a').write('unheard');
	await settled();
	expect(shop.lines()).toEqual([]);
});

function start(
	wanted: readonly Wanted[],
	units: ClusterSnapshot['units'],
	states: ClusterSnapshot['states'] = [],
	failure?: Parameters<JournalMachine['fail']>[0],
) {
	const machines = [machine('a'), machine('b')];
	let snapshot: ClusterSnapshot | undefined = { machines, units, states };
	const journals = new Map<string, JournalMachine>();
	const journalOf = (source: Source): JournalMachine => {
		const journal = journals.get(keyOf(source)) ?? createJournalMachine();
		if (failure !== undefined && !journals.has(keyOf(source))) journal.fail(failure);
		journals.set(keyOf(source), journal);
		return journal;
	};
	const clock = manualClock();
	const rows: Row[] = [];
	const follower = createFollower({
		wanted,
		reading: { lines: 10, priority: 7 },
		clusters: {
			clusterName: (id) => id,
			machine: (_, id) => machines.find((one) => one.id === id),
			snapshot: () => snapshot,
			canLogIn: () => true,
			read: (source) => (options, signal) => journalOf(source).read(options, signal),
		},
		timing: clock,
		rows: (told) => rows.push(...told),
		changed: () => {},
	});
	return {
		...{ clock, rows, follower },
		journal: (name: string, on: string) => journalOf({ cluster: 'shop', unit: name, machineId: idOf(on) }),
		become(next: ClusterSnapshot['units'] | undefined, nextStates: ClusterSnapshot['states'] = []) {
			snapshot = next && { machines, units: next, states: nextStates };
			follower.update();
		},
		lines: () => rows.flatMap((row) => (row.kind === 'line' ? [`${row.source}: ${row.text}`] : [])),
		states: () =>
			follower.followed().sources.map(({ label, state: word, detail }) => {
				return `${label}: ${word}${detail === '' ? '' : `, ${detail}`}`;
			}),
	};
}
