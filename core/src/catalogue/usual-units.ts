// The special units that unit files most often name, for completion to offer first. Habit, not law: what the units mean
// stands in special-units.ts.

import type { UnitKind } from './unit-kinds.ts';

/** What an enabled unit of a kind usually hangs on, in `WantedBy=` and its like. */
export const usualTargets: Readonly<Partial<Record<UnitKind, readonly string[]>>> = {
	service: ['multi-user.target', 'graphical.target', 'default.target'],
	socket: ['sockets.target'],
	timer: ['timers.target'],
	path: ['paths.target'],
	mount: ['local-fs.target', 'remote-fs.target', 'multi-user.target'],
	automount: ['local-fs.target', 'remote-fs.target', 'multi-user.target'],
	swap: ['swap.target'],
	target: ['multi-user.target', 'graphical.target'],
};

/** What units usually wait for. */
export const usualDependencies: readonly string[] = [
	...['network-online.target', 'network.target', 'local-fs.target', 'remote-fs.target', 'time-sync.target'],
	...['nss-lookup.target', 'multi-user.target', 'basic.target', 'sysinit.target', 'shutdown.target'],
];

/** The only kinds of units that some keys take; the others take any. */
export const takenKinds: Readonly<Record<string, readonly UnitKind[]>> = {
	JoinsNamespaceOf: ['service', 'socket', 'mount', 'swap'],
	Service: ['service'],
	Slice: ['slice'],
	Sockets: ['socket'],
};
