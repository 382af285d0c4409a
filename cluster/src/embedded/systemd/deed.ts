// What a program does in the practice cluster, as a shape, and the least that it can do.

/** What a program will do. */
export interface Deed {
	/** Milliseconds; `Infinity` for never. */
	readonly duration: number;
	readonly exitCode: number;
	/** Lines at its start. */
	readonly output: readonly string[];
	/** A line that comes again and again. */
	readonly talk?: { readonly every: number; readonly text: string };
	/** Milliseconds from SIGTERM to the end; `Infinity` where the signal is ignored. */
	readonly stopAfter: number;
	/** Whether it tells systemd when it is ready. */
	readonly notifies: boolean;
}

/** Something that ends at once and well. */
export const quick: Deed = { duration: 0, exitCode: 0, output: [], stopAfter: 0, notifies: false };
