// Columns as Go's text/tabwriter lays them out with tabs eight wide, which is how fleetctl prints its lists: what reads
// fleetctl's tables reads these. The last cell of a row is followed by nothing.

const tabWidth = 8;

/** Rows of cells as lines. A cell is as wide as its characters; each column but the last ends in at least one tab. */
export function layOut(rows: readonly (readonly string[])[], paint: PaintCell = (cell) => cell): readonly string[] {
	const widths = columnWidths(rows);
	return rows.map((cells, row) =>
		cells
			.map((cell, column) => {
				const isLast = column === cells.length - 1;
				return paint(cell, row, column) + (isLast ? '' : tabsAfter(cell, widths[column] ?? 0));
			})
			.join(''),
	);
}

/** Gives a cell its colour, after the layout has been made of the bare texts. */
export type PaintCell = (cell: string, row: number, column: number) => string;

function columnWidths(rows: readonly (readonly string[])[]): readonly number[] {
	const columns = Math.max(0, ...rows.map((cells) => cells.length - 1));
	return Array.from({ length: columns }, (_, column) => {
		const widest = Math.max(0, ...rows.map((cells) => widthOf(cells[column] ?? '')));
		return Math.ceil((widest + 1) / tabWidth) * tabWidth;
	});
}

function tabsAfter(cell: string, width: number): string {
	return '\t'.repeat(Math.ceil((width - widthOf(cell)) / tabWidth));
}

function widthOf(text: string): number {
	return [...text].length;
}
