// Which units a drop-in amends: one, or all of a kind or of a prefix.

import type { UnitFileName } from '../../catalogue/unit-file-name.ts';

/** Whether a file amends more than one unit, as those in `service.d` and `web-.service.d` do. */
export function amendsSeveral({ dropIn, prefix }: UnitFileName): boolean {
	return dropIn && (prefix === '' || prefix.endsWith('-'));
}
