// What linting one file gave, as all reports take it.

import type { Problem } from '../../core/src/index.ts';

/** One linted file. */
export interface FileResult {
	/** As it is shown. */
	readonly path: string;
	readonly absolute: string;
	/** The text that the problems stand in. */
	readonly text: string;
	readonly problems: readonly Problem[];
	/** Number of problems that fixes have mended. */
	readonly fixed: number;
}

/** Whether `--fix` would mend a problem, unless another fix is in its way. */
export function isFixable({ fixes }: Problem): boolean {
	return fixes[0]?.kind === 'safe';
}
