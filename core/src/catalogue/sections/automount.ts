// The directives of systemd.automount(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.automount(5) describes. */
export const automountDirectives: DirectiveTable = {
	name: 'automount',
	man: 'systemd.automount(5)',
	directives: [
		{ key: 'DirectoryMode', value: 'octal-mode', default: '0755', summary: 'Permissions of automount point directories that have to be created' },
		{ key: 'ExtraOptions', value: 'string', empty: true, specifiers: 'unit', since: 250, summary: 'Additional mount options for the autofs mount point itself' },
		{ key: 'TimeoutIdleSec', value: 'time-span', since: 220, summary: 'Unmounts again after the mount has gone unused for this long' },
		{ key: 'Where', value: 'path', empty: true, specifiers: 'unit', summary: "Directory whose first access triggers the mount; the unit's file name must match it" },
	],
};
