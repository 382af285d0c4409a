// The tables of the catalogue keep their promises: every key has its sentence, and names lead somewhere.
import { expect, test } from 'vitest';
import type { DirectiveTable } from '../../core/src/catalogue/directive.ts';
import { findDirective } from '../../core/src/catalogue/lookup.ts';
import { sectionNames } from '../../core/src/catalogue/section-name.ts';
import { directiveTables } from '../../core/src/catalogue/tables.ts';
import { sectionTables } from '../../core/src/catalogue/unit-kinds.ts';

const systemdTables = directiveTables.filter(({ name }) => name !== 'x-fleet');
const rows = directiveTables.flatMap((table) =>
	table.directives.map((row) => ({ table, row, name: `${table.name}.${row.key}` })),
);

test('the names that unit files may use today are 531', () => {
	const current = systemdTables.flatMap(({ directives }) => directives.filter(({ removed }) => removed === undefined));
	expect(new Set(current.map(({ key }) => key)).size).toBe(531);
});

test('the pairs of section and key that unit files may use today are 1,468', () => {
	const pairs = sectionNames.flatMap((section) =>
		sectionTables[section].flatMap(({ name, directives }) =>
			name === 'x-fleet' ? [] : directives.filter(({ removed }) => removed === undefined),
		),
	);
	expect(pairs.length).toBe(1468);
});

test('every directive has a summary of at most 100 characters that is no full sentence', () => {
	for (const { row, name } of rows) {
		expect([...row.summary].length, name).toBeGreaterThan(9);
		expect([...row.summary].length, name).toBeLessThanOrEqual(100);
		expect(row.summary, name).toMatch(/^[A-Z0-9].*[^.\s]$/);
	}
});

test('no two keys of a table share a summary', () => {
	for (const { directives, name } of directiveTables) {
		expect(new Set(directives.map(({ summary }) => summary)).size, name).toBe(directives.length);
	}
});

test('rows are sorted by key, and no key stands twice in a table', () => {
	for (const { directives, name } of directiveTables) {
		const keys = directives.map(({ key }) => key);
		expect(keys, name).toEqual([...new Set(keys)].sort());
	}
});

test('every alias and every replacement leads to a directive', () => {
	for (const { table, row, name } of rows) {
		const target = row.aliasOf ?? row.replacedBy;
		if (target === undefined) continue;
		const [section, key] = target.includes('.') ? target.split('.') : [undefined, target];
		const sections = section === undefined ? sectionsWithTable(table) : [section];
		expect(
			sections.some((candidate) => findDirective(candidate, key ?? '')),
			`${name} → ${target}`,
		).toBe(true);
	}
});

test('every table is part of a section', () => {
	for (const table of directiveTables) expect(sectionsWithTable(table), table.name).not.toEqual([]);
});

function sectionsWithTable(table: DirectiveTable) {
	return sectionNames.filter((section) => sectionTables[section].includes(table));
}
