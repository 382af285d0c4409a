// Our texts for the directives of systemd.slice(5). Limits stand in resource-control.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const sliceTexts: DirectiveTexts = {
	ActivatingConcurrencyMax: {
		does: 'How many units of the slice may be starting at one time; others queue. It smooths a boot with many containers.',
		without: 'All start together.',
		pitfall:
			'A unit that hangs while starting occupies a place, so give each a `TimeoutStartSec=`. 0 blocks everything. Since 262.',
	},
	ConcurrencyHardMax: {
		does: 'An upper bound on active and queued units of the slice; more are refused with an error.',
		without: '`infinity`.',
		pitfall: 'Slices below count as one each. A refused start is not repeated: batch queues want the soft form.',
	},
	ConcurrencySoftMax: {
		does: 'Lets so many units of the slice run; further ones wait for a free place.',
		without: 'No bound.',
		pitfall:
			'Services that never end keep their places for good. If waiting units depend on each other, they may wait for ever. Since 258.',
	},
};
