// A line on the terminal that says how far a long run has come. It is gone when the run is over.

import type { Output } from './io.ts';

/** Tells of the progress of a run. */
export interface Progress {
	/** `done` of the files are linted. */
	readonly update: (done: number) => void;
	readonly end: () => void;
}

const firstAfter = 500;
const againAfter = 100;
const eraseLine = '\r\x1b[2K';

/** Shows progress on a terminal once the run has taken half a second; elsewhere nothing. */
export function showProgress(output: Output, total: number, now: () => number = Date.now): Progress {
	if (output.isTTY !== true) return { update: () => {}, end: () => {} };
	let next = now() + firstAfter;
	let isShown = false;
	return {
		update: (done) => {
			if (now() < next) return;
			next = now() + againAfter;
			isShown = true;
			output.write(`${eraseLine}linted ${done} of ${total} files`);
		},
		end: () => {
			if (isShown) output.write(eraseLine);
		},
	};
}
