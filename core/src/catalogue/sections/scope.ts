// The directives of systemd.scope(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.scope(5) describes. */
export const scopeDirectives: DirectiveTable = {
	name: 'scope',
	man: 'systemd.scope(5)',
	directives: [
		{ key: 'OOMPolicy', value: 'enum', of: ['continue', 'stop', 'kill'], since: 252, default: 'DefaultOOMPolicy= (stop)', summary: 'What happens to the scope when the kernel kills one of its processes for lack of memory' },
		{ key: 'RuntimeMaxSec', value: 'time-span', since: 244, summary: 'Stops the scope and marks it failed after it has run this long' },
		{ key: 'RuntimeRandomizedExtraSec', value: 'time-span', since: 250, summary: 'Extends RuntimeMaxSec by a random amount up to this long' },
		{ key: 'TimeoutStopSec', value: 'time-span', since: 207, undocumented: true, summary: 'How long processes may take to exit on stop before they are killed' },
	],
};
