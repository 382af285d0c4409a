// What the program has of the world outside its files: handed in, so that tests run it in process.
// The file system itself is not behind this; tests use real folders.

/** Where text goes. Node's own streams fit. */
export interface Output {
	/** Bytes are for unit files that are no UTF-8, which must come out as they went in. */
	write(text: string | Uint8Array): unknown;
	/** Whether a person reads along on a terminal. */
	readonly isTTY?: boolean;
	/** Width of that terminal. */
	readonly columns?: number;
}

/** The surroundings of one run. */
export interface Io {
	readonly cwd: string;
	readonly env: Readonly<Record<string, string | undefined>>;
	readonly stdin: AsyncIterable<Uint8Array>;
	readonly stdout: Output;
	readonly stderr: Output;
	/**
	 * Gives a signal that is aborted when the user wants the run to end. From then on, the first Ctrl-C ends it in good
	 * order, and only the second one at once.
	 */
	readonly interrupted?: () => AbortSignal;
}
