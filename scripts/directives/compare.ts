// What a new set of tables changes, in lines for a person to read.
import type { Directive, DirectiveTable } from '../../core/src/catalogue/directive.ts';

/** One line for each row that came, went or changed; empty when nothing did. */
export function compareTables(before: readonly DirectiveTable[], after: readonly DirectiveTable[]): readonly string[] {
	const old = rowsByName(before);
	const fresh = rowsByName(after);
	const gone = [...old.keys()].filter((name) => !fresh.has(name)).map((name) => `- ${name}`);
	const other = [...fresh].flatMap(([name, row]) => compareRow(name, old.get(name), row));
	return [...gone, ...other];
}

function compareRow(name: string, before: Directive | undefined, after: Directive): readonly string[] {
	if (before === undefined) return [`+ ${name} (needs a summary)`];
	// A row has no other columns than those of its shape.
	const columns = new Set([...Object.keys(before), ...Object.keys(after)]) as ReadonlySet<keyof Directive>;
	return [...columns]
		.filter((column) => show(before[column]) !== show(after[column]))
		.map((column) => `~ ${name} ${column}: ${show(before[column])} → ${show(after[column])}`);
}

function show(value: unknown): string {
	return value === undefined ? 'absent' : JSON.stringify(value);
}

function rowsByName(tables: readonly DirectiveTable[]): ReadonlyMap<string, Directive> {
	return new Map(
		tables.flatMap(({ name, directives }) => directives.map((row) => [`${name}.${row.key}`, row] as const)),
	);
}
