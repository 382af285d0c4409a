// Results as reports take them, made by hand, so that reports are tested apart from what rules find.

import path from 'node:path';
import type { FileResult } from '../../cli/src/result.ts';
import type { Problem } from '../../core/src/index.ts';

/** A result for a file in `/project`; `problems` need to say only what matters. */
export function fileResult(name: string, text: string, ...problems: readonly Partial<Problem>[]): FileResult {
	return { path: name, absolute: path.join('/project', name), text, problems: problems.map(problem), fixed: 0 };
}

function problem(given: Partial<Problem>): Problem {
	const usual: Problem = {
		rule: 'missing-equals',
		severity: 'error',
		message: 'this line has no `=`',
		span: { start: 0, end: 1 },
		fixes: [],
		tags: [],
		related: [],
	};
	return { ...usual, ...given };
}
