// The words for journalctl, and what its lines mean.

import { describe, expect, test } from 'vitest';
import { journalCommand, journalLines, toJournalLine } from '../../cluster/src/journal.ts';

describe('the command', () => {
	const common = ['journalctl', '--unit=web@1.service', '--output=json', '--all', '--no-pager'];

	test.each([
		[{}, []],
		[{ lines: 10 }, ['--lines=10']],
		[{ lines: 0, follow: true }, ['--lines=0', '--follow']],
		[{ follow: true }, ['--follow', '--no-tail']],
		[{ since: 1_795_409_753_123 }, ['--since=@1795409753.123']],
		[{ priority: 3 }, ['--priority=3']],
		[{ afterCursor: 's=1;i=2', since: 5 }, ['--after-cursor=s=1;i=2']],
	] as const)('for %j', (options, words) => {
		expect(journalCommand('web@1.service', options)).toEqual([...common, ...words]);
	});

	test('keeps a name that begins with a dash one word', () => {
		expect(journalCommand('-a.service', {})).toContain('--unit=-a.service');
	});
});

describe('a line', () => {
	const recorded = {
		__REALTIME_TIMESTAMP: '1795409753123456',
		__CURSOR: 's=7458a7fb;i=160',
		PRIORITY: '6',
		_COMM: 'sh',
		_PID: '74',
		SYSLOG_IDENTIFIER: 'web',
		MESSAGE: 'tick 1',
	};
	const read = (fields: object) => toJournalLine(JSON.stringify(fields), 'web.service', 'm1');

	test('has time, message, writer and cursor', () => {
		expect(read(recorded)).toEqual({
			unit: 'web.service',
			machineId: 'm1',
			at: 1_795_409_753_123.456,
			message: 'tick 1',
			priority: 6,
			identifier: 'web',
			pid: 74,
			cursor: 's=7458a7fb;i=160',
		});
	});

	test.each([
		['bytes', [226, 156, 147, 32, 111, 107], '✓ ok'],
		['bytes that are no UTF-8', [255, 65], '\ufffdA'],
		['several texts', ['one', 'two'], 'one\ntwo'],
		['several values, some of them bytes', ['one', [116, 119, 111]], 'one\ntwo'],
		['nothing, because it is too large', null, ''],
	])('whose message is %s', (_, message, text) => {
		expect(read({ ...recorded, MESSAGE: message }).message).toBe(text);
	});

	test('without a message, a priority or a writer is one all the same', () => {
		const { __REALTIME_TIMESTAMP } = recorded;
		const bare = { unit: 'web.service', machineId: 'm1', at: 1_795_409_753_123.456, message: '', priority: 6 };
		expect(read({ __REALTIME_TIMESTAMP })).toEqual(bare);
		expect(read({ __REALTIME_TIMESTAMP, PRIORITY: '9', _PID: 'x' })).toEqual(bare);
	});

	test('is from its program where it names no identifier', () => {
		expect(read({ ...recorded, SYSLOG_IDENTIFIER: undefined }).identifier).toBe('sh');
	});

	test.each(['{"MESSAGE":"a"}', '{"__REALTIME_TIMESTAMP":"soon"}', '{'])('%s makes no sense', (text) => {
		expect(() => toJournalLine(text, 'web.service', 'm1')).toThrow('the journal of `web.service` makes no sense');
	});
});

test('what is no line of JSON is left out', async () => {
	const messages: string[] = [];
	for await (const { message } of journalLines(printed(), 'web.service', 'm1')) messages.push(message);
	expect(messages).toEqual(['a', 'b']);
});

async function* printed(): AsyncGenerator<string> {
	yield 'Welcome to n1';
	yield '{"__REALTIME_TIMESTAMP":"1","MESSAGE":"a"}';
	yield '-- Reboot --';
	yield '';
	yield '{"__REALTIME_TIMESTAMP":"2","MESSAGE":"b"}';
}
