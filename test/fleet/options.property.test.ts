// What must hold for whatever stands in a file: fleet's reading never fails, and its places are places in the text.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../core/src/fleet/canonical.ts';
import { fleetReleases } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { requirementsOf, unknownRequirementKeys } from '../../core/src/fleet/requirements.ts';
import { validateOptions } from '../../core/src/fleet/validate.ts';
import { textAt } from '../../core/src/syntax/span.ts';
import { bare } from './vectors.ts';

const piece = fc.constantFrom(
	...['[', ']', '[Unit]', '[X-Fleet]', '\n', '\r\n', '\r', '\\\n', '\\ \n', '\\', '=', '#', ';', ' ', '\t', '\u00a0'],
	...['A=b', 'MachineOf=', 'Conflicts=*', 'MachineMetadata="a=b" "c=d"', 'Global=on', '"', '%p', 'é', '😀', '\udce9'],
	...['x'.repeat(700), 'é'.repeat(1023), 'x'.repeat(2047)],
);
const text = fc.oneof(
	fc.array(piece, { maxLength: 40 }).map((pieces) => pieces.join('')),
	fc.array(piece, { maxLength: 40 }).map((pieces) => `[X-Fleet]\n${pieces.join('')}\n`),
	fc.string({ unit: 'binary' }),
);
const release = fc.constantFrom(...fleetReleases);

describe('any text', () => {
	test('is read, understood and judged without a failure of ours', () => {
		fc.assert(
			fc.property(text, release, fc.string(), (file, version, name) => {
				const { options } = readOptions(file, version);
				requirementsOf(options, name, version);
				unknownRequirementKeys(options, version);
				validateOptions(options, version);
			}),
		);
	});

	test('gives places inside it and in order', () => {
		fc.assert(
			fc.property(text, release, (file, version) => {
				const { options, errorSpan } = readOptions(file, version);
				const spans = [...options.flatMap(({ nameSpan, valueSpan }) => [nameSpan, valueSpan]), ...[errorSpan ?? []]];
				const ends = spans.flat().flatMap(({ start, end }) => [start, end]);
				expect(ends).toEqual(ends.toSorted((one, other) => one - other));
				expect(ends.every((at) => at >= 0 && at <= file.length)).toBe(true);
			}),
		);
	});

	test('has each value at its place', () => {
		fc.assert(
			fc.property(text, (file) => {
				for (const { value, valueSpan } of readOptions(file).options) expect(textAt(file, valueSpan)).toBe(value);
			}),
		);
	});

	test('that fleet accepts is written in a way that fleet reads and writes the same again', () => {
		fc.assert(
			fc.property(text, release, (file, version) => {
				const first = readOptions(file, version);
				const written = canonicalText(first.options);
				const again = readOptions(written, version);
				// A backslash at the very end of a value goes on in the text that is made of it.
				fc.pre(first.error === undefined && !first.options.some(({ value }) => value.endsWith('\\')));
				// A long line may pass where it stands in the file and be refused where it stands in the other text.
				if (again.error !== undefined) return expect(again.error).toBe('line too long (max 2048 bytes)');
				expect(again.options.map(bare)).toEqual(sectionsTogether(first.options.map(bare)));
				expect(canonicalText(again.options)).toBe(written);
			}),
		);
	});
});

function sectionsTogether<T extends { readonly section: string }>(options: readonly T[]): readonly T[] {
	const sections = [...new Set(options.map(({ section }) => section))];
	return sections.flatMap((name) => options.filter(({ section }) => section === name));
}
