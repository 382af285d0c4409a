// The few numbers that a list of measured times is boiled down to.

/** The middle of a list; of an even number, the lower one of the two in the middle. */
export function median(values: readonly number[]): number {
	return percentile(values, 50);
}

/** The smallest value that `share` per cent of the list do not exceed (the nearest-rank percentile). */
export function percentile(values: readonly number[], share: number): number {
	const sorted = [...values].sort((a, b) => a - b);
	const value = sorted[Math.max(0, Math.ceil((share / 100) * sorted.length) - 1)];
	if (value === undefined) throw new Error('an empty list has no percentile: measure at least once');
	return value;
}

/** A measured number as people read it: three digits that mean something, no exponent. */
export function formatNumber(value: number): string {
	const whole = Math.abs(value) >= 100;
	return whole ? String(Math.round(value)) : String(Number(value.toPrecision(3)));
}
