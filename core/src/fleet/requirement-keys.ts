// The options of [X-Fleet] that fleet acts on, with their older spellings. All are case-sensitive.

import { type FleetRelease, isFleetAtLeast } from './model.ts';

/** The section whose options fleet takes for requirements. */
export const fleetSection = 'X-Fleet';

/** Spellings of each requirement, in the order in which fleet looks at them. */
export const requirementKeys = {
	machineId: ['MachineID', 'X-ConditionMachineID', 'X-ConditionMachineBootID'],
	peers: ['X-ConditionMachineOf', 'MachineOf'],
	metadata: ['X-ConditionMachineMetadata', 'MachineMetadata'],
	conflicts: ['X-Conflicts', 'Conflicts'],
	replaces: ['Replaces'],
	global: ['Global'],
} as const;

/** Whether a release of fleet acts on a key of [X-Fleet]. */
export function isRequirementKey(key: string, release: FleetRelease): boolean {
	return knownKeys.has(key) && (key !== 'Replaces' || isFleetAtLeast(release, '0.13'));
}

const knownKeys: ReadonlySet<string> = new Set(Object.values(requirementKeys).flat());
