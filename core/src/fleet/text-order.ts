// The order of names: unit names and machine IDs are plain ASCII, so that code units sort as fleet's bytes do.

/** Compares two texts as fleet sorts them, for `sort()`. */
export function compareTexts(a: string, b: string): number {
	return a < b ? -1 : a > b ? 1 : 0;
}

/** Compares two things by their names. */
export function compareNames(a: { readonly name: string }, b: { readonly name: string }): number {
	return compareTexts(a.name, b.name);
}
