// Options → what [X-Fleet] asks for, as a release of fleet understands it. What fleet drops without a word is dropped
// here, too; telling of it is the business of rules. Whether the requirements go together: validate.ts.

import { type FleetRelease, isFleetAtLeast, latestFleetRelease, type Requirements, type UnitOption } from './model.ts';
import { fleetSection, isRequirementKey, requirementKeys } from './requirement-keys.ts';
import { splitUnitName } from './unit-name.ts';
import { fields } from './white-space.ts';

/**
 * The requirements of a unit. With its name, specifiers are expanded, as when fleet schedules it; without, they stay,
 * as when fleet checks a unit that is submitted.
 */
export function requirementsOf(
	options: readonly UnitOption[],
	unitName?: string,
	release: FleetRelease = latestFleetRelease,
): Requirements {
	const values = (keys: readonly string[]): readonly string[] => valuesOf(options, keys, unitName);
	const conflicts = values(requirementKeys.conflicts);
	return {
		peers: values(requirementKeys.peers),
		conflicts: isFleetAtLeast(release, '1.0') ? conflicts.flatMap(fields) : conflicts,
		replaces: isFleetAtLeast(release, '0.13') ? values(requirementKeys.replaces) : [],
		machineId: values(requirementKeys.machineId)[0],
		metadata: metadataOf(values(requirementKeys.metadata)),
		global: isTrue(values(requirementKeys.global).at(-1) ?? '', release),
	};
}

/**
 * The values of an option of [X-Fleet]. Only a value with a `"` at both ends is several: a space outside quotes parts
 * them, and the quotes fall away. A tab parts nothing.
 */
export function splitValues(value: string): readonly string[] {
	if (!value.startsWith('"') || !value.endsWith('"')) return [value];
	const values: string[] = [];
	let current = '';
	let quoted = false;
	for (const char of value) {
		if (char === '"') quoted = !quoted;
		else if (char !== ' ' || quoted) current += char;
		else {
			values.push(current);
			current = '';
		}
	}
	return [...values, current];
}

/** A value with `%n`, `%N`, `%p` and `%i` replaced. `%%` is no escape, and all else stays as it is. */
export function expandSpecifiers(text: string, unitName: string): string {
	const parts = splitUnitName(unitName);
	if (parts === undefined || !text.includes('%')) return text;
	const { prefix, instance = '', suffix } = parts;
	const stem = unitName.slice(0, unitName.length - suffix.length);
	// One after the other, as fleet does it: what a specifier gives is looked at again for those that follow.
	return text
		.replaceAll('%n', () => unitName)
		.replaceAll('%N', () => stem)
		.replaceAll('%p', () => prefix)
		.replaceAll('%i', () => instance);
}

/** Keys of [X-Fleet] that fleet takes without a word and never looks at, each once, in file order. */
export function unknownRequirementKeys(
	options: readonly UnitOption[],
	release: FleetRelease = latestFleetRelease,
): readonly string[] {
	const unknown = options
		.filter(({ section, name }) => section === fleetSection && !isRequirementKey(name, release))
		.map(({ name }) => name);
	return [...new Set(unknown)];
}

/** Key and value of a `MachineMetadata=`; `undefined` for one that fleet ignores, because it is not just one `=`. */
export function splitMetadata(value: string): readonly [key: string, value: string] | undefined {
	const [key = '', wanted = '', ...rest] = value.split('=');
	return key === '' || wanted === '' || rest.length > 0 ? undefined : [key, wanted];
}

// All of the first spelling, then all of the next; within a spelling in file order.
function valuesOf(options: readonly UnitOption[], keys: readonly string[], unitName: string | undefined): string[] {
	const expand = (value: string): string => (unitName === undefined ? value : expandSpecifiers(value, unitName));
	return keys.flatMap((key) =>
		options
			.filter(({ section, name }) => section === fleetSection && name === key)
			.flatMap(({ value }) => splitValues(value).map(expand)),
	);
}

function metadataOf(values: readonly string[]): ReadonlyMap<string, ReadonlySet<string>> {
	const metadata = new Map<string, Set<string>>();
	for (const pair of values.map(splitMetadata)) {
		if (pair === undefined) continue;
		const [key, wanted] = pair;
		metadata.set(key, (metadata.get(key) ?? new Set()).add(wanted));
	}
	return metadata;
}

/** Words for “yes” since v0.13.0. `y` is none. */
const trueWords = ['true', 'yes', '1', 'on', 't'];

function isTrue(value: string, release: FleetRelease): boolean {
	const word = value.toLowerCase();
	return isFleetAtLeast(release, '0.13') ? trueWords.includes(word) : word === 'true';
}
