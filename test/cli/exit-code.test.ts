// What a run comes to, as one number for scripts.

import { expect, test } from 'vitest';
import { exitCodeOf } from '../../cli/src/exit-code.ts';

const quiet = { failed: false, errors: 0, warnings: 0, maxWarnings: Number.POSITIVE_INFINITY };

test.each([
	['a run without errors is well', { warnings: 9 }, 0],
	['an error is a problem', { errors: 1 }, 1],
	['as many warnings as allowed are well', { warnings: 2, maxWarnings: 2 }, 0],
	['more warnings than allowed are a problem', { warnings: 3, maxWarnings: 2 }, 1],
	['a failure outweighs problems', { failed: true, errors: 1 }, 2],
])('%s', (_name, outcome, code) => {
	expect(exitCodeOf({ ...quiet, ...outcome })).toBe(code);
});
