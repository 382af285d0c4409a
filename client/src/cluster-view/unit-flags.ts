// What menus ask of the rows of a unit: its state as fleet has it, what it is, and what its cluster lets one do.

import type { ClusterUnit, UnitState } from '../../../cluster/src/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import type { ConditionKind } from './condition.ts';
import { localFileOf } from './local-file.ts';
import type { Badge } from './node.ts';
import type { ClusterView } from './view.ts';

/** The flags of a unit's row. The state that is wanted comes first: menus look for it there. */
export function flagsOf(
	unit: ClusterUnit,
	kind: ConditionKind,
	badge: Badge | undefined,
	view: ClusterView,
): readonly (string | false | undefined)[] {
	return [
		unit.desiredState,
		...kindFlagsOf(unit),
		kind === 'failed' && 'failed',
		(kind === 'not scheduled' || kind === 'not loaded') && 'nowhere',
		localFileOf(unit.name, view.localFiles) !== undefined && 'local',
		badge === 'M' && 'edited',
		badge === 'P' && 'pending',
		...abilitiesOf(view),
	];
}

/** What a unit is, whatever its state. */
export function kindFlagsOf({ name, global }: ClusterUnit): readonly (string | false | undefined)[] {
	const parts = splitUnitName(name);
	return [global && 'global', parts?.isTemplate && 'template', parts?.isInstance && 'instance'];
}

/** What can be done with the rows of a cluster, as flags. */
export function abilitiesOf(view: ClusterView): readonly string[] {
	const can = ['journal', 'status', 'shell'].filter((one) => view.capabilities.has(one));
	const practice = view.origin === 'practice' ? ['practice'] : [];
	return [...can, ...practice, view.readOnly ? 'readonly' : 'writable'];
}

/** What the letters mean, said beside them. */
export const badgeWords: Readonly<Record<Badge, string>> = { M: 'edited locally', P: 'deploy pending' };

/** Whether a unit is edited here, or not yet what runs. */
export function badgeOf(
	{ name, hash }: ClusterUnit,
	states: readonly UnitState[],
	view: ClusterView,
): Badge | undefined {
	const local = localFileOf(name, view.localFiles)?.hash;
	if (local !== undefined && local !== hash) return 'M';
	return states.some((state) => state.hash !== undefined && state.hash !== hash) ? 'P' : undefined;
}
