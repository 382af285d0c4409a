// A line at the bottom of a terminal that changes as things go on, and is gone when the run is over.

import type { Output } from '../io.ts';
import { visible } from '../visible.ts';

/** The line. It does nothing where nobody reads along. */
export interface LiveLine {
	readonly show: (text: string) => void;
	/** To be called before anything else is written to the terminal, and at the end. */
	readonly clear: () => void;
}

const eraseLine = '\r\x1b[2K';

/** Opens the line on an output. */
export function openLiveLine(output: Output): LiveLine {
	if (output.isTTY !== true) return { show: () => {}, clear: () => {} };
	let isShown = false;
	return {
		show: (text) => {
			const width = Math.max(20, (output.columns ?? 80) - 1);
			output.write(eraseLine + [...visible(text)].slice(0, width).join(''));
			isShown = true;
		},
		clear: () => {
			if (isShown) output.write(eraseLine);
			isShown = false;
		},
	};
}
