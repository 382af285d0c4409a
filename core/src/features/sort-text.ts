// The text by which an editor orders items, so that they stand as we give them.

/** For the item at an index of its list; what sinks stands behind all others. */
export function sortText(index: number, sinks: 'sinks' | 'stays' = 'stays'): string {
	return `${sinks === 'sinks' ? 1 : 0}${String(index).padStart(4, '0')}`;
}
