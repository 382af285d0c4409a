// Looking for a text in lines: as it is, or as a regular expression. An expression can take for ever on a line that
// fits badly, and nothing can stop it from within; so it is tried elsewhere, and given up in time.

/** Where something was found: from a character up to another. */
export interface Span {
	readonly from: number;
	readonly to: number;
}

/** Finds the first place in each of some texts; `undefined` where there is none. */
export interface Finder {
	readonly find: (texts: readonly string[]) => Promise<readonly (Span | undefined)[]>;
	/** Frees what it holds. */
	readonly end: () => void;
}

/** What is looked for. */
export interface Search {
	readonly text: string;
	readonly isPattern: boolean;
}

/** Looking for nothing, which is everywhere. */
export const nothingSought: Search = { text: '', isPattern: false };

/** What a page remembers of a search. What makes no sense is no search. */
export function readSearch(value: unknown): Search {
	if (typeof value !== 'object' || value === null || !('text' in value) || !('isPattern' in value))
		return nothingSought;
	return { text: typeof value.text === 'string' ? value.text : '', isPattern: value.isPattern === true };
}

/** Somebody elsewhere who tries expressions on texts, and can be stopped. */
export interface Searcher {
	readonly search: (pattern: string, texts: readonly string[]) => Promise<readonly (Span | undefined)[]>;
	readonly stop: () => void;
}

/** A fault of an expression, in words for the user. */
export class SearchFault extends Error {
	override readonly name = 'SearchFault';
}

/** The finder for what was typed. An empty text is found at the beginning of everything. Throws `SearchFault`. */
export function finderOf({ text, isPattern }: Search, startSearcher: () => Searcher, patience = usualPatience): Finder {
	if (text === '') return { find: async (texts) => texts.map(() => nothing), end: () => {} };
	return isPattern ? patternFinder(text, startSearcher, patience) : plainFinder(text);
}

const nothing: Span = { from: 0, to: 0 };

/** Milliseconds that an expression may take for some thousand lines; a sound one takes a few, once its thread runs. */
const usualPatience = 3_000;

/** Upper and lower case are the same. */
function plainFinder(text: string): Finder {
	const wanted = text.toLowerCase();
	const findIn = (line: string): Span | undefined => {
		const from = line.toLowerCase().indexOf(wanted);
		return from === -1 ? undefined : { from, to: from + wanted.length };
	};
	return { find: async (texts) => texts.map(findIn), end: () => {} };
}

function patternFinder(pattern: string, startSearcher: () => Searcher, patience: number): Finder {
	checkPattern(pattern);
	const searcher = startSearcher();
	return {
		find: async (texts) => {
			const answer = await inTime(searcher.search(pattern, texts), patience);
			if (answer !== undefined) return answer;
			searcher.stop();
			throw new SearchFault(`this expression takes too long on some lines; make it simpler, or search for plain text`);
		},
		end: searcher.stop,
	};
}

function checkPattern(pattern: string): void {
	try {
		new RegExp(pattern, 'i');
	} catch (error) {
		const why = error instanceof Error ? error.message.replace(/^.*\/i: /, '') : String(error);
		throw new SearchFault(`this is no regular expression: ${why}`);
	}
}

async function inTime<T>(work: Promise<T>, patience: number): Promise<T | undefined> {
	let timer: ReturnType<typeof setTimeout> | undefined;
	const late = new Promise<undefined>((resolve) => {
		timer = setTimeout(() => resolve(undefined), patience);
	});
	return await Promise.race([work, late]).finally(() => clearTimeout(timer));
}
