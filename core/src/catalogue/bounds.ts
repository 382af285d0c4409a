// The least and the most that directives take, where their kind alone does not say. Limits that systemd enforces while
// it reads the file; what it corrects later without a word is not here.

/** Both ends are allowed. */
export interface Bounds {
	readonly least: number;
	readonly most: number;
}

/** By `Section.Key`, or by key where that means the same everywhere. */
export const numberBounds: Readonly<Record<string, Bounds>> = {
	'Swap.Priority': { least: -1, most: 32_767 },
	BlockIOWeight: { least: 10, most: 1000 },
	CPUShares: { least: 2, most: 262_144 },
	MessageQueueMaxMessages: { least: -(2 ** 63), most: 2 ** 63 - 1024 },
	StartupBlockIOWeight: { least: 10, most: 1000 },
	StartupCPUShares: { least: 2, most: 262_144 },
};

/** The least of time spans, in microseconds; these may not be `infinity` either. */
export const leastTimeSpans: Readonly<Record<string, number>> = {
	ManagedOOMMemoryPressureDurationSec: 1_000_000,
};

/** Keys whose limit may not be zero. */
export const neverZero: ReadonlySet<string> = new Set([
	'MemoryHigh',
	'MemoryLimit',
	'MemoryMax',
	'StartupMemoryHigh',
	'StartupMemoryMax',
]);
