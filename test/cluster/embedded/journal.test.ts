// What stands in the journals of the practice cluster.

import { describe, expect, test } from 'vitest';
import { readJournal } from '../../../cluster/src/embedded/systemd/journal.ts';
import type { World } from '../../../cluster/src/embedded/world.ts';
import type { JournalLine, JournalOptions } from '../../../cluster/src/model.ts';
import { journalOf, launch, machineOf, startWorld } from './support-world.ts';

describe('programs print', () => {
	test.each([
		['what echo is given', '/bin/echo "two  words" three', ['echo: two  words three']],
		[
			'specifiers and variables',
			`/bin/echo %n %p %i \${GREETING} $$HOME 100%%`,
			['echo: a@1.service a 1 hello $HOME 100%'],
		],
		[
			'the words of a script',
			"/bin/sh -c 'echo one; echo two && false || echo three'",
			['sh: one', 'sh: two', 'sh: three'],
		],
		['what a script says before it goes on', "/bin/sh -c 'echo start; exec sleep infinity'", ['sh: start']],
	])('%s', (_, command, lines) => {
		const text = `[Service]\nEnvironment=GREETING=hello\nExecStart=${command}\n`;
		const journal = journalOf(launch(startWorld(), 'a@1.service', text), 'a@1.service');
		expect(journal.filter((line) => !line.startsWith('systemd: '))).toEqual(lines);
	});

	test('again and again, when a script does', () => {
		const text = "[Service]\nExecStart=/bin/sh -c 'while :; do echo tick $$(date +%%s); sleep 5; done'\n";
		const world = launch(startWorld(), 'a.service', text);
		const later = { ...world, now: world.now + 12_000 };
		const begun = Math.floor(world.now / 1000);
		expect(journalOf(later, 'a.service')).toEqual([
			'systemd: Started a.service.',
			...[0, 5, 10].map((seconds) => `sh: tick ${begun + seconds}`),
		]);
	});

	test('that they are well, when nobody knows them', () => {
		const world = launch(startWorld(), 'a.service', '[Service]\nExecStart=/opt/shop/bin/cart --port 80\n');
		const later = { ...world, now: world.now + 10_000 };
		expect(journalOf(later, 'a.service').slice(1)).toEqual(['cart: cart is ready', 'cart: cart is well']);
	});
});

describe('a journal is read', () => {
	const text = '[Service]\nExecStart=/bin/sh -c "while :; do echo tick; sleep 1; done"\n';
	const start = launch(startWorld(), 'a.service', text);
	const world = { ...start, now: start.now + 30_000 };

	test('from its end', () => {
		expect(read(world, { lines: 2 }).map(({ at }) => at - start.now)).toEqual([29_000, 30_000]);
	});

	test('from a time', () => {
		expect(read(world, { since: start.now + 28_000 })).toHaveLength(2);
	});

	test('by priority', () => {
		expect(read(world, { priority: 5 })).toEqual([]);
	});

	test('on from a cursor, without gaps and twice nothing', () => {
		const all = read(world, {});
		const cursors = all.map(({ cursor }) => cursor);
		expect(new Set(cursors).size).toBe(all.length);
		for (const [nth, cursor = ''] of cursors.entries()) {
			expect(read(world, { afterCursor: cursor })).toEqual(all.slice(nth + 1));
		}
	});

	test('with what it needs to be shown', () => {
		expect(read(world, { lines: 1 })).toMatchObject([
			{ unit: 'a.service', message: 'tick', priority: 6, identifier: 'sh', pid: 400 },
		]);
	});
});

function read(world: World, options: JournalOptions): readonly JournalLine[] {
	const id = machineOf(world, 'a.service') ?? '';
	const journal = world.hosts.get(id)?.systemd.journal ?? new Map();
	return readJournal(journal, 'a.service', id, options, world.now);
}
