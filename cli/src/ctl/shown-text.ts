// Texts that come from anybody, printed as they are where a program reads, and made safe where a person looks at a
// terminal.

import type { Output } from '../io.ts';
import { visible } from '../visible.ts';

/** A text of several lines for an output. Tabs and line ends stay in any case. */
export function shownText(text: string, output: Output): string {
	return output.isTTY === true ? text.replace(/[^\t\n]+/g, visible) : text;
}
