// The placement map as text: the machines with their loads, a line for each unit with its marks, and the plan below.

import type { MapCluster } from '../../client/src/placement/map-cluster.ts';
import type { MapModel } from '../../client/src/placement/map-model.ts';
import { marks } from '../../client/src/placement/marks.ts';
import { planText } from '../../client/src/placement/plan-texts.ts';
import { readMapCluster } from '../../client/src/placement/read-map-cluster.ts';
import type { ClusterSnapshot } from '../../cluster/src/model.ts';
import { viewOf } from './cluster-views.ts';

/** A cluster as the map knows it, from what `cluster-views.ts` makes. */
export function mapOf(snapshot: Partial<ClusterSnapshot>): MapCluster {
	const capabilities = new Set(['schedule', 'submit', 'metadata']);
	return readMapCluster(viewOf(snapshot, { capabilities }), '1.0');
}

/** Prints a map. Columns are as wide as their widest text. */
export function printMap(model: MapModel): string {
	const head = ['', ...model.columns.map(({ name }) => name.replace(/0+ /, ' ')), ''];
	const metadata = ['', ...model.columns.map((column) => column.metadata), ''];
	const loads = [
		'',
		...model.columns.map(({ load, loadNow }) => (load === loadNow ? `${load}` : `${loadNow} → ${load ?? 'down'}`)),
		'',
	];
	const rows = model.rows.map((row) => [
		row.name,
		...model.columns.map((column) => {
			const { sign, word } = marks[model.cell(row, column).mark];
			return `${sign} ${word}`;
		}),
		row.place,
	]);
	const plan = planText(model);
	const told = plan === undefined ? [] : ['', `plan: ${plan.summary}`, ...plan.items.flatMap(itemLines), ...plan.notes];
	return ['', ...aligned([head, metadata, loads, ...rows]), ...told, ''].join('\n');
}

function itemLines({ unit, words, reasons }: { unit: string; words: string; reasons: readonly string[] }) {
	return [`  ${unit} ${words}`, ...reasons.map((reason) => `      ${reason}`)];
}

function aligned(table: readonly (readonly string[])[]): readonly string[] {
	const widths = (table[0] ?? []).map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	return table.map((row) =>
		row
			.map((text, column) => text.padEnd((widths[column] ?? 0) + 2))
			.join('')
			.trimEnd(),
	);
}
