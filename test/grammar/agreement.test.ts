// The grammar and the parser read the same text two ways; here they must find the same keys, comments and headers.
// Left out: continued headers, which systemd refuses, and [X-Fleet], where the grammar reads as fleet does.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { firstInk } from '../../core/src/syntax/lines.ts';
import { parse } from '../../core/src/syntax/parse.ts';
import type { Entry, UnitFile } from '../../core/src/syntax/tree.ts';
import { tokenise } from '../support/tokenise.ts';

const start = fc.constantFrom('', ' ', '\t', 'Key=', ' Key = ', 'ExecStart=', 'Description=', 'word ', '# ', ';', '= ');
const piece = fc.constantFrom(
	'a',
	' ',
	'=',
	'"',
	"'",
	'\\',
	'\\\\',
	'%n',
	'%',
	'$X',
	';',
	' ; ',
	'#',
	'[',
	']',
	'5s',
	'a.service',
);
const entryLine = fc
	.tuple(start, fc.array(piece, { maxLength: 6 }), fc.constantFrom('', '', '\\', '\\\\', ' \\', '\\ '))
	.map(([head, pieces, end]) => head + pieces.join('') + end)
	.filter((line) => !line.trimStart().startsWith('['));
const line = fc.oneof(
	{ weight: 5, arbitrary: entryLine },
	fc.constantFrom('[Unit]', ' [Service] ', '[X-Other]', '', '\\'),
);

test('the grammar sees the keys, comments and headers that the parser sees', () => {
	fc.assert(
		fc.property(fc.array(line, { maxLength: 10 }), (lines) => {
			expect(seenByGrammar(lines)).toEqual(seenByParser(parse(lines.join('\n'))));
		}),
		{ numRuns: 1000 },
	);
});

interface Seen {
	readonly keys: readonly number[];
	readonly comments: readonly number[];
	readonly headers: readonly number[];
}

function seenByGrammar(lines: readonly string[]): Seen {
	return {
		keys: offsets(lines, 'support.variable.key'),
		comments: offsets(lines, 'comment'),
		headers: offsets(lines, 'punctuation.definition.section.begin'),
	};
}

/** Where tokens of a scope begin in the text. */
function offsets(lines: readonly string[], scope: string): readonly number[] {
	let at = 0;
	return tokenise(lines).flatMap(({ text, tokens }) => {
		const base = at;
		at += text.length + 1;
		return tokens
			.filter(({ scopes }) => scopes.some((one) => one.startsWith(scope)))
			.map(({ startIndex }) => base + startIndex);
	});
}

function seenByParser({ text, items }: UnitFile): Seen {
	return {
		keys: items.flatMap((item) => (item.kind === 'entry' && hasSoundKey(text, item) ? [item.key.span.start] : [])),
		comments: items.flatMap((item) => item.lines.filter(({ comment }) => comment).map((one) => firstInk(text, one))),
		headers: items.flatMap((item) => (item.kind === 'header' ? [item.content.start] : [])),
	};
}

/** A key the grammar can see: a plain word with its `=` on the same line. */
function hasSoundKey(text: string, { key, equals }: Entry): boolean {
	return /^[A-Za-z][A-Za-z0-9_-]*$/.test(key.text) && !text.slice(key.span.start, equals).includes('\n');
}
