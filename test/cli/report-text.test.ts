// The report for people, from results made by hand.

import { expect, test } from 'vitest';
import { painter } from '../../cli/src/colour.ts';
import { reportText } from '../../cli/src/report-text.ts';
import type { FileResult } from '../../cli/src/result.ts';
import { fileResult } from './file-results.ts';

const plain = painter({ write: () => {} }, {});
const report = (...results: readonly FileResult[]) => `\n${reportText(results, { paint: plain, width: 80 })}`;

test('a problem is a headline, its line and carets', () => {
	expect(report(fileResult('web.service', '[Unit]\nAfter x\n', { span: { start: 7, end: 14 } }))).toBe(`
web.service:2:1: error: this line has no \`=\` [missing-equals]
  2 | After x
    | ^^^^^^^
`);
});

test('a column counts characters, not code units, and no byte order mark', () => {
	expect(report(fileResult('web.service', '\ufeffA=😀😀x\n', { span: { start: 7, end: 8 } }))).toBe(`
web.service:1:5: error: this line has no \`=\` [missing-equals]
  1 | A=😀😀x
    |       ^
`);
});

test('a problem of several lines is underlined to the end of the first', () => {
	expect(report(fileResult('web.service', 'A=b \\\n  c\n', { span: { start: 2, end: 9 } }))).toBe(`
web.service:1:3: error: this line has no \`=\` [missing-equals]
  1 | A=b \\
    |   ^^^
`);
});

test('a problem at the end of the file has a line, too', () => {
	expect(report(fileResult('web.service', 'A=b\n', { span: { start: 4, end: 4 } }))).toBe(`
web.service:2:1: error: this line has no \`=\` [missing-equals]
  2 |
    | ^
`);
});

test('places that explain a problem follow it', () => {
	const related = [{ span: { start: 0, end: 1 }, message: 'set here first' }];
	expect(report(fileResult('web.service', 'A=b\nA=c\n', { span: { start: 4, end: 5 }, related }))).toBe(`
web.service:2:1: error: this line has no \`=\` [missing-equals]
  2 | A=c
    | ^
web.service:1:1: note: set here first
`);
});

test('nothing of a file reaches the terminal as a control character', () => {
	const text = 'A=\x1b[2J\x9b2J\x00\u202e\n';
	const result = fileResult('\x1b[1m.service', text, { message: '`\x1b[2J` is no key', span: { start: 2, end: 3 } });
	const printed = report(result);
	expect(printed).not.toMatch(/[\x00-\x09\x0b-\x1f\x7f-\x9f\u202e]/);
	expect(printed).toBe(`
\\x1b[1m.service:1:3: error: \`\\x1b[2J\` is no key [missing-equals]
  1 | A=\\x1b[2J\\u009b2J\\x00\\u202e
    |   ^^^^
`);
});

test('colour is on the place, the severity, the rule and the carets', () => {
	const paint = painter({ write: () => {}, isTTY: true }, {});
	const printed = reportText([fileResult('a.service', 'x\n', { severity: 'warning' })], { paint, width: 80 });
	expect(printed.replaceAll('\x1b', '␛')).toMatchInlineSnapshot(`
		"␛[1ma.service:1:1:␛[0m ␛[1;33mwarning:␛[0m this line has no \`=\` ␛[2m[missing-equals]␛[0m
		  ␛[2m1␛[0m ␛[2m|␛[0m x
		    ␛[2m|␛[0m ␛[1;33m^␛[0m
		"
	`);
});
