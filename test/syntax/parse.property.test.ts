// What holds for any text whatever, from generators that love the characters which mean something.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import { type Item, type Joined, parse, print, type Span, type UnitFile } from '../../core/src/index.ts';
import { joinedIndex, sourceOffset } from '../../core/src/syntax/joined.ts';
import { placeAt } from '../../core/src/syntax/place.ts';

const piece = fc.constantFrom(
	...[
		'\n',
		'\r\n',
		'\r',
		'\0',
		'\\',
		'\\\n',
		'\\ \n',
		' ',
		'\t',
		'=',
		'[',
		']',
		'#',
		';',
		'"',
		"'",
		'%i',
		'\ufeff',
		'\udce9',
		'é',
		'🚢',
	],
	...['[Unit]', '[Service]', '[X-Fleet]', 'ExecStart=', 'After=a.service', '# note\\', '  --port 80', '<<<<<<< HEAD\n'],
);
const anyText = fc.oneof(
	fc.array(piece, { maxLength: 60 }).map((pieces) => pieces.join('')),
	fc.string({ unit: 'binary', maxLength: 200 }),
);

test('the spans of items tile the text, and the lines of an item tile the item', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { items } = parse(text);
			expectTiling(
				items.map(({ span }) => span),
				{ start: 0, end: text.length },
			);
			for (const { span, lines } of items) expectTiling(lines, span);
		}),
		{ numRuns: 2000 },
	);
});

test('printing gives the text back, and parsing that gives the same tree', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const printed = print(parse(text));
			expect(printed).toBe(text);
			expect(parse(printed)).toEqual(parse(text));
		}),
	);
});

test('sections and preamble hold all items once', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const { items, preamble, sections } = parse(text);
			const grouped: Item[] = [...preamble, ...sections.flatMap(({ header, items: own }) => [header, ...own])];
			expect(grouped).toEqual(items);
		}),
	);
});

test('every character of a joined text is that of the file, but for the space that a backslash becomes', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			for (const joined of joinedTexts(parse(text))) {
				[...Array(joined.text.length).keys()].forEach((index) => {
					const source = text[sourceOffset(joined, index)];
					expect(source === joined.text[index] || (source === '\\' && joined.text[index] === ' ')).toBe(true);
					expect(joinedIndex(joined, sourceOffset(joined, index))).toBe(index);
				});
			}
		}),
	);
});

test('every offset has a place', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const unit = parse(text);
			for (let offset = 0; offset <= text.length; offset++) expect(placeAt(unit, offset).kind).toBeTypeOf('string');
		}),
	);
});

function expectTiling(spans: readonly Span[], { start, end }: Span): void {
	let at = start;
	for (const span of spans) {
		expect(span.start).toBe(at);
		expect(span.end).toBeGreaterThan(span.start);
		at = span.end;
	}
	expect(at).toBe(end);
}

function joinedTexts(unit: UnitFile): readonly Joined[] {
	return unit.items.flatMap((item): readonly Joined[] => {
		if (item.kind === 'entry') return [item.key, item.value];
		if (item.kind === 'stray') return [item.content];
		return item.kind === 'header' ? [item.name] : [];
	});
}
