// How large the parts of the grid are.

/** Lengths in pixels. */
export interface Sizes {
	readonly row: number;
	readonly column: number;
	/** Width of the headings of rows. */
	readonly names: number;
	/** Height of the headings of columns. */
	readonly header: number;
}

/** Widths of columns and of the headings of rows, for so much room. */
export function fitWidths(room: number, columns: number): Pick<Sizes, 'column' | 'names'> {
	const least = room < narrow ? names.narrow : names.least;
	const even = Math.floor((room - least) / Math.max(1, columns));
	const column = Math.max(widths.least, Math.min(widths.most, even));
	return { column, names: Math.max(least, Math.min(names.most, room - columns * column)) };
}

/** Narrower than that, the words of marks do not fit; wider, the eye has far to go. */
const widths = { least: 104, most: 150 };

/** Headings of rows take what the columns leave. */
const names = { narrow: 200, least: 300, most: 560 };

const narrow = 700;
