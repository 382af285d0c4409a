// The type at the end of a unit's name, as fleet sees it.

import { nearest } from '../../catalogue/nearest.ts';

/** The unit types that fleetctl and the agents handle. */
export const fleetUnitTypes: readonly string[] = ['service', 'socket', 'timer', 'path', 'mount', 'automount', 'device'];

/** Types that the API accepts in a name and no agent runs. */
export const unsupportedUnitTypes: readonly string[] = ['target', 'slice', 'scope', 'swap', 'snapshot', 'busname'];

/** What stands after the last dot of a name or glob; absent without a dot. */
export function suffixOf(name: string): string | undefined {
	const dot = name.lastIndexOf('.');
	return dot === -1 ? undefined : name.slice(dot + 1);
}

/** Whether a name ends in a type that units have. */
export function hasUnitSuffix(name: string): boolean {
	const suffix = suffixOf(name);
	return suffix !== undefined && (fleetUnitTypes.includes(suffix) || unsupportedUnitTypes.includes(suffix));
}

/** The name with the suffix that was meant: the one it nearly has, or `.service`. */
export function withUnitSuffix(name: string): string {
	const suffix = suffixOf(name);
	const meant = suffix === undefined ? undefined : nearest(suffix, fleetUnitTypes);
	return meant === undefined ? `${name}.service` : `${name.slice(0, name.lastIndexOf('.'))}.${meant}`;
}
