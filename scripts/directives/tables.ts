// Which table a fact belongs to: one table a man page, shared by all sections that include it.
import type { Fact } from './facts.ts';

const sharedTables: Readonly<Record<string, string>> = {
	'systemd.exec(5)': 'exec',
	'systemd.kill(5)': 'kill',
	'systemd.resource-control(5)': 'resource-control',
};

/** The sections that include each shared table; every other table belongs to the section of its name. */
export const includedBy: Readonly<Record<string, readonly string[]>> = {
	exec: ['Service', 'Socket', 'Mount', 'Swap'],
	kill: ['Service', 'Socket', 'Mount', 'Swap', 'Scope'],
	'resource-control': ['Service', 'Socket', 'Mount', 'Swap', 'Slice', 'Scope'],
};

/** The facts by table and key: each list holds the same key in all sections that include the table. */
export function tablesOf(facts: readonly Fact[]): ReadonlyMap<string, ReadonlyMap<string, readonly Fact[]>> {
	const byName = groupBy(facts, ({ name }) => name);
	const byTable = groupBy(facts, (fact) => tableOf(fact, byName.get(fact.name) ?? []));
	return new Map([...byTable].map(([table, members]) => [table, groupBy(members, ({ name }) => name)]));
}

function tableOf(fact: Fact, namesakes: readonly Fact[]): string {
	if (fact.section === 'BusName') return 'busname';
	const shared = sharedTables[fact.man ?? ''];
	if (shared !== undefined) return shared;
	if (fact.man === undefined && namesakes.length >= 3) return undocumentedTable(namesakes);
	return fact.section.toLowerCase();
}

/** Keys without a man page that stand in many sections come from one of the shared tables of their day. */
function undocumentedTable(namesakes: readonly Fact[]): string {
	const sections = new Set(namesakes.map(({ section }) => section));
	if (sections.has('Slice')) return 'resource-control';
	return sections.has('Scope') ? 'kill' : 'exec';
}

function groupBy<T>(items: readonly T[], keyOf: (item: T) => string): Map<string, T[]> {
	const groups = new Map<string, T[]>();
	for (const item of items) {
		const group = groups.get(keyOf(item));
		if (group === undefined) groups.set(keyOf(item), [item]);
		else group.push(item);
	}
	return groups;
}
