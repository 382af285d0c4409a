// The directives of systemd.slice(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.slice(5) describes. */
export const sliceDirectives: DirectiveTable = {
	name: 'slice',
	man: 'systemd.slice(5)',
	directives: [
		{ key: 'ActivatingConcurrencyMax', value: 'unsigned-or-infinity', empty: true, since: 262, summary: 'Queues further starts while this many units in the slice are still starting up' },
		{ key: 'ConcurrencyHardMax', value: 'unsigned-or-infinity', empty: true, since: 258, summary: 'Refuses further starts once this many units in the slice are active or queued' },
		{ key: 'ConcurrencySoftMax', value: 'unsigned-or-infinity', empty: true, since: 258, anchor: 'ConcurrencyHardMax=', summary: 'Queues further starts while this many units in the slice are active' },
	],
};
