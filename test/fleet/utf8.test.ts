// Bytes of texts, as Node's own encoder has them, and the bytes that are no UTF-8.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { byteLength, utf8Bytes, withoutLoneSurrogates } from '../../core/src/fleet/utf8.ts';

test('the bytes of a text are those of its UTF-8 form', () => {
	fc.assert(
		fc.property(fc.string({ unit: 'binary' }), (text) => {
			expect(utf8Bytes(text)).toEqual([...Buffer.from(text, 'utf8')]);
			expect(byteLength(text)).toBe(Buffer.byteLength(text, 'utf8'));
		}),
	);
});

test('a lone surrogate is the one byte that it stands for', () => {
	expect(utf8Bytes('a\udce9\udcff😀')).toEqual([0x61, 0xe9, 0xff, 0xf0, 0x9f, 0x98, 0x80]);
	expect(byteLength('a\udce9\udcff😀')).toBe(7);
});

test('fleet’s characters have U+FFFD in its place', () => {
	expect(withoutLoneSurrogates('a\udce9😀\ud83d')).toBe('a\ufffd😀\ufffd');
});
