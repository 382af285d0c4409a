// What [X-Fleet] asks for, as a clause that people read: “runs on machines with role=web, never beside db.service”.

import { matchGlob } from './glob.ts';
import type { Requirements } from './model.ts';

/** The requirements in words, lower-case and without a full stop. With the unit's name, “another” is said of its like. */
export function describeRequirements(requirements: Requirements, unitName?: string): string {
	const { conflicts, replaces } = requirements;
	const never = conflicts.filter((glob) => glob !== '').map((glob) => nameOthers(glob, unitName));
	const away = replaces.filter((glob) => glob !== '').map((glob) => nameOthers(glob, unitName));
	const clauses = [
		`runs ${describePlace(requirements)}`,
		...(never.length > 0 ? [`never beside ${listOf(never, 'or')}`] : []),
		...(away.length > 0 ? [`moving ${listOf(away, 'and')} to another machine`] : []),
	];
	return clauses.join(', ');
}

/** Metadata requirements in words: `role=web and (region=eu or region=us)`. Empty where there are none. */
function describeMetadata(metadata: Requirements['metadata']): string {
	const keys = [...metadata].map(([key, values]) => [...values].map((value) => `${key}=${value}`));
	const choices = keys.map((pairs) =>
		pairs.length > 1 && keys.length > 1 ? `(${pairs.join(' or ')})` : pairs.join(' or '),
	);
	return listOf(choices, 'and');
}

/** `a`, `a and b`, `a, b and c`. */
function listOf(items: readonly string[], word: 'and' | 'or'): string {
	if (items.length < 2) return items.join('');
	return `${items.slice(0, -1).join(', ')} ${word} ${items.at(-1) ?? ''}`;
}

function describePlace({ global, machineId, metadata, peers }: Requirements): string {
	const required = metadata.size > 0 ? ` with ${describeMetadata(metadata)}` : '';
	if (global) return `on every machine${required}`;
	if (machineId === '') return 'nowhere, since no machine has an empty ID';
	if (peers.includes('')) return 'nowhere, since no unit has an empty name';
	const beside = peers.length > 0 ? `beside ${listOf(peers, 'and')}` : '';
	if (machineId !== undefined)
		return join(`only on machine ${machineId}`, required && `if it is one${required}`, beside);
	if (required === '') return beside || 'on any machine';
	return join(`on machines${required}`, beside);
}

function nameOthers(glob: string, unitName: string | undefined): string {
	return unitName !== undefined && matchGlob(glob, unitName) ? `another ${glob}` : glob;
}

function join(...parts: readonly string[]): string {
	return parts.filter((part) => part !== '').join(' ');
}
