// Bytes cut into lines as they come. A line feed ends a line, and nothing else does: journal messages may hold the rest.

import { ClusterError } from '../errors.ts';

/** The lines of a stream, without their ends. Throws `protocol` at a line that is longer than `maxBytes`. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
	// A long line comes in many chunks, which are joined only once.
	let begun: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of chunks) {
		const end = chunk.lastIndexOf(lineFeed);
		if (end >= 0) {
			yield* textOf([...begun, chunk.subarray(0, end)]).split('\n');
			begun = [];
			size = 0;
		}
		begun.push(chunk.subarray(end + 1));
		size += chunk.length - (end + 1);
		if (size > maxBytes) throw new ClusterError('protocol', `a line is longer than ${maxBytes} bytes`);
	}
	if (size > 0) yield textOf(begun);
}

const lineFeed = 0x0a;

function textOf(chunks: readonly Uint8Array[]): string {
	return Buffer.concat(chunks).toString('utf8');
}
