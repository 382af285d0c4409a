// Journals of units as a real journalctl has them, on a machine behind a real sshd: which lines are asked for, what
// becomes of their fields, and how a journal is followed. How ssh is spoken to is tried in ssh-machines.test.ts.

import { afterAll, beforeAll, expect, test, vi } from 'vitest';
import { journalCommand, journalLines } from '../../cluster/src/journal.ts';
import type { JournalLine, JournalOptions } from '../../cluster/src/model.ts';
import { open, type Road } from '../../cluster/src/transport/open.ts';
import { createRealJournal, firstSecond, type RealJournal } from '../support/real-journal.ts';
import { failure, never } from '../support/ssh-road.ts';
import { createSshLab, type SshLab } from '../support/sshd.ts';

let lab: SshLab;
let journal: RealJournal;
let road: Road;

const place = { id: 'abc', primaryIP: '127.0.0.2' };
const unit = 'web@1.service';

beforeAll(async () => {
	lab = createSshLab();
	journal = createRealJournal(lab.folder);
	const machine = await lab.sshd({ address: '127.0.0.2', programs: { journalctl: journal.program } });
	const configFile = lab.config({ alias: '127.0.0.2', sshd: machine });
	const endpoint = { kind: 'unix', path: '/run/fleet.sock' } as const;
	road = open([endpoint], undefined, { ssh: { configFile, connectTimeout: 30_000 } });
	journal.write(unit, { MESSAGE: 'starting', SYSLOG_IDENTIFIER: 'nginx', _PID: '7', PRIORITY: '6' });
	journal.write('web@2.service', { MESSAGE: 'of another unit' });
	journal.write(unit, { MESSAGE: 'two\nlines', _COMM: 'sh', PRIORITY: '4' });
	journal.write(unit, { MESSAGE: 'gr\u00fc\u00dfe \u001b[31mred', PRIORITY: '3' });
	journal.write(unit, { MESSAGE: 'without a priority' });
	await vi.waitFor(async () => expect(await messages({})).toHaveLength(4), { timeout: 30_000, interval: 200 });
});

afterAll(async () => {
	await road.dispose();
	await journal.close();
	await lab.dispose();
});

test('the lines of one unit come with time, writer, process and urgency', async () => {
	const lines = await collect({});
	expect(lines.map(({ cursor: _cursor, ...line }) => line)).toEqual([
		{ at: second(0), unit, machineId: 'abc', message: 'starting', priority: 6, identifier: 'nginx', pid: 7 },
		{ at: second(2), unit, machineId: 'abc', message: 'two\nlines', priority: 4, identifier: 'sh' },
		{ at: second(3), unit, machineId: 'abc', message: 'gr\u00fc\u00dfe \u001b[31mred', priority: 3 },
		{ at: second(4), unit, machineId: 'abc', message: 'without a priority', priority: 6 },
	]);
});

test.each<[string, JournalOptions, readonly string[]]>([
	['the last lines', { lines: 1 }, ['without a priority']],
	['lines since a moment', { since: second(3) }, ['gr\u00fc\u00dfe \u001b[31mred', 'without a priority']],
	['lines of an urgency', { priority: 4 }, ['two\nlines', 'gr\u00fc\u00dfe \u001b[31mred']],
])('%s are asked of journalctl', async (_what, options, expected) => {
	expect(await messages(options)).toEqual(expected);
});

test('what follows a line is asked for by its cursor', async () => {
	const [, second] = await collect({});
	expect(await messages({ afterCursor: second?.cursor ?? '' })).toEqual([
		'gr\u00fc\u00dfe \u001b[31mred',
		'without a priority',
	]);
});

test('a unit that has written nothing has no lines', async () => {
	expect(await messages({}, 'db.service')).toEqual([]);
});

test('a journal that is followed goes on as the unit writes, until it is given up', async () => {
	const giveUp = new AbortController();
	const seen: string[] = [];
	const following = (async () => {
		for await (const { message } of read({ lines: 1, follow: true }, unit, giveUp.signal)) seen.push(message);
	})();
	await vi.waitFor(() => expect(seen).toEqual(['without a priority']), 30_000);
	journal.write(unit, { MESSAGE: 'new' });
	journal.write('web@2.service', { MESSAGE: 'of another unit' });
	journal.write(unit, { MESSAGE: 'newer' });
	await vi.waitFor(() => expect(seen).toEqual(['without a priority', 'new', 'newer']), 30_000);
	giveUp.abort();
	expect((await failure(following)).kind).toBe('cancelled');
});

async function messages(options: JournalOptions, of = unit): Promise<readonly string[]> {
	return (await collect(options, of)).map(({ message }) => message);
}

async function collect(options: JournalOptions, of = unit): Promise<readonly JournalLine[]> {
	const lines: JournalLine[] = [];
	for await (const line of read(options, of, never)) lines.push(line);
	return lines;
}

function read(options: JournalOptions, of: string, signal: AbortSignal): AsyncIterable<JournalLine> {
	return journalLines(road.machines.lines(place, journalCommand(of, options), signal), of, place.id);
}

/** Milliseconds since 1970 of an entry, by its number. */
function second(number: number): number {
	return (firstSecond + number) * 1000;
}
