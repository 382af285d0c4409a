// Questions to the tables of system calls. Sets are made when the first question comes: most runs have none.

import { syscallGroups, ungroupedSyscalls } from './syscall-groups.ts';

let names: ReadonlySet<string> | undefined;

/** Every system call that systemd knows on any architecture. */
export function knownSyscalls(): ReadonlySet<string> {
	names ??= new Set([...Object.keys(syscallGroups).flatMap(membersOf), ...words(ungroupedSyscalls)]);
	return names;
}

/** The members of a group as they are listed: calls, and other groups. */
export function membersOf(group: string): readonly string[] {
	return words(syscallGroups[group]?.members ?? '');
}

function words(text: string): readonly string[] {
	return text.split(/\s+/).filter((word) => word !== '');
}
