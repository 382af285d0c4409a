// The names of units in a file: as systemd splits them, with their places, under the present names of directives.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { parse } from '../../core/src/index.ts';
import { splitWords } from '../../core/src/syntax/quoting.ts';
import { referencesOf } from '../../core/src/workspace/references-of.ts';

test('names stand where they are written, over continuation lines, too', () => {
	const text = '[Unit]\nBindTo=a.service\nAfter=a.service \\\n  "b c.service"\n[Install]\nWantedBy=multi-user.target\n';
	const found = referencesOf(parse(text)).map(({ directive, name, span }) => {
		return [directive, name, text.slice(span.start, span.end)];
	});
	expect(found).toEqual([
		['BindsTo', 'a.service', 'a.service'],
		['After', 'a.service', 'a.service'],
		['After', 'b c.service', '"b c.service"'],
		['WantedBy', 'multi-user.target', 'multi-user.target'],
	]);
});

test('what fleet reads is left out', () => {
	expect(referencesOf(parse('[X-Fleet]\nMachineOf=a.service\nConflicts=b.service\n'))).toEqual([]);
});

const piece = fc.constantFrom(' ', '\t', 'a.service', 'b', '\\x2d', '"', "'", '%i', ';', '\u00a0');

test('values without quotes are split as those with quotes are', () => {
	fc.assert(
		fc.property(fc.array(piece, { maxLength: 8 }), (pieces) => {
			const value = pieces.join('');
			const [unit] = parse(`[Unit]\nAfter=${value}\n`).sections;
			const { words } = splitWords(unit?.entries[0]?.value.text ?? '', { unquote: true, retainEscape: true });
			const names = referencesOf(parse(`[Unit]\nAfter=${value}\n`)).map(({ name }) => name);
			expect(names).toEqual(words.map(({ text }) => text));
		}),
	);
});
