// fleet's hash of a unit, with Node's SHA-1.

import { createHash } from 'node:crypto';
import { unitHash } from '../../core/src/fleet/hash.ts';
import type { UnitOption } from '../../core/src/fleet/model.ts';

/** The hash by which fleet tells contents of units apart: 40 hexadecimal digits. */
export function hashOf(options: readonly UnitOption[]): string {
	return unitHash(options, (text) => createHash('sha1').update(text, 'utf8').digest('hex'));
}
