// The keys of [X-Fleet], fleet's own section. Written by hand from fleet's behaviour (fleet v1.0.0, and the release
// notes where an older one differs); `since` and the like speak of fleet, not of systemd, and are left out here.

import type { DirectiveTable } from '../directive.ts';

/** Keys that fleet reads; all others in [X-Fleet] it accepts and ignores. */
export const xFleetDirectives: DirectiveTable = {
	name: 'x-fleet',
	man: 'CoreOS fleet unit files',
	directives: [
		{ key: 'Conflicts', value: 'unit-glob', repeat: 'append', list: 'words', summary: 'Never shares a machine with units whose names match these globs' },
		{ key: 'Global', value: 'fleet-boolean', default: 'false', summary: 'Runs on every machine that has the metadata, instead of on one that fleet picks' },
		{ key: 'MachineID', value: 'machine-id', summary: 'Runs on this one machine only' },
		{ key: 'MachineMetadata', value: 'machine-metadata', repeat: 'append', summary: 'Runs only where the machine has this metadata; one key twice means either, two keys mean both' },
		{ key: 'MachineOf', value: 'unit-name', repeat: 'append', summary: 'Runs on the machine that runs this unit; the name must be exact' },
		{ key: 'Replaces', value: 'unit-glob', repeat: 'append', summary: 'Takes the place of running units that match these globs, on their machine' },
		{ key: 'X-ConditionMachineBootID', value: 'machine-id', aliasOf: 'MachineID', summary: 'Oldest name of MachineID' },
		{ key: 'X-ConditionMachineID', value: 'machine-id', aliasOf: 'MachineID', summary: 'Old name of MachineID' },
		{ key: 'X-ConditionMachineMetadata', value: 'machine-metadata', repeat: 'append', aliasOf: 'MachineMetadata', summary: 'Old name of MachineMetadata' },
		{ key: 'X-ConditionMachineOf', value: 'unit-name', repeat: 'append', aliasOf: 'MachineOf', summary: 'Old name of MachineOf' },
		{ key: 'X-Conflicts', value: 'unit-glob', repeat: 'append', list: 'words', aliasOf: 'Conflicts', summary: 'Old name of Conflicts' },
	],
};
