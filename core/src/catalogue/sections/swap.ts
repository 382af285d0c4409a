// The directives of systemd.swap(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.swap(5) describes. */
export const swapDirectives: DirectiveTable = {
	name: 'swap',
	man: 'systemd.swap(5)',
	directives: [
		{ key: 'Options', value: 'string', empty: true, specifiers: 'unit', since: 217, summary: 'Options for swapon, such as discard for SSDs' },
		{ key: 'Priority', value: 'integer', empty: true, summary: 'Swap areas with a higher number fill first; pri= in Options wins' },
		{ key: 'TimeoutSec', value: 'time-span', default: 'DefaultTimeoutStartSec=', summary: 'Fails the swap if swapon takes longer than this' },
		{ key: 'What', value: 'mount-source', empty: true, specifiers: 'unit', summary: "Device or file to swap to; the unit's file name must match it" },
	],
};
