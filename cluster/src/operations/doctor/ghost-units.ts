// Units that stand in the registry and that fleet's API hides. They can be seen only in the registry itself.

import type { GhostUnit, RegistryHealth } from '../../model.ts';
import type { Check, Finding } from './finding.ts';

/** Finds units that nobody can see, change or destroy through fleet. */
export const ghostUnits: Check = {
	id: 'ghost-unit',
	isPassing: true,
	find: ({ health }) => (health?.ghosts ?? []).map((ghost) => findingOf(ghost, health)),
};

function findingOf(ghost: GhostUnit, health: RegistryHealth | undefined): Omit<Finding, 'check'> {
	const { name, reason, detail } = ghost;
	const told = detail === undefined ? reason : `${reason} (${detail})`;
	const common = { severity: 'error', subject: name } as const;
	if (reason === 'unknown desired state') {
		const desiredState = health?.heartbeats.has(name) ? 'launched' : 'inactive';
		return {
			...common,
			sentence: `${name} is poisoned: ${told}; fleet hides it, and cannot change or destroy it`,
			advice: `give it the desired state ${desiredState} again`,
			repair: { kind: 'restore', name, desiredState },
		};
	}
	return {
		...common,
		sentence: `${name} is in the registry and fleet hides it: ${told}; it can run nowhere`,
		advice: 'destroy what is left of it, and submit it again',
		repair: { kind: 'destroy', name },
	};
}
