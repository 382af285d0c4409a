// Bytes to text and back: what is no UTF-8 must survive, whatever it is.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { decodeUnit, encodeUnit } from '../../cli/src/unit-text.ts';

const bytesOf = (...values: readonly number[]) => Uint8Array.from(values);

describe('reading', () => {
	test('UTF-8 is read as it is, its byte order mark included', () => {
		expect(decodeUnit(Buffer.from('\ufeff[Unit]\r\nDescription=Café 日本 😀\n'))).toBe(
			'\ufeff[Unit]\r\nDescription=Café 日本 😀\n',
		);
	});

	test('a byte that is no UTF-8 becomes one lone surrogate', () => {
		expect(decodeUnit(bytesOf(0x43, 0xe9, 0x0a))).toBe('C\udce9\n');
	});

	test('characters around stray bytes stay whole', () => {
		expect(decodeUnit(Buffer.concat([Buffer.from('é'), bytesOf(0xff), Buffer.from('😀')]))).toBe('é\udcff😀');
	});

	test.each([
		['an overlong form', [0xc0, 0xaf]],
		['an overlong form of three bytes', [0xe0, 0x9f, 0xbf]],
		['a surrogate', [0xed, 0xb2, 0x80]],
		['a code beyond Unicode', [0xf4, 0x90, 0x80, 0x80]],
		['a character cut short', [0xe2, 0x82]],
		['a trail byte alone', [0x80]],
	])('%s is kept byte by byte', (_name, bytes) => {
		expect(decodeUnit(bytesOf(...bytes))).toBe(String.fromCharCode(...bytes.map((byte) => 0xdc00 + byte)));
	});
});

describe('writing', () => {
	test('gives back the bytes of any file', () => {
		fc.assert(
			fc.property(fc.uint8Array({ maxLength: 200 }), (bytes) => {
				expect(Buffer.from(encodeUnit(decodeUnit(bytes))).equals(Buffer.from(bytes))).toBe(true);
			}),
		);
	});

	test('gives back bytes that are nearly UTF-8', () => {
		const piece = fc.oneof(
			fc.string({ unit: 'binary' }).map((text) => Buffer.from(text)),
			fc
				.constantFrom([0xed, 0xa0, 0x80], [0xf0, 0x80, 0x80, 0x80], [0xe2, 0x82], [0xff], [0xef, 0xbb, 0xbf])
				.map(Buffer.from),
		);
		fc.assert(
			fc.property(fc.array(piece), (pieces) => {
				const bytes = Buffer.concat(pieces);
				expect(Buffer.from(encodeUnit(decodeUnit(bytes))).equals(bytes)).toBe(true);
			}),
		);
	});

	test('UTF-8 is read as the platform reads it', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary' }), (text) => {
				expect(decodeUnit(Buffer.from(text))).toBe(text);
			}),
		);
	});
});
