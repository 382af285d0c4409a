// Columns are laid out as Go's text/tabwriter does it for fleetctl: tabs of eight, one at least after each cell.
import { expect, test } from 'vitest';
import { layOut } from '../../../cli/src/ctl/tab-writer.ts';

test.each([
	[
		'a column as wide as its widest cell',
		[
			['UNIT', 'SUB'],
			['web.service', 'dead'],
		],
		['UNIT\t\tSUB', 'web.service\tdead'],
	],
	[
		'a cell of seven still fits into eight',
		[
			['1234567', 'x'],
			['1', 'x'],
		],
		['1234567\tx', '1\tx'],
	],
	[
		'a cell of eight needs sixteen',
		[
			['12345678', 'x'],
			['1', 'x'],
		],
		['12345678\tx', '1\t\tx'],
	],
	[
		'characters and not bytes',
		[
			['äöüßäöü', 'x'],
			['1', 'x'],
		],
		['äöüßäöü\tx', '1\tx'],
	],
	['nothing after the last cell', [['a'], ['longer than others']], ['a', 'longer than others']],
	['nothing at all', [], []],
])('%s', (_what, rows, lines) => {
	expect(layOut(rows)).toEqual(lines);
});

test('colour does not count', () => {
	const red = (cell: string) => `\x1b[31m${cell}\x1b[0m`;
	expect(layOut([['a', 'b']], red)).toEqual(['\x1b[31ma\x1b[0m\t\x1b[31mb\x1b[0m']);
});
