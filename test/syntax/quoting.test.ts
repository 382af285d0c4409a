// Word splitting and C escapes, in examples of our own; test/conformance holds them against systemd's.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { extractWord, originSpan, type QuotingOptions, splitWords, type Word } from '../../core/src/syntax/quoting.ts';
import { textAt } from '../../core/src/syntax/span.ts';

describe('words and separators', () => {
	test('blanks part words and are skipped on both sides', () => {
		expect(split('  one\ttwo \r\n three ')).toEqual(['one', 'two', 'three']);
	});

	test('a word comes with its span and with the place of the next one', () => {
		expect(word('  one   two', 0)).toMatchObject({ text: 'one', span: { start: 2, end: 5 }, next: 8 });
	});

	test('after the last word nothing is left, whether or not blanks follow', () => {
		expect(word('one', 0).next).toBe(4);
		expect(word('one  ', 0).next).toBe(6);
		expect(extractWord('one', 4)).toEqual({ kind: 'end', next: 4 });
	});

	test('an empty text and one of blanks have no words', () => {
		expect(extractWord('', 0)).toEqual({ kind: 'end', next: 1 });
		expect(extractWord(' \t ', 0)).toEqual({ kind: 'end', next: 4 });
	});

	test('separators of a directive take the place of blanks, even where they are quotes', () => {
		expect(split('eth0:br 0::lan', { separators: ':' })).toEqual(['eth0', 'br 0', 'lan']);
		expect(split('size="big"small, huge', { separators: '=", ' })).toEqual(['size', 'big', 'small', 'huge']);
	});

	test('separators that count one by one leave empty words, also at both ends', () => {
		expect(split(':a::b:', { separators: ':', dontCoalesceSeparators: true })).toEqual(['', 'a', '', 'b', '']);
		expect(split('', { dontCoalesceSeparators: true })).toEqual(['']);
	});

	test('a retained separator is where the next word is looked for', () => {
		expect(word('a:b', 0, { separators: ':', retainSeparators: true }).next).toBe(1);
		expect(split('a::b', { separators: ':', retainSeparators: true })).toEqual(['a', 'b']);
	});

	test('a retained separator is where an empty word stands, but splitting a whole text steps over it', () => {
		const options = { separators: ':', retainSeparators: true, dontCoalesceSeparators: true };
		expect(word('a:b', 1, options)).toMatchObject({ text: '', next: 1 });
		expect(split('a:b', options)).toEqual(['a', 'b']);
	});
});

describe('quotes', () => {
	test('are ordinary characters unless asked for', () => {
		expect(split('"a b" it\'s')).toEqual(['"a', 'b"', "it's"]);
	});

	test('group characters and vanish, also inside a word', () => {
		expect(split(`"a b"'c d' e"f g"h ''`, { unquote: true })).toEqual(['a bc d', 'ef gh', '']);
	});

	test('of one kind are characters within the other kind', () => {
		expect(split(`"it's" 'say "hi"'`, { unquote: true })).toEqual(["it's", 'say "hi"']);
	});

	test('belong to the span of their word', () => {
		expect(word('x "a b" y', 1, { unquote: true }).span).toEqual({ start: 2, end: 7 });
	});

	test('stay if they are to be kept, and group all the same', () => {
		expect(split(`a="1 2"'3 4' b`, { keepQuote: true })).toEqual([`a="1 2"'3 4'`, 'b']);
	});

	test('that stay open are a fault at the quote', () => {
		const fault = { kind: 'fault', reason: 'unbalanced-quote', at: 2, next: 6 };
		expect(extractWord(`ab'c d`, 0, { unquote: true })).toEqual(fault);
		expect(extractWord(`ab"c d`, 0, { keepQuote: true })).toEqual(fault);
	});

	test('may stay open where faults are relaxed', () => {
		expect(split(`ab"c d`, { unquote: true, relax: true })).toEqual(['abc d']);
	});
});

describe('backslashes', () => {
	test('make the next character an ordinary one and vanish', () => {
		expect(split(String.raw`a\ b \"c \\d \n \😀`, { unquote: true })).toEqual(['a b', '"c', String.raw`\d`, 'n', '😀']);
	});

	test('escape the quote that they stand in', () => {
		expect(split(String.raw`"a \" b" c`, { unquote: true })).toEqual(['a " b', 'c']);
	});

	test('are ordinary characters where escapes are retained', () => {
		expect(split(String.raw`a\ b\x41`, { retainEscape: true })).toEqual(['a\\', String.raw`b\x41`]);
	});

	test('at the end are a fault', () => {
		expect(extractWord('ab\\', 0)).toEqual({ kind: 'fault', reason: 'trailing-backslash', at: 2, next: 3 });
	});

	test('at the end vanish where faults are relaxed, and stay where unknown escapes do', () => {
		expect(split('ab\\', { relax: true })).toEqual(['ab']);
		expect(split('ab\\', { unescapeRelax: true })).toEqual(['ab\\']);
	});

	test('at the end of an open quote leave the quote as the fault', () => {
		const fault = { reason: 'unbalanced-quote', at: 0, next: 3 };
		expect(extractWord('"a\\', 0, { unquote: true })).toMatchObject(fault);
		expect(extractWord('"a\\', 0, { unquote: true, unescapeRelax: true })).toMatchObject(fault);
		expect(split('"a\\', { unquote: true, unescapeRelax: true, relax: true })).toEqual(['a\\']);
	});

	test('before separators and backslashes vanish where only these are escaped', () => {
		const options = { separators: ':', unescapeSeparators: true };
		expect(split(String.raw`a\:b\\c:d`, options)).toEqual([String.raw`a:b\c`, 'd']);
		expect(extractWord(String.raw`a\x41`, 0, options)).toMatchObject({ reason: 'bad-escape', at: 1, next: 2 });
	});

	test('before separators vanish beside C escapes if both are asked for', () => {
		const options = { separators: ':', cUnescape: true };
		expect(split(String.raw`a\:\x41`, { ...options, unescapeSeparators: true })).toEqual(['a:A']);
		expect(extractWord(String.raw`a\:b`, 0, options)).toMatchObject({ reason: 'bad-escape', at: 1 });
	});
});

describe('C escapes', () => {
	test('name characters', () => {
		expect(unescaped(String.raw`\a\b\f\n\r\t\v\\\"\'\s`)).toBe('\x07\b\f\n\r\t\v\\"\' ');
	});

	test('give characters as numbers', () => {
		expect(unescaped(String.raw`\x41\x6a\x6A\101\u00e4\U0001F4A9\u2192`)).toBe('AjjAä💩→');
	});

	test('give bytes that form UTF-8 together', () => {
		expect(unescaped(String.raw`\xc3\xa4 \342\202\254 \xf0\x9f\x92\xa9`)).toBe('ä € 💩');
	});

	test('whose bytes are no UTF-8 give a replacement character for each', () => {
		expect(unescaped(String.raw`\xff`)).toBe('\ufffd');
		expect(unescaped(String.raw`\xc3`)).toBe('\ufffd');
		expect(unescaped(String.raw`\xc3x\xa4`)).toBe('\ufffdx\ufffd');
		expect(unescaped(String.raw`\xed\xa0\x80`)).toBe('\ufffd\ufffd\ufffd');
		expect(unescaped(String.raw`\xc0\x80\x41`)).toBe('\ufffd\ufffdA');
		expect(unescaped(String.raw`\xe0\x80\x80`)).toBe('\ufffd\ufffd\ufffd');
		expect(unescaped(String.raw`\xf0\x80\x80\x80`)).toBe('\ufffd\ufffd\ufffd\ufffd');
		expect(unescaped(String.raw`\xf4\x90\x80\x80`)).toBe('\ufffd\ufffd\ufffd\ufffd');
	});

	test('that are cut short, unknown or no byte are faults', () => {
		const refused = ['q', 'x4', 'xg1', '10', '18a', '400', 'u00e', 'U0001F4A', 'z', ' ', 'X41'];
		for (const written of refused) expectRefused(written);
	});

	test('for zero, surrogates and what is no character are faults', () => {
		const refused = ['x00', '000', 'u0000', 'U00000000', 'ud800', 'uDFFF', 'U0000d800', 'U00110000', 'Uffffffff'];
		for (const written of refused) expectRefused(written);
	});

	test('for noncharacters are faults in the long form alone', () => {
		for (const written of ['U0000fdd0', 'U0000FDEF', 'U0000fffe', 'U0001ffff', 'U0010fffe']) expectRefused(written);
		expect(unescaped(String.raw`\ufdd0\uffff\U0000fdf0\U0000fdcf\U0010fffd`)).toBe(
			'\ufdd0\uffff\ufdf0\ufdcf\u{10fffd}',
		);
	});

	test('that are unknown stay as written where they are allowed to, and are listed', () => {
		const found = word(String.raw`a\q"\😀"\x41`, 0, { unquote: true, cUnescape: true, unescapeRelax: true });
		expect(found.text).toBe(String.raw`a\q\😀A`);
		expect(found.unknownEscapes).toEqual([
			{ start: 1, end: 3 },
			{ start: 4, end: 7 },
		]);
	});

	test('all stay as written where unknown ones do and none are read', () => {
		expect(split(String.raw`a\ b \x41`, { unescapeRelax: true })).toEqual([String.raw`a\ b`, String.raw`\x41`]);
	});

	test('are read within quotes, but quotes made by escapes group nothing', () => {
		expect(split(String.raw`"a\tb" \x22c d\"`, { unquote: true, cUnescape: true })).toEqual(['a\tb', '"c', 'd"']);
	});
});

describe('the origins of a word', () => {
	test('say for each character where it is written', () => {
		const source = String.raw`x "a\x41" b`;
		const { text, origins } = word(source, 2, { unquote: true, cUnescape: true });
		expect(text).toBe('aA');
		expect(origins.map((origin) => textAt(source, origin))).toEqual(['a', String.raw`\x41`]);
	});

	test('name all bytes of a character, for both its code units', () => {
		const found = word(String.raw`\xf0\x9f\x92\xa9!`, 0, { cUnescape: true });
		expect(found.origins).toEqual([
			{ start: 0, end: 16 },
			{ start: 0, end: 16 },
			{ start: 16, end: 17 },
		]);
	});

	test('give the span of a part of the word', () => {
		const source = String.raw`"--name=a\tb"`;
		const found = word(source, 0, { unquote: true, cUnescape: true });
		expect(textAt(source, originSpan(found, 7, 10))).toBe(String.raw`a\tb`);
		expect(originSpan(found, 7, 7)).toEqual({ start: 8, end: 8 });
		expect(originSpan(found, 10, 10)).toEqual({ start: 13, end: 13 });
	});
});

describe('any text', () => {
	const text = fc.string({ unit: fc.constantFrom(...' \t:ab"\'\\xsu04f1é😀\ud83d') });
	const flag = fc.boolean();
	const options: fc.Arbitrary<QuotingOptions> = fc.record(
		{
			separators: fc.constantFrom(' ', ':', ' :'),
			unquote: flag,
			keepQuote: flag,
			cUnescape: flag,
			unescapeSeparators: flag,
			unescapeRelax: flag,
			retainEscape: flag,
			relax: flag,
			retainSeparators: flag,
			dontCoalesceSeparators: flag,
		},
		{ requiredKeys: [] },
	);

	test('splits into words in order, with spans and origins within the text', () => {
		fc.assert(
			fc.property(fc.oneof(text, fc.string({ unit: 'binary' })), options, (source, chosen) => {
				const { words, fault } = splitWords(source, chosen);
				let last = 0;
				for (const found of words) {
					expect(found.origins).toHaveLength(found.text.length);
					for (const span of [found.span, ...found.origins, ...found.unknownEscapes]) {
						expect(span.start).toBeGreaterThanOrEqual(last);
						expect(span.start).toBeLessThanOrEqual(span.end);
						expect(span.end).toBeLessThanOrEqual(found.span.end);
					}
					expect(found.span.end).toBeLessThanOrEqual(source.length);
					last = found.span.end;
				}
				if (fault) expect(`\\"'`).toContain(source.charAt(fault.at) || 'the end of the text');
			}),
		);
	});

	test('comes back from a quoted list as it was', () => {
		fc.assert(
			fc.property(fc.array(fc.string({ unit: 'binary' })), (words) => {
				const quoted = words.map((one) => `"${one.replace(/[\\"]/g, '\\$&')}"`).join(' ');
				expect(split(quoted, { unquote: true })).toEqual(words);
			}),
		);
	});

	test('comes back from escaped bytes as it was', () => {
		fc.assert(
			fc.property(fc.string({ unit: 'binary', minLength: 1 }), (source) => {
				const visible = source.replaceAll('\0', '');
				const bytes = Array.from(new TextEncoder().encode(visible));
				const written = bytes.map((byte) => `\\x${byte.toString(16).padStart(2, '0')}`).join('');
				expect(split(`"${written}"`, { unquote: true, cUnescape: true })).toEqual([visible]);
			}),
		);
	});
});

function split(text: string, options: QuotingOptions = {}): readonly string[] {
	const { words, fault } = splitWords(text, options);
	expect(fault).toBeUndefined();
	return words.map((found) => found.text);
}

function word(text: string, from: number, options: QuotingOptions = {}): Word {
	const result = extractWord(text, from, options);
	if (result.kind !== 'word') throw new Error(`no word but ${result.kind} in ${text}`);
	return result;
}

function unescaped(text: string): string {
	return word(`"${text}"`, 0, { unquote: true, cUnescape: true }).text;
}

function expectRefused(written: string): void {
	const result = extractWord(`a\\${written}`, 0, { cUnescape: true });
	expect(result, written).toEqual({ kind: 'fault', reason: 'bad-escape', at: 1, next: 2 });
}
