// The recordings of fleet's own code in test/fixtures/fleet-vectors, by file.

import { createHash } from 'node:crypto';
import { readFileSync } from 'node:fs';
import type { UnitOption } from '../../core/src/fleet/model.ts';

/** Reads a list of recorded cases. The caller says what is in it; nothing is checked. */
export function readVectors<T>(name: string): readonly T[] {
	const url = new URL(`../fixtures/fleet-vectors/${name}`, import.meta.url);
	// The files are fixed recordings, so their shape is known to the suite that names the type.
	return JSON.parse(readFileSync(url, 'utf8')) as readonly T[];
}

/** SHA-1 of a text's UTF-8 bytes, in hexadecimal. */
export function sha1(text: string): string {
	return createHash('sha1').update(text, 'utf8').digest('hex');
}

/** The option without its place. */
export function bare({ section, name, value }: UnitOption): UnitOption {
	return { section, name, value };
}
