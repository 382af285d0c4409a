// Lines that git leaves behind in a merge that nobody finished.

import { type Line, splitLines } from '../../syntax/lines.ts';
import type { Item, UnitFile } from '../../syntax/tree.ts';

const marker = /^(?:<{7} .*|\|{7}(?: .*)?|={7}|>{7} .*)$/;

/** All physical lines of a text that are conflict markers. */
export function conflictMarkers(text: string): readonly Line[] {
	if (!/^[<>]{7} /m.test(text)) return []; // `=======` alone is somebody's ornament.
	return splitLines(text).filter((line) => isMarker(text, line));
}

/** Whether an item holds a conflict marker, so that other rules need not puzzle over it. */
export function hasConflictMarker({ text }: UnitFile, item: Item): boolean {
	return item.lines.some((line) => isMarker(text, line));
}

function isMarker(text: string, { start, contentEnd }: Line): boolean {
	return marker.test(text.slice(start, contentEnd));
}
