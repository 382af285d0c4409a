// Small phrases that several rows of the tree share.

import type { ClusterMachine } from '../../../cluster/src/model.ts';
import { shortHash } from '../../../core/src/fleet/hash.ts';

export { shortHash };

/** `3 machines`, `1 unit`. */
export function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}

/** The first eight characters of a machine's ID, as fleetctl shows it. */
export function shortId(id: string): string {
	return id.slice(0, 8);
}

/** A machine as people know it: `08bb6dd0 (10.0.0.1)`, or the short ID alone. */
export function machineName(id: string, machine: ClusterMachine | undefined): string {
	return machine?.primaryIP === undefined ? shortId(id) : `${shortId(id)} (${machine.primaryIP})`;
}

/** Metadata as fleetctl prints it, keys sorted: `region=eu,role=web`. */
export function metadataText({ metadata }: ClusterMachine): string {
	return Object.keys(metadata)
		.sort()
		.map((key) => `${key}=${metadata[key]}`)
		.join(', ');
}

/**
 * How old something is that was read, of milliseconds: `read just now`, `read 3 min ago`. No time of day, because this may
 * run on a computer in another zone than the person.
 */
export function ageText(age: number): string {
	const minutes = Math.floor(age / 60_000);
	if (minutes < 1) return 'read just now';
	if (minutes < 60) return `read ${minutes} min ago`;
	const hours = Math.floor(minutes / 60);
	return hours < 48 ? `read ${hours} h ago` : `read ${Math.floor(hours / 24)} days ago`;
}

/** The parts that are there, as one description. */
export function joined(parts: readonly (string | false | undefined)[]): string {
	return parts.filter((part) => typeof part === 'string' && part !== '').join(' · ');
}

/** Text from a cluster inside Markdown: nothing in it is markup. */
export function plain(text: string): string {
	return text.replace(/[\\`*_{}[\]()#+\-.!<>|~$&]/g, (char) => `\\${char}`).replace(/\s+/g, ' ');
}
