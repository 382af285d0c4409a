// The directives of systemd.unit(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.unit(5) describes. */
export const installDirectives: DirectiveTable = {
	name: 'install',
	man: 'systemd.unit(5)',
	directives: [
		{ key: 'Alias', value: 'unit-name', repeat: 'reset-on-empty', list: 'words', specifiers: 'install', summary: 'Extra names under which systemctl enable makes this unit reachable' },
		{ key: 'Also', value: 'unit-name', repeat: 'append', list: 'words', specifiers: 'install', summary: 'Other units enabled and disabled together with this one' },
		{ key: 'DefaultInstance', value: 'instance-name', specifiers: 'install', since: 215, summary: 'Instance to enable when a template is enabled without a name after the @' },
		{ key: 'RequiredBy', value: 'unit-name', repeat: 'reset-on-empty', list: 'words', specifiers: 'install', anchor: 'WantedBy=', summary: 'On enable, makes these units require this one, so its failure fails their start' },
		{ key: 'UpheldBy', value: 'unit-name', repeat: 'reset-on-empty', list: 'words', specifiers: 'install', since: 254, anchor: 'WantedBy=', summary: 'On enable, makes these units restart this one whenever they find it down' },
		{ key: 'WantedBy', value: 'unit-name', repeat: 'reset-on-empty', list: 'words', specifiers: 'install', summary: 'On enable, hooks this unit into these, usually multi-user.target for start at boot' },
	],
};
