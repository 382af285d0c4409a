// Bytes into lines, however they are cut when they arrive.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import { linesOf } from '../../../cluster/src/transport/lines.ts';

async function* chunks(...texts: readonly (string | Uint8Array)[]) {
	for (const text of texts) yield Buffer.from(text);
}

async function collect(lines: AsyncIterable<string>): Promise<readonly string[]> {
	const collected: string[] = [];
	for await (const line of lines) collected.push(line);
	return collected;
}

test('only line feeds end lines', async () => {
	const text = 'a\r\nb\u2028c\x85d\n\ne';
	expect(await collect(linesOf(chunks(text), 100))).toEqual(['a\r', 'b\u2028c\x85d', '', 'e']);
});

test('it does not matter where the bytes are cut', async () => {
	await fc.assert(
		fc.asyncProperty(fc.array(fc.string({ unit: 'grapheme' })), fc.integer({ min: 1, max: 7 }), async (lines, size) => {
			const clean = lines.map((line) => line.replaceAll('\n', ''));
			const bytes = Buffer.from(clean.map((line) => `${line}\n`).join(''));
			const cut = Array.from({ length: Math.ceil(bytes.length / size) }, (_, number) =>
				bytes.subarray(number * size, (number + 1) * size),
			);
			expect(await collect(linesOf(chunks(...cut), 10_000))).toEqual(clean);
		}),
	);
});

test('a line may be as long as the limit, and no longer', async () => {
	expect(await collect(linesOf(chunks('12345'), 5))).toEqual(['12345']);
	await expect(collect(linesOf(chunks('123', '456'), 5))).rejects.toMatchObject({
		kind: 'protocol',
		message: 'a line is longer than 5 bytes',
	});
});

test('a long line costs no more than its length', async () => {
	const many = Array.from({ length: 10_000 }, () => 'x'.repeat(1_000));
	const [line] = await collect(linesOf(chunks(...many), 64 * 1024 * 1024));
	expect(line).toHaveLength(10_000_000);
});
