// One row of the journal view: a line, or a gap in a journal. Both sides of the webview know it. How a row is
// drawn, and in which words, is the browser's business: the time zone is that of who looks.

/** A row. */
export type Row = LineRow | GapRow;

/** A line of a journal. */
export interface LineRow extends Place {
	readonly kind: 'line';
	/** 0 (emergency) … 7 (debug), as in syslog(3). */
	readonly priority: number;
	/** Who wrote it: `docker[123]`; empty where nobody is named. */
	readonly from: string;
	readonly text: string;
}

/** A time in which a journal could not be read. */
export interface GapRow extends Place {
	readonly kind: 'gap';
	/** By the clock of this computer, as `backAt` is. */
	readonly lostAt: number;
	readonly reason: string;
	/** Absent as long as it lasts. */
	readonly backAt?: number;
	/** What is known of the lines that were written meanwhile; absent as long as the gap lasts. */
	readonly missing?: Missing;
}

/** Whether lines of a gap are missing: `none` where it was gone on right behind the last line. */
export type Missing = 'none' | 'maybe';

/** Which row it is, and where it stands. */
interface Place {
	/** In the order of arrival. A row that comes again with the same id and time takes the place of the former. */
	readonly id: number;
	/** Number of the journal that it belongs to. */
	readonly source: number;
	/** Milliseconds since 1970, as the machine's clock has it. */
	readonly at: number;
}

/** Rows stand in the order of time; those of one moment in the order in which they came. */
export function compareRows(a: Row, b: Row): number {
	return a.at - b.at || a.id - b.id;
}
