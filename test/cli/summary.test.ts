// The last line of a report.

import { expect, test } from 'vitest';
import { summaryOf } from '../../cli/src/summary.ts';
import type { Fix, Problem } from '../../core/src/index.ts';
import { fileResult } from './file-results.ts';

const safe: readonly Fix[] = [{ title: '', kind: 'safe', edits: [] }];
const unsafe: readonly Fix[] = [{ title: '', kind: 'unsafe', edits: [] }];
const file = (...problems: readonly Partial<Problem>[]) => fileResult('web.service', '', ...problems);

test.each([
	['no problems in 1 file', [file()]],
	['no problems in 2 files', [file(), file()]],
	['1 error in 1 file', [file({})]],
	['2 errors, 1 warning in 2 of 3 files', [file({}, { severity: 'warning' }), file({}), file()]],
	['1 info, 2 hints in 1 file', [file({ severity: 'hint' }, { severity: 'info' }, { severity: 'hint' })]],
	['2 errors in 1 file; 1 can be fixed with --fix', [file({ fixes: safe }, { fixes: unsafe })]],
])('%s', (line, results) => {
	expect(summaryOf(results, 'off')).toBe(line);
});

test('what fixes have done is told', () => {
	const fixed = [{ ...file({}), fixed: 3 }];
	expect(summaryOf(fixed, 'apply')).toBe('1 error in 1 file; 3 fixed');
	expect(summaryOf(fixed, 'show')).toBe('1 error in 1 file; 3 would be fixed');
});
