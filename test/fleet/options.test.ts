// Reading unit files as fleet does: against what fleet itself read, then release by release, places and odd bytes.

import { describe, expect, test } from 'vitest';
import { canonicalText } from '../../core/src/fleet/canonical.ts';
import { unitHash } from '../../core/src/fleet/hash.ts';
import type { FleetRelease } from '../../core/src/fleet/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { textAt } from '../../core/src/syntax/span.ts';
import { bare, readVectors, sha1 } from './vectors.ts';

interface Recorded {
	readonly label: string;
	readonly input: string;
	readonly options: readonly { readonly Section: string; readonly Name: string; readonly Value: string }[];
	readonly error?: string;
	readonly serialized?: string;
	readonly hash?: string;
}

const recorded = readVectors<Recorded>('parse.json');

describe('fleet reads, writes and hashes', () => {
	for (const one of recorded) test(one.label, () => checkRecorded(one));

	test('as it was recorded 48 times', () => expect(recorded).toHaveLength(48));
});

function checkRecorded({ input, options: expected, error, serialized = '', hash }: Recorded): void {
	const reading = readOptions(input);
	expect(reading.error).toBe(error);
	expect(reading.options.map(bare)).toEqual(
		expected.map(({ Section, Name, Value }) => ({ section: Section, name: Name, value: Value })),
	);
	for (const { nameSpan, valueSpan, name, value } of reading.options) {
		expect([textAt(input, nameSpan), textAt(input, valueSpan)]).toEqual([name, value]);
	}
	// Of a text that fleet refuses, neither was recorded.
	if (error !== undefined) return;
	expect(canonicalText(reading.options)).toBe(serialized);
	expect(unitHash(reading.options, sha1)).toBe(hash);
}

describe('continuation lines', () => {
	const text = '[Service]\nExecStart=/bin/a \\\n  -b \\\n  -c\nRestart=no\n';

	test.each<FleetRelease>(['0.8', '0.9', '0.10', '0.11'])('are joined by a space in fleet %s', (release) => {
		expect(values(text, release)).toEqual(['/bin/a    -b    -c', 'no']);
	});

	test.each<FleetRelease>(['0.12', '0.13', '1.0'])('are kept as they stand in fleet %s', (release) => {
		expect(values(text, release)).toEqual(['/bin/a \\\n  -b \\\n  -c', 'no']);
	});

	test.each<FleetRelease>(['0.11', '1.0'])('have the same places, whatever fleet %s makes of them', (release) => {
		const [option] = readOptions(text, release).options;
		expect(option && textAt(text, option.valueSpan)).toBe('/bin/a \\\n  -b \\\n  -c');
	});

	test('leave no backslash before an empty line or the end of the file, up to fleet 0.11', () => {
		expect(values('[A]\nB=c \\\n\nD=e \\', '0.11')).toEqual(['c', 'e']);
		expect(values('[A]\nB=c \\\n', '0.11')).toEqual(['c']);
	});

	test('do not come from a backslash before CRLF, in any release', () => {
		expect(values('[A]\r\nB=c \\\r\nD=e\r\n', '0.11')).toEqual(['c \\', 'e']);
		expect(values('[A]\r\nB=c \\\r\nD=e\r\n', '1.0')).toEqual(['c \\', 'e']);
	});

	test('may follow a first line with nothing but the backslash', () => {
		expect(values('[A]\nB=\\\n  c\n')).toEqual(['\\\n  c']);
		expect(values('[A]\nB=\\\n  c\n', '0.11')).toEqual(['c']);
	});

	test('may follow the last CR of a file, for fleet strips that one', () => {
		expect(values('[A]\nB=c \\\r')).toEqual(['c \\']);
		expect(values('[A]\nB=c \\\r', '0.11')).toEqual(['c']);
	});
});

describe('the limit of a line', () => {
	const long = `[A]\nB=${'x'.repeat(3000)}\n`;

	test('is 2,047 bytes since fleet 0.12', () => {
		expect(readOptions(long, '0.12').error).toBe('line too long (max 2048 bytes)');
		expect(readOptions(long, '0.11')).toMatchObject({ options: [{ name: 'B' }] });
		expect(readOptions(long, '0.11').error).toBeUndefined();
	});

	test('counts bytes, not characters', () => {
		expect(readOptions(`[A]\nB=${'é'.repeat(1022)}x\n`).error).toBeUndefined();
		expect(readOptions(`[A]\nB=${'é'.repeat(1023)}\n`).error).toBe('line too long (max 2048 bytes)');
		expect(readOptions(`[A]\nB=${'☃'.repeat(681)}xx\n`).error).toBeUndefined();
		expect(readOptions(`[A]\nB=${'☃'.repeat(682)}\n`).error).toBe('line too long (max 2048 bytes)');
		expect(readOptions(`[A]\nB=${'😀'.repeat(511)}x\n`).error).toBeUndefined();
		expect(readOptions(`[A]\nB=${'😀'.repeat(511)}xx\n`).error).toBe('line too long (max 2048 bytes)');
	});

	test('counts a byte that is no UTF-8 as one', () => {
		expect(readOptions(`[A]\nB=${'\udce9'.repeat(2045)}\n`).error).toBeUndefined();
		expect(readOptions(`[A]\nB=${'\udce9'.repeat(2046)}\n`).error).toBe('line too long (max 2048 bytes)');
	});

	test('holds for each line of a value by itself', () => {
		const line = 'x'.repeat(1500);
		expect(readOptions(`[A]\nB=${line}\\\n${line}\\\n${line}\n`).error).toBeUndefined();
		expect(readOptions(`[A]\nB=a \\\n${'x'.repeat(2048)}\nC=d\n`)).toMatchObject({ options: [], error: /too long/ });
	});

	test('keeps the options before the line, and says where it is', () => {
		const text = `[A]\nB=c\n${long.slice(4)}D=e\n`;
		const { options, errorSpan } = readOptions(text);
		expect(options.map(({ name }) => name)).toEqual(['B']);
		expect(errorSpan).toEqual({ start: 8, end: 8 + 3002 });
	});
});

describe('an error ends the reading', () => {
	test('and says where: a line without `=`', () => {
		expect(faultText('[A]\nB=c\n  nothing here\nD=e\n')).toEqual([
			['B'],
			'unexpected newline encountered while parsing option name',
			'nothing here',
		]);
	});

	test('and says where: the last line without `=`', () => {
		expect(faultText('[A]\nB=c\nnothing')).toEqual([['B'], 'EOF', 'nothing']);
	});

	test('and says where: text after a header, byte by byte', () => {
		expect(faultText('[A]\nB=c\n[D] é\udcff☃😀 \nE=f')).toEqual([
			['B'],
			'found garbage after section name : [195 169 255 226 152 131 240 159 152 128]',
			'é\udcff☃😀',
		]);
	});

	test('and says where: a header that never ends', () => {
		expect(faultText('[A]\nB=c\n[D\nE=f')).toEqual([['B'], 'unable to find end of section', '[D']);
	});
});

describe('white space', () => {
	test('is what Unicode says: U+0085 is stripped, a byte order mark within the file is not', () => {
		expect(values('[A]\nB=\u0085c\u3000\n\u2003D=\ufeffe\n')).toEqual(['c', '\ufeffe']);
	});

	test('of one kind or another makes an empty value, which stands after the `=`', () => {
		const text = '[A]\nB= \t\u00a0\nC=d';
		const [option] = readOptions(text).options;
		expect(option).toMatchObject({ value: '', valueSpan: { start: 6, end: 6 } });
	});
});

test('bytes that are no UTF-8 stay in values and become U+FFFD in names', () => {
	const { options } = readOptions('[A]\nB\udce9=c\udce9\n');
	expect(options.map(bare)).toEqual([{ section: 'A', name: 'B\ufffd', value: 'c\udce9' }]);
});

test('places count UTF-16 code units', () => {
	const text = '[😀]\n 😀é = ☃😀 \n';
	const [option] = readOptions(text).options;
	expect(option).toEqual({
		section: '😀',
		name: '😀é',
		value: '☃😀',
		nameSpan: { start: 6, end: 9 },
		valueSpan: { start: 12, end: 15 },
	});
});

function values(text: string, release?: FleetRelease): readonly string[] {
	const { options, error } = readOptions(text, release);
	expect(error).toBeUndefined();
	return options.map(({ value }) => value);
}

function faultText(text: string): readonly unknown[] {
	const { options, error, errorSpan } = readOptions(text);
	return [options.map(({ name }) => name), error, errorSpan && textAt(text, errorSpan)];
}
