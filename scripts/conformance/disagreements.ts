// Where our verdict differs from systemd's on purpose, each with its reason. A difference that no row names fails the
// conformance suite, and so does a row that names none.
import type { Compared } from './matrix.ts';

/** A family of differences. */
export interface Disagreement {
	readonly id: string;
	readonly keys: readonly string[];
	/** Who keeps silent where the other complains. */
	readonly silent: 'we' | 'systemd';
	/** What systemd says, if only such lines are meant. */
	readonly message?: RegExp;
	readonly reason: string;
}

/** All families. */
export const disagreements: readonly Disagreement[] = [
	{
		id: 'old cgroup settings that still work',
		keys: ['CPUShares', 'MemoryLimit', 'StartupCPUShares'],
		silent: 'we',
		message: /^Unit uses \w+=; please use/,
		reason: 'the value is right and has its effect; `deprecated-directive` names the successor as an info',
	},
	{
		id: 'old dependency names that still work',
		keys: ['RequiresOverridable', 'RequisiteOverridable'],
		silent: 'we',
		message: /is obsolete, replacing by/,
		reason: 'the dependency is made; `deprecated-directive` names the new key as an info',
	},
	{
		id: 'names of nothing in an open quote',
		keys: ['AmbientCapabilities', 'CapabilityBoundingSet', 'SecureBits'],
		silent: 'systemd',
		reason: 'systemd drops what it does not know there without a word; the setting certainly is not what was meant',
	},
];

/** The family of a difference, if it is one that we know. */
export function disagreementOf(compared: Compared): Disagreement | undefined {
	const silent = compared.message === null ? 'systemd' : 'we';
	return disagreements.find(
		(row) =>
			row.silent === silent &&
			row.keys.includes(compared.name) &&
			(row.message === undefined || row.message.test(compared.message ?? '')),
	);
}
