// Answers as they come from Node: their heads as plain values, their bodies whole up to a limit or piece by piece.

import type { IncomingMessage } from 'node:http';
import { ClusterError } from '../../errors.ts';
import type { HttpResponse, HttpStream } from '../transport.ts';

/** Reads an answer to its end. Throws `protocol` when its body is larger than the limit, and Node's errors. */
export async function readWhole(message: IncomingMessage, maxBytes: number, what: string): Promise<HttpResponse> {
	if (Number(message.headers['content-length'] ?? 0) > maxBytes) throw tooLarge(message, maxBytes, what);
	const chunks: Uint8Array[] = [];
	let size = 0;
	for await (const chunk of bytesOf(message)) {
		size += chunk.length;
		if (size > maxBytes) throw tooLarge(message, maxBytes, what);
		chunks.push(chunk);
	}
	return { ...headOf(message), body: Buffer.concat(chunks).toString('utf8') };
}

/** Status and headers; what was said several times is joined as RFC 9110 has it. */
export function headOf({ statusCode = 0, headers }: IncomingMessage): Pick<HttpStream, 'status' | 'headers'> {
	const plain = Object.entries(headers).map(([name, value]) => [name, [value].flat().join(', ')]);
	return { status: statusCode, headers: Object.fromEntries(plain) };
}

/** The body; leaving it early ends the connection. */
export function bytesOf(message: IncomingMessage): AsyncIterable<Uint8Array> {
	// A message without an encoding gives buffers (node:stream, “readable.setEncoding”).
	return message as AsyncIterable<Uint8Array>;
}

function tooLarge(message: IncomingMessage, maxBytes: number, what: string): ClusterError {
	message.destroy();
	return new ClusterError('protocol', `${what}: the answer is larger than ${describeBytes(maxBytes)}`, {
		advice: 'raise the limit if an answer may be that large',
		sent: true,
	});
}

function describeBytes(bytes: number): string {
	const mebibytes = bytes / (1024 * 1024);
	return Number.isInteger(mebibytes) ? `${mebibytes} MiB` : `${bytes} bytes`;
}
