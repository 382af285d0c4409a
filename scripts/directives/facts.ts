// Reads a facts file: what is known of systemd's directives, a row for each section that has the key.
// Only the fields that the catalogue keeps are named here.
import { readFileSync } from 'node:fs';

/** One row of the facts file. Versions are numbers; a range such as `258..262` is not known closer. */
export interface Fact {
	readonly section: string;
	readonly name: string;
	readonly domain: string;
	readonly valueType: string;
	readonly cardinality: 'scalar' | 'append' | 'list' | 'flags' | 'colon-list';
	readonly repeatable: boolean;
	readonly emptyResets: boolean;
	readonly emptyIsNoop?: boolean;
	readonly specifiers: 'unit' | 'unit-name' | 'install' | false;
	readonly since: number | null;
	readonly sinceRange?: string;
	readonly removedIn?: number;
	readonly deprecated?: 'alias' | 'ignored';
	readonly ignoredSince?: number | null;
	readonly ignoredRange?: string;
	readonly legacyAliasOf?: string;
	readonly notSupportedHere?: boolean;
	readonly documented?: boolean;
	readonly enum?: readonly string[];
	readonly enumSince?: Readonly<Record<string, number | string>>;
	readonly enumAlsoInteger?: boolean;
	readonly default?: string;
	readonly man?: string;
	readonly anchor?: string;
}

// `[Exec]` was a slip of old parser tables: no unit kind ever had such a section.
const noSections = new Set(['Exec']);

/** The facts of unit files in a facts file, with the newest release that they describe. */
export function readFacts(file: string): { readonly latest: number; readonly facts: readonly Fact[] } {
	// The file is an input of a contributor's own run; a wrong shape shows as a wrong table in the diff.
	const { meta, directives } = JSON.parse(readFileSync(file, 'utf8')) as {
		meta: { latest: number };
		directives: readonly Fact[];
	};
	const facts = directives.filter(({ domain, section }) => domain === 'unit' && !noSections.has(section));
	return { latest: meta.latest, facts };
}
