// How far from a unit fleet may put another one: what MachineOf, machine IDs, metadata and Global of the two leave open.

import { shortMachineId } from '../../fleet/eligibility.ts';
import type { IndexedFile } from '../../workspace/model.ts';
import { familyOf, filesNamed, isOpenName, nearestTo } from '../../workspace/names.ts';
import { placedWith } from '../../workspace/placement.ts';
import type { Place } from './workspace-file.ts';

/** Where another unit may be instead of here. `same-metadata`: perhaps there is only one machine for both. */
export type Distance = 'anywhere' | 'same-metadata' | 'global-elsewhere';

/** How far the unit of an expanded name may be; `undefined` if it is here, or nobody can tell. */
export function distanceTo(expanded: string, { view, file }: Place): Distance | undefined {
	const others = nearestTo(file.path, filesNamed(view, expanded));
	// What has no [X-Fleet] may be on every machine by other means.
	if (isOpenName(expanded) || others.length === 0 || others.some((other) => !other.fleet)) return undefined;
	if (familyOf(expanded) === familyOf(file.name.unit)) return undefined;
	if (placedWith(view, file.name.unit).has(familyOf(expanded))) return undefined;
	if (others.some((other) => isOnMachinesOf(other, file))) return undefined;
	if (others.some(({ requirements }) => requirements.global)) return 'global-elsewhere';
	return others.some((other) => hasMetadataOf(other, file)) ? 'same-metadata' : 'anywhere';
}

/** Whether fleet puts a unit on each machine that another may be on, for it is global, or both have one machine. */
function isOnMachinesOf({ requirements: other }: IndexedFile, { requirements: own }: IndexedFile): boolean {
	if (other.machineId !== undefined) return shortMachineId(other.machineId) === shortMachineId(own.machineId ?? '');
	return other.global && [...other.metadata].every(([key, values]) => isWithin(own.metadata.get(key), values));
}

function hasMetadataOf({ requirements: other }: IndexedFile, { requirements: own }: IndexedFile): boolean {
	if (own.global || own.metadata.size === 0 || own.metadata.size !== other.metadata.size) return false;
	return [...other.metadata].every(([key, values]) => {
		const wanted = own.metadata.get(key);
		return isWithin(wanted, values) && wanted?.size === values.size;
	});
}

function isWithin(own: ReadonlySet<string> | undefined, values: ReadonlySet<string>): boolean {
	return own !== undefined && [...own].every((value) => values.has(value));
}
