// Lists in pages of a hundred, and the tokens that lead to the next: base64url of two little-endian numbers of two
// bytes each, the limit and the page. Go's decoder and its faults are as in fleet.

import { isText, type Refusable, refuse } from './refusable.ts';

/** How many entries a page has: fleet's `token_limit`. */
const pageLimit = 100;

/** The number of the page that a query asks for, counted from 1. */
export function pageAsked(query: URLSearchParams): Refusable<number> {
	const tokens = query.getAll('nextPageToken');
	if (tokens.length === 0) return 1;
	if (tokens.length > 1) return refuse(400, 'too many values for page token');
	const bytes = decodeBase64Url(tokens[0] ?? '');
	return isText(bytes) ? refuse(400, bytes) : pageOfToken(bytes);
}

/** One page of a list, and the token of the next. A page that is just full has one, though nothing follows. */
export function pageOf<T>(
	all: readonly T[],
	page: number,
): { readonly items: readonly T[]; readonly nextPageToken: string | undefined } {
	const start = (page - 1) * pageLimit;
	const end = page * pageLimit;
	const hasNext = start < all.length && end <= all.length;
	return { items: all.slice(start, end), nextPageToken: hasNext ? pageToken(page + 1) : undefined };
}

/** The token of a page. */
export function pageToken(page: number): string {
	const bytes = Buffer.alloc(4);
	bytes.writeUInt16LE(pageLimit, 0);
	bytes.writeUInt16LE(page, 2);
	return bytes.toString('base64').replaceAll('+', '-').replaceAll('/', '_');
}

function pageOfToken(bytes: Buffer): Refusable<number> {
	if (bytes.length === 0) return refuse(400, 'EOF');
	if (bytes.length < 4) return refuse(400, 'unexpected EOF');
	if (bytes.readUInt16LE(0) !== pageLimit) return refuse(400, `token limit must be ${pageLimit}`);
	const page = bytes.readUInt16LE(2);
	return page > 0 ? page : refuse(400, 'token page must be greater than zero');
}

function decodeBase64Url(token: string): Buffer | string {
	const fault = base64Fault(token);
	return fault === undefined ? Buffer.from(token, 'base64url') : `illegal base64 data at input byte ${fault}`;
}

// Where Go's decoder stops: at a strange character, at a wrong `=`, or at the group of four that is not whole.
function base64Fault(token: string): number | undefined {
	const strange = token.search(/[^A-Za-z0-9\-_]/);
	if (strange === -1) return token.length % 4 === 0 ? undefined : token.length - (token.length % 4);
	const inGroup = strange % 4;
	if (token[strange] !== '=' || inGroup < 2) return strange;
	const rest = token.slice(strange);
	const wanted = '='.repeat(4 - inGroup);
	if (rest === wanted) return undefined;
	return rest.startsWith(wanted) ? strange + wanted.length : rest === '=' ? token.length : strange + 1;
}
