// `npm run generate:directives -- <facts.json>`: makes the factual columns of the catalogue anew from a facts file,
// keeps our own texts, writes the tables and prints what changed.
import { writeFileSync } from 'node:fs';
import path from 'node:path';
import type { DirectiveTable } from '../core/src/catalogue/directive.ts';
import { directiveTables } from '../core/src/catalogue/tables.ts';
import { compareTables } from './directives/compare.ts';
import { type Fact, readFacts } from './directives/facts.ts';
import { printTable } from './directives/print-table.ts';
import { toRow } from './directives/row.ts';
import { tablesOf } from './directives/tables.ts';

// fleet's table is written by hand: its facts are fleet's, not systemd's.
const generated = directiveTables.filter(({ name }) => name !== 'x-fleet');
const folder = path.join('core', 'src', 'catalogue');

function main(file: string | undefined): void {
	if (file === undefined) {
		console.error('usage: npm run generate:directives -- <facts.json>');
		process.exit(2);
	}
	const { latest, facts } = readFacts(file);
	const tables = generated.map((table) => makeTable(table, tablesOf(facts).get(table.name) ?? new Map()));
	for (const table of tables) writeFileSync(path.join(folder, 'sections', `${table.name}.ts`), printTable(table));
	writeFileSync(path.join(folder, 'latest-release.ts'), printLatest(latest));
	report(tables);
}

function makeTable(known: DirectiveTable, keys: ReadonlyMap<string, readonly Fact[]>): DirectiveTable {
	const rows = [...keys].map(([key, facts]) =>
		toRow(
			known.name,
			facts,
			known.directives.find((row) => row.key === key),
		),
	);
	return { ...known, directives: rows.sort((a, b) => (a.key < b.key ? -1 : 1)) };
}

function printLatest(latest: number): string {
	return `// Made by \`npm run generate:directives\`: the newest systemd release that the tables describe.

/** What \`"latest"\` means as a target version. */
export const latestRelease = ${latest};
`;
}

function report(tables: readonly DirectiveTable[]): void {
	const changes = compareTables(generated, tables);
	for (const change of changes) console.log(change);
	const rows = tables.reduce((sum, { directives }) => sum + directives.length, 0);
	console.log(`${rows} rows in ${tables.length} tables, ${changes.length} changes`);
}

main(process.argv[2]);
