// What is mounted or swapped to: devices, files, shares, `UUID=…`; nearly any text.

import { checkWhole } from './judge.ts';
import { judgePath } from './path.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `What=`. Of swaps it had to be a path before 253. */
export const mountSource: ValueBehaviour = {
	check: checkWhole((text, context) =>
		context.section === 'Swap' && context.release < anySwapSince ? judgePath(text, context) : undefined,
	),
	complete: () => noItems,
	describe: () => undefined,
};

const anySwapSince = 253;
