// The report for scripts, from results made by hand.

import { expect, test } from 'vitest';
import { reportJson } from '../../cli/src/report-json.ts';
import { fileResult } from './file-results.ts';

test('every file is listed, and a problem has its place, page and fix', () => {
	const fixes = [{ title: 'Add `=`', kind: 'safe', edits: [] }] as const;
	const results = [
		fileResult('a.service', ''),
		fileResult('b.service', '[Unit]\nAfter x\n', { span: { start: 7, end: 14 }, fixes }, { rule: 'nul-byte' }),
	];
	const json = reportJson(results).replaceAll(/file:.*\/docs/g, 'file:…/docs');
	expect(JSON.parse(json)).toEqual([
		{ file: 'a.service', problems: [] },
		{
			file: 'b.service',
			problems: [
				{
					rule: 'missing-equals',
					severity: 'error',
					message: 'this line has no `=`',
					range: { start: { line: 1, character: 0 }, end: { line: 1, character: 7 } },
					docs: 'file:…/docs/rules/missing-equals.md',
					fix: { title: 'Add `=`', kind: 'safe' },
				},
				{
					rule: 'nul-byte',
					severity: 'error',
					message: 'this line has no `=`',
					range: { start: { line: 0, character: 0 }, end: { line: 0, character: 1 } },
					docs: 'file:…/docs/rules/nul-byte.md',
				},
			],
		},
	]);
});

test('controls and stray bytes are escaped and come back when read', () => {
	const message = '\x1b\x7f\x9b\u2028\udcff';
	const json = reportJson([fileResult('a.service', 'x', { message })]);
	expect(json).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u2028]/);
	expect(JSON.parse(json)[0].problems[0].message).toBe(message);
});

test('no files give an empty list', () => {
	expect(reportJson([])).toBe('[]\n');
});
