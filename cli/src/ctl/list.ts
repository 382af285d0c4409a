// Lists as fleetctl prints them: chosen columns, a head unless it is unwanted, `-` for what there is not. And the same
// things as JSON, whole and whatever columns are chosen.

import type { OptionTable } from '../arguments.ts';
import { type Look, painter } from '../colour.ts';
import { didYouMean } from '../did-you-mean.ts';
import { visible } from '../visible.ts';
import type { Call } from './ctl-command.ts';
import { CtlFault } from './fault.ts';
import { printJson } from './print-json.ts';
import { layOut } from './tab-writer.ts';

/** The flags of every list. */
export const listOptions = {
	fields: { type: 'string', value: 'NAMES', help: 'columns to print, parted by commas' },
	full: { type: 'boolean', short: 'l', help: 'print IDs and hashes whole' },
	'no-legend': { type: 'boolean', help: 'print no head' },
} as const satisfies OptionTable;

/** A column: the cell of an item. */
export type Column<T> = (item: T, full: boolean) => string;

/** A kind of list. */
export interface ListKind<T> {
	/** Columns by the name that `--fields` has for them. */
	readonly columns: Readonly<Record<string, Column<T>>>;
	readonly usual: readonly string[];
	readonly toJson: (item: T) => object;
}

/** Prints a list. Throws a `CtlFault` where a column is named that there is not. */
export function printList<T>(items: readonly T[], kind: ListKind<T>, call: Call<typeof listOptions>): void {
	const { values, settings, io } = call;
	const names = fieldNames(values.fields, kind);
	if (settings.format === 'json') {
		printJson(io, items.map(kind.toJson));
		return;
	}
	const rows = items.map((item) =>
		names.map((name) => visible(kind.columns[name]?.(item, values.full === true) || '-')),
	);
	const head = values['no-legend'] === true ? [] : [names.map((name) => name.toUpperCase())];
	const paint = painter(io.stdout, io.env);
	const lines = layOut([...head, ...rows], (cell) => {
		const look = looks[cell];
		return look === undefined ? cell : paint(look, cell);
	});
	io.stdout.write(lines.map((line) => `${line}\n`).join(''));
}

/** Words of systemd that should be seen at a glance. */
const looks: Readonly<Record<string, Look>> = {
	failed: 'error',
	'not-found': 'error',
	'auto-restart': 'warning',
	activating: 'warning',
	deactivating: 'warning',
	active: 'added',
};

function fieldNames<T>(fields: string | undefined, { columns, usual }: ListKind<T>): readonly string[] {
	const names = fields === undefined ? usual : fields.split(',').map((name) => name.trim());
	const strange = names.find((name) => !Object.hasOwn(columns, name));
	if (strange === undefined) return names;
	const known = Object.keys(columns).sort();
	throw new CtlFault(
		`Invalid key in output format: "${strange}"; there are ${known.join(', ')}${didYouMean(strange, known)}`,
	);
}
