// What fleet makes of one unit file, as text for a terminal: its requirements in words and one by one, what fleet
// refuses, and what it does not look at.

import {
	describeRequirements,
	type FleetRelease,
	type Requirements,
	readOptions,
	requirementsOf,
	splitUnitName,
	unitNameFault,
	unknownRequirementKeys,
	validateOptions,
} from '../../core/src/index.ts';
import type { Paint } from './colour.ts';
import { visible } from './visible.ts';

/** The explanation of a unit file by its unit's name and text. */
export function explainUnit(name: string, text: string, release: FleetRelease, paint: Paint): string {
	const { options, error } = readOptions(text, release);
	const symbolic = symbolicName(name);
	const requirements = requirementsOf(options, symbolic, release);
	const refusal = error ?? unitNameFault(name, release) ?? validateOptions(options, release);
	const lines = [
		`${paint('strong', visible(name))}: ${visible(describeRequirements(requirements, symbolic))}`,
		...requirementRows(requirements).map(([key, value]) => `  ${key.padEnd(keyWidth)}  ${visible(value)}`),
		...(refusal === undefined ? [] : [`${paint('error', `fleet ${release} refuses it:`)} ${visible(refusal)}`]),
		...unknownRequirementKeys(options, release).map((key) => unknownLine(key, paint)),
	];
	return `${lines.join('\n')}\n`;
}

const keyWidth = 'MachineMetadata'.length;

function requirementRows(requirements: Requirements): readonly (readonly [string, string])[] {
	const { machineId, peers, metadata, conflicts, replaces, global } = requirements;
	const pairs = [...metadata].map(([key, values]) => [...values].map((value) => `${key}=${value}`).join(' or '));
	return [
		...(global ? [['Global', 'true'] as const] : []),
		...(machineId === undefined ? [] : [['MachineID', machineId] as const]),
		...pairs.map((pair) => ['MachineMetadata', pair] as const),
		...peers.map((peer) => ['MachineOf', peer] as const),
		...conflicts.map((glob) => ['Conflicts', glob] as const),
		...replaces.map((glob) => ['Replaces', glob] as const),
	];
}

function unknownLine(key: string, paint: Paint): string {
	return `${paint('warning', 'without effect:')} ${visible(key)}= in [X-Fleet] is no key that fleet looks at`;
}

/** A template is explained for any instance: `%i` stays as it is. */
function symbolicName(name: string): string {
	return splitUnitName(name)?.isTemplate ? name.replace(/@(?=\.[^.]*$)/, '@%i') : name;
}
