// Which machines a unit's requirements leave over, whatever runs there: by ID and by metadata, looked up rather than
// searched.

import { shortMachineId } from './eligibility.ts';
import { meetsMetadata } from './machine-load.ts';
import type { Machine, Requirements } from './model.ts';

/** Finds machines by their numbers, which are places in the sorted list of machines. */
export interface MachineFinder {
	readonly numberOf: (id: string) => number | undefined;
	/** Absent where any machine will do. */
	readonly machinesFor: (requirements: Requirements) => readonly number[] | undefined;
}

/** A finder for machines sorted by ID. */
export function createMachineFinder(machines: readonly Machine[]): MachineFinder {
	const numbers = new Map(machines.map(({ id }, number) => [id, number]));
	const byWantedId = groupNumbers(machines, ({ id }) => [...new Set([id, shortMachineId(id)])]);
	const byPair = groupNumbers(machines, ({ metadata }) =>
		Object.entries(metadata).map(([key, value]) => pair(key, value)),
	);
	const answers = new Map<string, readonly number[]>();

	const meets = (number: number, { metadata }: Requirements) => {
		const machine = machines[number];
		return machine !== undefined && meetsMetadata(machine, metadata);
	};

	function withMetadata(requirements: Requirements): readonly number[] {
		const question = JSON.stringify([...requirements.metadata].map(([key, values]) => [key, ...values]));
		const known = answers.get(question);
		if (known !== undefined) return known;
		const [[key, values] = ['', new Set<string>()]] = requirements.metadata;
		const some = [...values].flatMap((value) => byPair.get(pair(key, value)) ?? []);
		const answer = some.filter((number) => meets(number, requirements)).sort((a, b) => a - b);
		answers.set(question, answer);
		return answer;
	}

	return {
		numberOf: (id) => numbers.get(id),
		machinesFor(requirements) {
			const { machineId, metadata } = requirements;
			if (machineId !== undefined) return (byWantedId.get(machineId) ?? []).filter((one) => meets(one, requirements));
			return metadata.size === 0 ? undefined : withMetadata(requirements);
		},
	};
}

function pair(key: string, value: string): string {
	return `${key}=${value}`;
}

function groupNumbers(
	machines: readonly Machine[],
	keysOf: (machine: Machine) => readonly string[],
): ReadonlyMap<string, readonly number[]> {
	const groups = new Map<string, number[]>();
	for (const [number, machine] of machines.entries()) {
		for (const key of keysOf(machine)) {
			const group = groups.get(key);
			if (group === undefined) groups.set(key, [number]);
			else group.push(number);
		}
	}
	return groups;
}
