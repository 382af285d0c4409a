// Small phrases that completion and hover share. Plain text, not Markdown.

/** `1 unit`, `2 units`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** Metadata as fleetctl shows it: `disk=ssd, region=us`, keys by alphabet. */
export function listed(metadata: Readonly<Record<string, string>>): string {
	return Object.entries(metadata)
		.map(([key, value]) => `${key}=${value}`)
		.sort()
		.join(', ');
}

/** Facts with dots between; empty and absent ones are left out. */
export function dotted(facts: readonly (string | undefined)[]): string {
	return facts.filter((fact) => fact !== undefined && fact !== '').join(' · ');
}
