// Our texts for the directives of systemd.scope(5). Scopes have no files, so these are for drop-ins.

import type { DirectiveTexts } from './directive-text.ts';
import { oomPolicyWords } from './shared-words.ts';

/** Texts by key. */
export const scopeTexts: DirectiveTexts = {
	OOMPolicy: {
		does: 'What becomes of the scope when the kernel kills one of its processes for lack of memory.',
		without:
			'`DefaultOOMPolicy=` of the manager holds, mostly `stop`; scopes with `Delegate=` carry on. Login sessions do, too, because logind asks for that.',
		pitfall: '`kill` ends a whole user session because of one greedy browser tab.',
		words: oomPolicyWords,
	},
	RuntimeMaxSec: {
		does: 'Ends the scope, and marks it failed, when it has lasted this long.',
		without: 'No limit.',
		pitfall:
			'Scopes hold processes somebody else started, logins for instance; they are ended with SIGTERM and no warning.',
	},
	RuntimeRandomizedExtraSec: {
		does: 'Lengthens the runtime limit by a random amount.',
		without: 'The limit is exact.',
		pitfall: 'Of use for many similar scopes that were started together; without `RuntimeMaxSec=` it does nothing.',
	},
	TimeoutStopSec: {
		does: 'How long processes of the scope have to end before SIGKILL.',
		without: "90 seconds or the manager's default.",
		pitfall: 'Sessions that ignore SIGTERM hold up every shutdown for that time. Undocumented for scopes, yet read.',
	},
};
