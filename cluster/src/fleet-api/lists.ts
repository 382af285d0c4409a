// Lists of fleet's HTTP API v1, which come in pages of 100 or less. The server reads everything anew for each page, so a
// list may shift between two of them: something then stands in both pages, or in none.

import { compareTexts } from '../../../core/src/fleet/text-order.ts';
import type { Decoder } from '../decode.ts';
import { ClusterError } from '../errors.ts';
import { toValue } from './answers.ts';
import type { ApiClient } from './client.ts';
import { type Page, toPage } from './entities.ts';

/** One of the API's lists. */
export interface ListKind<T> {
	/** Below the API's root, such as `/units`. */
	readonly path: string;
	/** Name of the member that holds the items of a page. */
	readonly member: string;
	readonly to: Decoder<T>;
	/** Tells items apart, and sorts them. */
	readonly keyOf: (item: T) => string;
}

/** Reads a list. What was there the last time is only believed to be gone when a second look does not find it either. */
export type ListReader<T> = (signal: AbortSignal) => Promise<readonly T[]>;

/** A reader of one list. */
export function createListReader<T>(client: ApiClient, list: ListKind<T>): ListReader<T> {
	let known: readonly string[] = [];
	return async (signal) => {
		const { items, pages } = await readPages(client, list, {}, signal);
		// Something may have slipped from one page into another that was read already.
		const slipped = pages > 1 && known.some((key) => !items.has(key));
		const more = slipped ? (await readPages(client, list, {}, signal)).items : items;
		const found = new Map([...items, ...more]);
		known = [...found.keys()];
		return inOrder(found);
	};
}

/** Reads what a filter leaves of a list, which is short. The filter has to be repeated for every page. */
export async function readFiltered<T>(
	client: ApiClient,
	list: ListKind<T>,
	filter: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<readonly T[]> {
	return inOrder((await readPages(client, list, filter, signal)).items);
}

/** Against servers whose pages never end. fleet recommends 1,000 units at most, and 100 fit a page. */
const mostPages = 2_000;

async function readPages<T>(
	client: ApiClient,
	list: ListKind<T>,
	filter: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<{ readonly items: ReadonlyMap<string, T>; readonly pages: number }> {
	const items = new Map<string, T>();
	const tokens = new Set<string>();
	let query = filter;
	for (let pages = 1; ; pages++) {
		const { items: more, nextPageToken } = await readPage(client, list, query, signal);
		for (const item of more) items.set(list.keyOf(item), item);
		if (nextPageToken === undefined) return { items, pages };
		if (tokens.has(nextPageToken) || pages >= mostPages) throw endless(list.member);
		tokens.add(nextPageToken);
		query = { ...filter, nextPageToken };
	}
}

async function readPage<T>(
	client: ApiClient,
	{ path, member, to }: ListKind<T>,
	query: Readonly<Record<string, string>>,
	signal: AbortSignal,
): Promise<Page<T>> {
	const search = new URLSearchParams(query).toString();
	const response = await client.request({ method: 'GET', path: search === '' ? path : `${path}?${search}` }, signal);
	return toValue(response, `the list of ${member}`, toPage(member, to));
}

function inOrder<T>(items: ReadonlyMap<string, T>): readonly T[] {
	return [...items].sort(([one], [other]) => compareTexts(one, other)).map(([, item]) => item);
}

function endless(member: string): ClusterError {
	return new ClusterError('protocol', `the list of ${member} does not end: its pages lead back to themselves`, {
		advice: 'check that no proxy between here and fleet answers from a cache',
	});
}
