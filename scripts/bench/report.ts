// The results as a table for people, and as JSON for programs.

import { cpus } from 'node:os';
import type { Corpus } from './corpus.ts';
import type { Row } from './stage.ts';
import { formatNumber } from './statistics.ts';

/** A row with the group it is of, and the empty process that was run between its repetitions. */
export interface ReportRow extends Row {
	readonly group: string;
	readonly emptyProcess: number;
}

const titles = ['metric', 'ours', 'unit', 'n', 'empty node'] as const;

/** The table. The last column is the time of `node -e 0` while the row was measured, in milliseconds. */
export function printTable(rows: readonly ReportRow[], corpus: Corpus): string {
	const cells = rows.map((row) => [
		`${row.group}: ${row.metric}`,
		row.value === undefined ? 'not on this system' : formatNumber(row.value),
		row.unit,
		String(row.n),
		`${formatNumber(row.emptyProcess)} ms`,
	]);
	const table = [titles, ...cells];
	const widths = titles.map((_, column) => Math.max(...table.map((row) => row[column]?.length ?? 0)));
	const lines = table.map((row) => row.map((cell, column) => pad(cell, column, widths)).join('  '));
	return [describeRun(corpus), '', ...lines].map((line) => `${line.trimEnd()}\n`).join('');
}

/** The same as JSON; a value that this system cannot tell is absent. */
export function printJson(rows: readonly ReportRow[], { files, bytes }: Corpus): string {
	const machine = { node: process.version, platform: process.platform, cpu: cpus()[0]?.model, cpus: cpus().length };
	return `${JSON.stringify({ ...machine, corpus: { files: files.length, bytes }, rows }, undefined, '\t')}\n`;
}

function describeRun({ files, bytes }: Corpus): string {
	const processors = `${cpus().length} × ${cpus()[0]?.model.trim() ?? 'unknown processor'}`;
	return `${files.length} files, ${formatNumber(bytes / 1e6)} MB; Node ${process.version} on ${process.platform}, ${processors}`;
}

/** Texts to the left, numbers to the right. */
function pad(cell: string, column: number, widths: readonly number[]): string {
	const width = widths[column] ?? 0;
	return column === 0 || column === 2 ? cell.padEnd(width) : cell.padStart(width);
}
