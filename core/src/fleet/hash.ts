// The hash by which fleet tells contents of units apart: in unit states, in the registry, in fleetctl's listings.
// The name of the unit is no part of it.

import { canonicalText } from './canonical.ts';
import type { UnitOption } from './model.ts';

/**
 * The hash of a unit, in hexadecimal. `sha1` is the host's SHA-1 of a text's UTF-8 bytes, where a lone surrogate
 * U+DC80…U+DCFF is one byte. Continuation lines count as the options were read: as fleet v0.12.0 or as those before.
 */
export function unitHash(options: readonly UnitOption[], sha1: (text: string) => string): string {
	return sha1(canonicalText(options));
}

/** The first digits of a hash, as fleetctl shows it. */
export function shortHash(hash: string): string {
	return hash.slice(0, 7);
}
