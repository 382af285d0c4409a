// How far the run has come: one line on a terminal, overwritten again and again. Elsewhere nothing.

/** Tells of progress. */
export interface Progress {
	readonly show: (what: string) => void;
	readonly end: () => void;
}

const eraseLine = '\r\x1b[2K';

/** Shows progress on a stream if it is a terminal. */
export function createProgress(stream: NodeJS.WriteStream): Progress {
	if (stream.isTTY !== true) return { show: () => {}, end: () => {} };
	return {
		show: (what) => stream.write(`${eraseLine}${what}`),
		end: () => stream.write(eraseLine),
	};
}
