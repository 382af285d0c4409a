// The target of a request taken apart as Go's HTTP server does: path and query, escapes, and the way home for paths
// with `//` and `..` in them.

/** The parts of a target; `undefined` where an escape is broken. */
export interface Target {
	/** Escapes replaced. */
	readonly path: string;
	/** With its `?`, or empty. */
	readonly search: string;
	readonly query: URLSearchParams;
}

/** Takes a target apart. */
export function readTarget(target: string): Target | undefined {
	const mark = target.indexOf('?');
	const raw = mark === -1 ? target : target.slice(0, mark);
	const search = mark === -1 ? '' : target.slice(mark);
	if (/%(?![0-9a-fA-F]{2})/.test(raw)) return undefined;
	return { path: unescapePath(raw), search, query: new URLSearchParams(search) };
}

/** The path without `.`, `..` and empty elements. A slash at the end stays. */
export function cleanPath(path: string): string {
	const kept: string[] = [];
	for (const element of path.split('/')) {
		if (element === '..') kept.pop();
		else if (element !== '' && element !== '.') kept.push(element);
	}
	const clean = `/${kept.join('/')}`;
	return path.endsWith('/') && clean !== '/' ? `${clean}/` : clean;
}

/** A path as a URL has it, for the answer that leads there. */
export function escapePath(path: string): string {
	return path
		.split('/')
		.map((element) => encodeURIComponent(element).replace(/%(3A|40|24|26|2B|2C|3B|3D)/g, decodeURIComponent))
		.join('/');
}

function unescapePath(raw: string): string {
	const bytes = raw.replace(/%([0-9a-fA-F]{2})/g, (_, hex: string) => String.fromCharCode(Number.parseInt(hex, 16)));
	return Buffer.from(bytes, 'latin1').toString('utf8');
}
