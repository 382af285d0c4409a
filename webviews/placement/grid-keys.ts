// The keys that move about in the grid, as the ARIA Authoring Practices have them for role=grid.

/** A place by numbers: 0 is the row, or the column, of headings. */
export interface Cursor {
	readonly row: number;
	readonly column: number;
}

/** How large the grid is, headings and all. */
export interface GridSize {
	readonly rows: number;
	readonly columns: number;
	/** Rows that a page has. */
	readonly page: number;
}

/** A key as a browser tells of it. */
export interface Key {
	readonly key: string;
	readonly ctrlKey: boolean;
	readonly metaKey: boolean;
}

/** Where a key leads; `undefined` for keys that lead nowhere. */
export function moveCursor(
	{ row, column }: Cursor,
	{ key, ctrlKey, metaKey }: Key,
	size: GridSize,
): Cursor | undefined {
	const isFar = ctrlKey || metaKey;
	const last = { row: size.rows - 1, column: size.columns - 1 };
	switch (key) {
		case 'ArrowUp':
			return clamp({ row: isFar ? 0 : row - 1, column }, last);
		case 'ArrowDown':
			return clamp({ row: isFar ? last.row : row + 1, column }, last);
		case 'ArrowLeft':
			return clamp({ row, column: isFar ? 0 : column - 1 }, last);
		case 'ArrowRight':
			return clamp({ row, column: isFar ? last.column : column + 1 }, last);
		case 'PageUp':
			return clamp({ row: Math.max(Math.min(row, 1), row - size.page), column }, last);
		case 'PageDown':
			return clamp({ row: row + size.page, column }, last);
		case 'Home':
			return isFar ? { row: 0, column: 0 } : { row, column: 0 };
		case 'End':
			return isFar ? last : { row, column: last.column };
		default:
			return undefined;
	}
}

/** The nearest place in the grid. */
export function clamp({ row, column }: Cursor, last: Cursor): Cursor {
	return { row: between(0, row, last.row), column: between(0, column, last.column) };
}

function between(least: number, value: number, most: number): number {
	return Math.max(least, Math.min(value, most));
}
