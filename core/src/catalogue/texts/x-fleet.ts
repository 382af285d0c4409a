// Our texts for the keys of [X-Fleet]. Facts are those of fleet’s own reading (fleet schema v1).

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const xFleetTexts: DirectiveTexts = {
	Conflicts: {
		does: "Keeps this unit off machines that run a unit whose name matches one of the globs. `Conflicts=web@*.service` in a template spreads its instances over the machines; the unit itself is exempt from its own pattern. It works both ways: a running unit's pattern keeps newcomers away as well.",
		without: 'Several instances may land on one machine and fail with it together.',
		pitfall:
			"More instances than machines leaves some unscheduled, without an error. Patterns are Go's: `*`, `?`, `[a-z]`, `[^…]`, and the whole name with its suffix must match. Several on one line are split from 1.0 on; before, use one line each. With `Global=` it works from 1.0 on, with `MachineID=` and `Replaces=` never.",
		example: '[X-Fleet]\nConflicts=web@*.service',
	},
	Global: {
		does: 'With `true` the unit runs on *every* machine of the cluster, or on each that has the asked-for metadata, newly joined ones included. For log shippers, monitoring and proxies.',
		without: 'One machine is picked, and moves the unit when that one is lost.',
		pitfall:
			'Global units are not scheduled singly: `fleetctl list-units` shows one line for each machine. Together with `MachineOf=` or `MachineID=` it is refused; `Conflicts=` came to be allowed in 1.0. Up to 0.12 only `true` counts as true, later also `yes`, `on`, `1` and `t`; everything else silently means false, and one machine runs it.',
		example: '[X-Fleet]\nGlobal=true\nMachineMetadata=role=web',
		words: {
			true: 'Runs on every machine that fits.',
			false: 'Runs on one machine that fleet picks; the same as leaving the line out.',
		},
	},
	MachineID: {
		does: 'Pins the unit to a single machine, by its ID from `fleetctl list-machines -l`: all 32 digits, or the first eight.',
		without: "The choice is fleet's, by load and the other lines.",
		pitfall:
			'When that machine dies, the unit is *not* moved: high availability is gone. Other abbreviations than eight digits match nothing, and a new installation has a new ID. It cannot stand with `MachineOf=`, `Conflicts=`, `Global=` or `Replaces=`. Of several lines the first counts. To name a group of machines, give them metadata and use `MachineMetadata=`.',
		example: '[X-Fleet]\nMachineID=148a18ff',
	},
	MachineMetadata: {
		does: "Restricts the unit to machines with certain metadata, set in fleet's configuration (`role=web,disk=ssd`). Different keys must all fit; for one key given twice, either value will do.",
		without: 'Any machine may get the unit.',
		pitfall:
			'Several conditions stand on lines of their own, or each in quotes: `"role=web" "disk=ssd"`. Written `role=web disk=ssd` or with a comma, the line is dropped *silently* and the unit may land anywhere. Blanks around `=` belong to the names. Comparison is exact, without patterns. If no machine fits, the unit waits unscheduled. A machine that loses the metadata loses the unit.',
		example: '[X-Fleet]\nMachineMetadata=role=web\nMachineMetadata=disk=ssd',
	},
	MachineOf: {
		does: 'Puts the unit on the machine that runs the named one, wherever that is, and moves along with it. For sidekicks that announce a service in etcd, and for those that share files or a socket. Several must all be there.',
		without: 'The sidekick may land on another machine, and announces a service that is not there.',
		pitfall:
			'It only places: nothing is started or ordered, so add `BindsTo=` and `After=` in [Unit]. The name is exact, with suffix and instance: `web@%i.service`, no glob. While the other unit is unscheduled, so is this one, and two that name each other never start. Not with `Global=` or `MachineID=`.',
		example: '[Unit]\nBindsTo=web@%i.service\nAfter=web@%i.service\n[X-Fleet]\nMachineOf=web@%i.service',
	},
	Replaces: {
		does: 'Parts units that met on one machine: if this unit and one whose name matches a glob are there together, one of the two is sent elsewhere. It is meant for a new version of a service that pushes the old one aside.',
		without: 'Units only share or avoid machines, see `Conflicts=`.',
		pitfall:
			'Either of them may be the one that moves, and where only one machine fits, both can be left waiting. Known since 0.13 and reworked in 1.0; older releases warn of an unknown option and place the unit anywhere. It cannot stand beside `Conflicts=`, `MachineID=` or `Global=`. Blanks do not separate globs: one line each. Two units that replace each other are left as they are.',
		example: '[X-Fleet]\nReplaces=web-v1@*.service',
	},
	'X-ConditionMachineBootID': {
		does: 'Oldest spelling of `MachineID=`; weakest of the three when several are set.',
	},
	'X-ConditionMachineID': {
		does: 'Spelling of `MachineID=` before fleet 0.8, still read by all releases.',
	},
	'X-ConditionMachineMetadata': {
		does: 'Spelling of `MachineMetadata=` before fleet 0.8; both may stand in one file and add up.',
	},
	'X-ConditionMachineOf': {
		does: 'Spelling of `MachineOf=` before fleet 0.8; read as the same.',
	},
	'X-Conflicts': {
		does: "Spelling of `Conflicts=` before fleet 0.8. A plain `Conflicts=` in [Unit] is systemd's, not this.",
	},
};
