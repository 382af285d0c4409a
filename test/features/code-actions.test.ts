// Code actions: fixes at the caret, everything safe at once, and comments that allow a problem.

import { expect, test } from 'vitest';
import { codeActions, type Problem, parse } from '../../core/src/index.ts';
import { actionsAt, checkAction, checkFixAll, titles } from '../support/check-features.ts';

const text = '[Service]\nExecStrat=/bin/a\n  Restart=sometimes\n';

test('fixes stand before comments that allow, and the safe one is preferred', () => {
	const near = problem('unknown-directive', 10, 19, [
		['Rename to `ExecStart`', 'safe'],
		['Remove the line', 'unsafe'],
	]);
	const found = codeActions(parse(text), [near], { start: 12, end: 12 });
	expect(found.map(({ kind, title, preferred }) => [kind, title, preferred])).toEqual([
		['fix', 'Rename to `ExecStart`', true],
		['fix', 'Remove the line', false],
		['fix-all', 'Fix all that can be fixed safely', false],
		['allow', 'Allow unknown-directive on this line', false],
	]);
	expect(found[0]?.problem).toBe(near);
});

test('of problems elsewhere only what mends the whole file is offered', () => {
	const far = problem('unknown-directive', 10, 19, [['Rename', 'safe']]);
	const kinds = (end: number) => codeActions(parse(text), [far], { start: 0, end }).map(({ kind }) => kind);
	expect(kinds(3)).toEqual(['fix-all']);
	expect(kinds(12)).toEqual(['fix', 'fix-all', 'allow']);
});

test('two problems of one rule on a line are allowed by one comment', () => {
	const two = [problem('invalid-value', 10, 14, []), problem('invalid-value', 15, 19, [])];
	expect(titles(codeActions(parse(text), two, { start: 10, end: 19 }))).toBe('Allow invalid-value on this line');
});

test('fix all takes the safe fixes, and of those that touch only the first', () => {
	const problems = [
		problem('a', 10, 19, [['one', 'safe']]),
		problem('b', 12, 15, [['touches', 'safe']]),
		problem('c', 29, 36, [['look at it', 'unsafe']]),
		problem('d', 37, 46, [['two', 'safe']]),
	];
	const [action, ...others] = codeActions(parse(text), problems, { start: 0, end: 0 });
	expect(action?.edits.map(({ text: by }) => by)).toEqual(['one', 'two']);
	expect(others).toEqual([]);
	expect(codeActions(parse(text), problems.slice(2, 3), { start: 0, end: 0 })).toEqual([]);
});

test('allowing a problem writes a comment above its line, as far in as the line', () => {
	checkAction(
		'web.service',
		'[Service]\n\tExecStr<|>at=/bin/a\n',
		'Allow unknown-directive on this line',
		'[Service]\n\t# fleet-units: allow unknown-directive — reason\n\tExecStrat=/bin/a\n',
	);
});

test('allowing a problem in a continuation writes the comment above the whole entry', () => {
	const [action] = codeActions(parse('[Service]\nA=b \\\n  c \\\n  d\n'), [problem('x', 19, 20, [])], {
		start: 19,
		end: 19,
	});
	expect(action?.edits).toEqual([{ span: { start: 10, end: 10 }, text: '# fleet-units: allow x — reason\n' }]);
});

test('allowing a problem keeps the line ends of the file', () => {
	checkAction(
		'web.service',
		'[Service]\r\nExecStr<|>at=/bin/a\r\n',
		'Allow unknown-directive on this line',
		'[Service]\r\n# fleet-units: allow unknown-directive — reason\r\nExecStrat=/bin/a\r\n',
	);
});

test('above the first header the comment is said to hold for the file', () => {
	const { actions } = actionsAt('web.service', '[Sevr<|>ice]\nA=b\n');
	expect(titles(actions)).toContain('Allow unknown-section in this file');
});

test('comments and lines behind a byte order mark cannot be allowed', () => {
	const allow = (source: string) => codeActions(parse(source), [problem('x', 1, 2, [])], { start: 1, end: 1 });
	expect(allow('\ufeffA=b\n')).toEqual([]);
	expect(allow('# a\n[A]\n')).toEqual([]);
	expect(allow('AB=b\n')).toHaveLength(1);
});

test('what allowing writes does allow', () => {
	const source = '[Service]\nExecSt<|>rat=/bin/a\n';
	const { actions } = actionsAt('web.service', source);
	expect(titles(actions)).toBe(
		'Change to `ExecStart` | Fix all that can be fixed safely | Allow unknown-directive on this line',
	);
	const after = '[Service]\n# fleet-units: allow unknown-directive — reason\nExecSt<|>rat=/bin/a\n';
	expect(titles(actionsAt('web.service', after).actions)).toBe('');
});

test('fix all mends a real file', () => {
	checkFixAll(
		'web.service',
		'[Sevrice]\nExecStart=/bin/a\nRestrat=always\n',
		'[Service]\nExecStart=/bin/a\nRestrat=always\n',
	);
	checkFixAll('web.service', '[Service]\nExecStart=/bin/a\n', '[Service]\nExecStart=/bin/a\n');
});

function problem(rule: string, start: number, end: number, fixes: readonly [string, 'safe' | 'unsafe'][]): Problem {
	return {
		rule,
		severity: 'warning',
		message: `message of ${rule}`,
		span: { start, end },
		fixes: fixes.map(([title, kind]) => ({ title, kind, edits: [{ span: { start, end }, text: title }] })),
		tags: [],
		related: [],
	};
}

test.each([
	['a quote that is never closed', 'Environment=<|>"A=b c', 'Add `"` at the end', 'Environment="A=b c"'],
	['such a quote in a command', 'ExecStart=/bin/a <|>"b c', 'Add `"` at the end', 'ExecStart=/bin/a "b c"'],
	['an escape that systemd does not know', 'ExecStart=/bin/a \\<|>d', 'Write `\\\\`', 'ExecStart=/bin/a \\\\d'],
	['limits the wrong way round', 'LimitNOFILE=20:1<|>0', 'Write `10:20`', 'LimitNOFILE=10:20'],
	['what belongs to the shell', 'Environment=ex<|>port A=b', 'Remove `export`', 'Environment= A=b'],
	['a unit of time that is misspelt', 'RestartSec=5 mi<|>ns', 'Write `min`', 'RestartSec=5 min'],
	['a mode in letters', 'StateDirectoryMode=rwxr<|>-x---', 'Write `0750`', 'StateDirectoryMode=0750'],
])('one obvious repair is offered: %s', (_, line, title, after) => {
	const [before, behind] = ['[Service]\n', '\n'];
	checkAction('a.service', before + line + behind, title, before + after + behind);
});

test('quotes around the names of units are taken away', () => {
	checkAction('a.service', '[Unit]\nAfter="b.ser<|>vice"\n', 'Write `b.service`', '[Unit]\nAfter=b.service\n');
});
