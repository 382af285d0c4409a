// Facts → one row of the catalogue: the factual columns anew, our own columns kept as they are.
import type { Directive, EnumMember } from '../../core/src/catalogue/directive.ts';
import { oldestRelease } from '../../core/src/catalogue/directive.ts';
import type { SectionName } from '../../core/src/catalogue/section-name.ts';
import type { ValueKind } from '../../core/src/catalogue/value-kinds.ts';
import { corrections } from './corrections.ts';
import type { Fact } from './facts.ts';
import { includedBy } from './tables.ts';

/** The row for one key; `known` is the row of the present catalogue, whose texts are kept. */
export function toRow(table: string, facts: readonly Fact[], known: Directive | undefined): Directive {
	const [first] = facts;
	if (first === undefined) throw new Error(`no facts for a key of ${table}`);
	const row = {
		key: first.name,
		value: toValueKind(first.valueType),
		of: membersOf(first),
		orInteger: first.enumAlsoInteger ? (true as const) : undefined,
		repeat: repeatOf(facts),
		empty: takesEmpty(facts),
		list: listOf(first),
		specifiers: first.specifiers === false ? undefined : first.specifiers,
		only: supportedOnly(table, facts),
		since: sinceOf(facts),
		removed: first.removedIn,
		ignored: ignoredOf(first),
		aliasOf: first.legacyAliasOf,
		replacedBy: known?.replacedBy,
		undocumented: first.documented === false ? (true as const) : undefined,
		default: first.default,
		anchor: first.anchor === `${first.name}=` ? undefined : first.anchor,
		...corrections[`${table}.${first.name}`],
		summary: known?.summary ?? '',
	};
	return withoutAbsent(row);
}

// Spelling only: the catalogue writes the compound with a hyphen.
function toValueKind(valueType: string): ValueKind {
	return valueType.replace('timespan', 'time-span') as ValueKind; // A kind unknown to the catalogue fails to compile.
}

function membersOf({ enum: words, enumSince }: Fact): readonly EnumMember[] | undefined {
	return words?.map((word) => {
		const since = enumSince?.[word];
		return since === undefined ? word : [word, lowerBound(since)];
	});
}

function repeatOf(facts: readonly Fact[]): Directive['repeat'] {
	if (!facts[0]?.repeatable) return undefined;
	return facts.some(({ emptyResets }) => emptyResets) ? 'reset-on-empty' : 'append';
}

/** Lists that an empty value clears say so in `repeat`. */
function takesEmpty(facts: readonly Fact[]): true | undefined {
	if (repeatOf(facts) === 'reset-on-empty') return undefined;
	return facts.some(({ emptyResets, emptyIsNoop }) => emptyResets || emptyIsNoop) ? true : undefined;
}

function listOf({ cardinality }: Fact): Directive['list'] {
	if (cardinality === 'list') return 'words';
	if (cardinality === 'flags') return 'flags';
	return cardinality === 'colon-list' ? 'colons' : undefined;
}

/** The sections that support the key, if some that include its table do not. */
function supportedOnly(table: string, facts: readonly Fact[]): readonly SectionName[] | undefined {
	const all = includedBy[table];
	if (all === undefined) return undefined;
	const supported = facts.filter(({ notSupportedHere }) => !notSupportedHere).map(({ section }) => section);
	// Section names of the facts are those of the catalogue; the key-set test would show another.
	return all.every((section) => supported.includes(section)) ? undefined : (supported as SectionName[]);
}

/** A shared key is as old as in the section that had it first; younger sections bring their own age. */
function sinceOf(facts: readonly Fact[]): number | undefined {
	const since = Math.min(...facts.map((fact) => fact.since ?? lowerBound(fact.sinceRange ?? oldestRelease)));
	return since <= oldestRelease ? undefined : since;
}

// The lower end of a range for `since`, the upper for `ignored`: a doubt never becomes a finding.
function lowerBound(version: number | string): number {
	return Number(String(version).split('..')[0]);
}

function ignoredOf({ deprecated, ignoredSince, ignoredRange }: Fact): number | undefined {
	if (deprecated !== 'ignored') return undefined;
	return ignoredSince ?? Number(ignoredRange?.split('..').at(-1));
}

function withoutAbsent(row: { [K in keyof Directive]: Directive[K] | undefined }): Directive {
	const present = Object.entries(row).filter(([, value]) => value !== undefined);
	return Object.fromEntries(present) as unknown as Directive; // Required columns are never absent above.
}
