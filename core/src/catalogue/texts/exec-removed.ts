// Our texts for keys of systemd.exec(5) that no current release knows. They say only what they were.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execRemovedTexts: DirectiveTexts = {
	Capabilities: {
		does: 'Set process capabilities in an old notation. Ignored since 230; see `AmbientCapabilities=` and `CapabilityBoundingSet=`.',
	},
	ControlGroup: {
		does: 'Put the processes into hand-picked cgroups. It went with 205, when systemd took over the tree: use `Slice=`.',
	},
	ControlGroupAttribute: {
		does: 'Wrote raw cgroup settings. Gone since 205; limits have keys of their own, such as `MemoryMax=`.',
	},
	ControlGroupModify: {
		does: "Let the unit's user change its cgroups. Gone since 205; `Delegate=` is the successor.",
	},
	ControlGroupPersistent: {
		does: 'Kept cgroups after the stop. Gone since 205, without successor.',
	},
	DeviceDeny: {
		does: 'Forbade single devices. Gone since 205; `DevicePolicy=` with `DeviceAllow=` turns the logic round.',
	},
	MemorySoftLimit: {
		does: 'Was a soft limit for memory. Gone since 208; `MemoryHigh=` comes closest.',
	},
	TCPWrapName: {
		does: 'Was the name under which hosts.allow and hosts.deny were asked. Gone since 212; use `IPAddressAllow=` or a firewall.',
	},
};
