// Paths of files, and which part of them is the name. Names of units may hold backslashes (`srv-my\x2ddata.mount`), which
// part folders on Windows alone.

/** Where the name of a file begins in its path or URI; the folder before it ends in a separator. */
export function nameStart(path: string): number {
	if (windowsPath.test(path)) return Math.max(path.lastIndexOf('/'), path.lastIndexOf('\\')) + 1;
	const slash = path.lastIndexOf('/');
	if (slash !== -1 || !path.includes('\\')) return slash + 1;
	return ([...path.matchAll(separator)].at(-1)?.index ?? -1) + 1;
}

const windowsPath = /^(?:[A-Za-z]:|\\\\)/;
/** A backslash that begins no escape of a unit's name. */
const separator = /\\(?!x[0-9a-f]{2})/g;
