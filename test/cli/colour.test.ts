// When there is colour, and when not.

import { expect, test } from 'vitest';
import { painter } from '../../cli/src/colour.ts';

const hasColour = (isTTY: boolean, env: Readonly<Record<string, string>>) =>
	painter({ write: () => {}, isTTY }, env)('error', 'x') !== 'x';

test.each([
	['a terminal has colour', true, {}, true],
	['a pipe has none', false, {}, false],
	['NO_COLOR takes it from a terminal', true, { NO_COLOR: '1' }, false],
	['an empty NO_COLOR takes nothing', true, { NO_COLOR: '' }, true],
	['a dumb terminal has none', true, { TERM: 'dumb' }, false],
	['FORCE_COLOR gives it to a pipe', false, { FORCE_COLOR: '1' }, true],
	['FORCE_COLOR outweighs NO_COLOR', false, { FORCE_COLOR: '1', NO_COLOR: '1' }, true],
	['FORCE_COLOR=0 takes it from a terminal', true, { FORCE_COLOR: '0' }, false],
])('%s', (_name, isTTY, env, expected) => {
	// Each of the objects has texts alone, which their union hides.
	expect(hasColour(isTTY, env as Readonly<Record<string, string>>)).toBe(expected);
});
