// The order in which completion offers keys: those that most units of a section need, in the order they are usually
// written; the commands of a service in the order in which it lives through them. All others follow by alphabet.

import type { SectionName } from '../catalogue/section-name.ts';
import { commandKeys } from './service-life.ts';

/** Keys to offer first, by section. */
export const firstKeys: Readonly<Partial<Record<SectionName, readonly string[]>>> = {
	Unit: [
		'Description',
		'Documentation',
		'After',
		'Before',
		'Requires',
		'Wants',
		'BindsTo',
		'PartOf',
		'Conflicts',
		'OnFailure',
		'ConditionPathExists',
		'StartLimitIntervalSec',
		'StartLimitBurst',
	],
	Service: [
		'Type',
		...commandKeys,
		'Restart',
		'RestartSec',
		'TimeoutStartSec',
		'TimeoutStopSec',
		'RemainAfterExit',
		'PIDFile',
		'KillMode',
		'User',
		'Group',
		'WorkingDirectory',
		'Environment',
		'EnvironmentFile',
	],
	Socket: [
		'ListenStream',
		'ListenDatagram',
		'ListenSequentialPacket',
		'ListenFIFO',
		'Accept',
		'SocketUser',
		'SocketGroup',
		'SocketMode',
		'Service',
	],
	Mount: ['What', 'Where', 'Type', 'Options', 'TimeoutSec'],
	Automount: ['Where', 'TimeoutIdleSec'],
	Swap: ['What', 'Priority', 'Options', 'TimeoutSec'],
	Path: ['PathExists', 'PathExistsGlob', 'PathChanged', 'PathModified', 'DirectoryNotEmpty', 'Unit', 'MakeDirectory'],
	Timer: [
		'OnCalendar',
		'OnBootSec',
		'OnStartupSec',
		'OnActiveSec',
		'OnUnitActiveSec',
		'OnUnitInactiveSec',
		'Persistent',
		'AccuracySec',
		'RandomizedDelaySec',
		'Unit',
	],
	Slice: ['CPUQuota', 'CPUWeight', 'MemoryHigh', 'MemoryMax', 'TasksMax', 'IOWeight'],
	Scope: ['RuntimeMaxSec', 'MemoryMax', 'TasksMax'],
	Install: ['WantedBy', 'RequiredBy', 'UpheldBy', 'Alias', 'Also', 'DefaultInstance'],
	'X-Fleet': ['Global', 'MachineMetadata', 'MachineID', 'MachineOf', 'Conflicts', 'Replaces'],
};

/** Where a key stands among the keys of its section; all that are in no list share the last place. */
export function rankOf(section: SectionName, key: string): number {
	const at = firstKeys[section]?.indexOf(key) ?? -1;
	return at === -1 ? 999 : at;
}
