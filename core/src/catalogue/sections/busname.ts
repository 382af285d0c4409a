// The directives of systemd.busname(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.busname(5) describes. */
export const busnameDirectives: DirectiveTable = {
	name: 'busname',
	man: 'systemd.busname(5)',
	directives: [
		{ key: 'AcceptFileDescriptors', value: 'boolean', since: 212, removed: 235, summary: 'Allowed file descriptors in kdbus messages; removed along with busname units' },
		{ key: 'Activating', value: 'boolean', since: 212, removed: 235, summary: 'Started the service when its kdbus name was called; removed along with busname units' },
		{ key: 'AllowGroup', value: 'unknown', since: 211, removed: 235, summary: 'Granted a group access to the kdbus name; removed along with busname units' },
		{ key: 'AllowUser', value: 'unknown', since: 211, removed: 235, summary: 'Granted a user access to the kdbus name; removed along with busname units' },
		{ key: 'AllowWorld', value: 'unknown', since: 211, removed: 235, summary: 'Granted everybody access to the kdbus name; removed along with busname units' },
		{ key: 'Name', value: 'string', empty: true, since: 209, removed: 235, summary: 'The kdbus name to claim; removed along with busname units' },
		{ key: 'SELinuxContext', value: 'string-optional', empty: true, specifiers: 'unit', since: 211, removed: 235, summary: 'SELinux label of the kdbus connection; went with bus-name units in systemd 235' },
		{ key: 'Service', value: 'unknown', since: 209, removed: 235, summary: 'Service to start for the kdbus name; removed along with busname units' },
	],
};
