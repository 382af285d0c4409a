// Our texts for the directives of bus-name units, which ended with systemd 235. They say only what they were.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const busnameTexts: DirectiveTexts = {
	AcceptFileDescriptors: {
		does: 'Let the kdbus connection take file descriptors. Bus-name units ended with release 235.',
	},
	Activating: {
		does: 'Started the service for calls to its kdbus name. Ended with 235; ordinary D-Bus activation does this.',
	},
	AllowGroup: {
		does: 'Gave a group access to the kdbus name. Ended with 235; see the policy files of D-Bus.',
	},
	AllowUser: {
		does: 'Opened the kdbus name to one user. Ended with 235.',
	},
	AllowWorld: {
		does: 'Opened the kdbus name to everybody. Ended with 235.',
	},
	Name: {
		does: 'Was the kdbus name to claim. Ended with 235; `BusName=` in [Service] names it on D-Bus.',
	},
	SELinuxContext: {
		does: 'Was the SELinux label of the kdbus connection. Ended with 235.',
	},
	Service: {
		does: 'Was the service behind the kdbus name. Ended with 235.',
	},
};
