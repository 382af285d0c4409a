// The whole screen of a terminal, given back as it was when it is no longer needed.

import type { Output } from '../io.ts';

/** A screen of our own. */
export interface Screen {
	readonly clear: () => void;
	readonly close: () => void;
}

/** Switches to the terminal's other screen (xterm's 1049, which all terminals of today know). */
export function openScreen(output: Output): Screen {
	output.write('\x1b[?1049h');
	return {
		clear: () => output.write('\x1b[H\x1b[2J'),
		close: () => output.write('\x1b[?1049l'),
	};
}
