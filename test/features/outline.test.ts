// Outline, folding and selection: the shapes that an editor draws around the text.

import { expect, test } from 'vitest';
import { parse, symbols } from '../../core/src/index.ts';
import { checkFoldings, checkSelections, checkSymbols } from '../support/check-features.ts';

test('the outline is sections with their entries', () => {
	checkSymbols(
		`
[Unit]
Description=Web
# note
stray
[Service]
ExecStart=/bin/a \\
  --b
Restart=
`,
		`
[Unit]
  Description Web
[Service]
  ExecStart /bin/a --b
  Restart
`,
	);
});

test('the outline names what has no name, and keeps entries of no section', () => {
	checkSymbols('A=b\n[]\nC=d\n', 'A b\n[]\n  C d\n');
});

test('long values are shortened, and a pair of surrogates is not cut in two', () => {
	const [section] = symbols(parse(`[A]\nB=${'x'.repeat(78)}😀😀\n`));
	expect(section?.children[0]?.detail).toBe(`${'x'.repeat(78)}…`);
});

test('a symbol holds what it selects and what is below it', () => {
	const text = '[A]\nB=c\n\n[D]\nE =\n';
	const all = symbols(parse(text)).flatMap((found) => [found, ...found.children]);
	for (const { span, selection, children } of all) {
		for (const inner of [selection, ...children.map((child) => child.span)]) {
			expect(span.start).toBeLessThanOrEqual(inner.start);
			expect(inner.end).toBeLessThanOrEqual(span.end);
		}
	}
	expect(all.map(({ span }) => text.slice(span.start, span.end))).toEqual(['[A]\nB=c\n', 'B=c', '[D]\nE =\n', 'E =']);
});

test('sections, entries over lines and comment blocks fold', () => {
	checkFoldings(
		`
# one
# two

[Unit]
A=b

# about the service
[Service]
ExecStart=a \\
  b
# alone
Restart=no
`,
		['1–2 comment', '4–5 section', '8–12 section', '9–10 entry'],
	);
});

test('region marks fold what stands between them, also one in another', () => {
	checkFoldings(
		`
# region a
A=1
#region b
B=2
# endregion
#endregion
# endregion
`,
		['1–6 region', '3–5 region'],
	);
});

test('a region that never ends, and a section of one line, do not fold', () => {
	checkFoldings('[A]\n# region\n', ['1–2 section']);
	checkFoldings('[A]\n[B]\n', []);
});

test('selection grows from the word to the file', () => {
	checkSelections('[A]\nB=c\n[Service]\nExecStart=/bin/a --b<|>c d\nE=f\n', [
		'--bc',
		'/bin/a --bc d',
		'ExecStart=/bin/a --bc d',
		'[Service]\nExecStart=/bin/a --bc d\nE=f\n',
		'[A]\nB=c\n[Service]\nExecStart=/bin/a --bc d\nE=f\n',
	]);
	checkSelections('[Uni<|>t]\nA=b', ['Unit', '[Unit]', '[Unit]\nA=b']);
	checkSelections('# a n<|>ote\n', ['note', '# a note', '# a note\n']);
});

test('selection without anything under the caret is the section, then the file', () => {
	checkSelections('[A]\nB=c\n<|>\n', ['[A]\nB=c\n\n']);
	checkSelections('<|>', []);
});
