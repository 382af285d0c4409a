// Bytes cut into lines as they come. A line feed ends a line, and nothing else does: journal messages may hold the rest.

import { ClusterError } from '../errors.ts';

/** The lines of a stream, without their ends. Throws `protocol` at a line that is longer than `maxBytes`. */
export async function* linesOf(chunks: AsyncIterable<Uint8Array>, maxBytes: number): AsyncGenerator<string> {
	let rest = Buffer.alloc(0);
	for await (const chunk of chunks) {
		const whole = Buffer.concat([rest, chunk]);
		const end = whole.lastIndexOf(lineFeed) + 1;
		if (end > 0) yield* whole.toString('utf8', 0, end - 1).split('\n');
		rest = whole.subarray(end);
		if (rest.length > maxBytes) throw new ClusterError('protocol', `a line is longer than ${maxBytes} bytes`);
	}
	if (rest.length > 0) yield rest.toString('utf8');
}

const lineFeed = 0x0a;
