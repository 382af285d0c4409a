// Formatting of any text: once is as good as twice, and systemd and fleet read what they read before.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { applyEdits, fleetReleases, format, parse, readOptions } from '../../core/src/index.ts';
import { reading } from '../support/reading.ts';

const pieces = [
	...['[Unit]', '[Service]', '[X-Fleet]', '[', ']', 'A=b', 'Key = value', 'MachineOf=a.service', '=', '"'],
	...[' ', '  ', '\t', '\\', '\\\\', '\n', '\n\n', '\n\n\n', '\n', '\n', '# note', '; note', '#'],
	...['\ufeff', '\u00a0', '\u2028', '\u0085', '%i', '😀'],
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 24 }).map((parts) => parts.join(''));
const unusual = fc
	.array(fc.constantFrom(...pieces, '\r', '\r\n', '\0', '\r\n'), { maxLength: 24 })
	.map((parts) => parts.join(''));
const anyText = fc.oneof(
	texts,
	texts.map((text) => text.replaceAll('\n', '\r\n')),
	unusual,
	fc.string({ unit: 'grapheme', maxLength: 60 }),
);

// The same texts every time: whether a change passes must not depend on the day.
const parameters = { seed: 20_261_124, numRuns: 4000 };

function formatted(text: string): string {
	return applyEdits(text, format(parse(text), undefined));
}

test('formatted text is formatted', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			const once = formatted(text);
			expect(formatted(once)).toBe(once);
		}),
		parameters,
	);
});

test('systemd reads the same, and comments say the same', () => {
	fc.assert(
		fc.property(anyText, (text) => {
			expect(reading(parse(formatted(text)))).toEqual(reading(parse(text)));
		}),
		parameters,
	);
});

test('every release of fleet reads the same', () => {
	fc.assert(
		fc.property(anyText, fc.constantFrom(...fleetReleases), (text, release) => {
			const read = (source: string) => {
				const { options, error } = readOptions(source, release);
				return [options.map(({ section, name, value }) => [section, name, value]), error === undefined];
			};
			expect(read(formatted(text))).toEqual(read(text));
		}),
		parameters,
	);
});

test('a range is formatted without a change of meaning, and by a part of the edits', () => {
	fc.assert(
		fc.property(anyText, fc.nat(60), fc.nat(60), (text, from, length) => {
			const unit = parse(text);
			const all = format(unit, undefined).map((edit) => JSON.stringify(edit));
			const some = format(unit, undefined, { start: from, end: from + length });
			for (const edit of some) expect(all).toContain(JSON.stringify(edit));
			expect(reading(parse(applyEdits(text, some)))).toEqual(reading(unit));
		}),
		parameters,
	);
});
