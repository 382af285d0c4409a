// Splits a value into words as systemd does: separators, quotes and backslashes (extract_first_word() of systemd,
// "Quoting" in systemd.syntax(7)). Specifiers and variables are left as they stand; they are resolved later.

import { joinPieces, type Piece, readEscape } from './escapes.ts';
import type { Span } from './span.ts';

/** How words are split. Each directive of systemd has its own choice; all are off unless named. */
export interface QuotingOptions {
	/** The characters between words; blanks if absent. */
	readonly separators?: string;
	/** Quotes group characters and are taken away. */
	readonly unquote?: boolean;
	/** Quotes group characters and stay. Has no effect beside `unquote`. */
	readonly keepQuote?: boolean;
	/** C escapes are read; unknown ones are faults. */
	readonly cUnescape?: boolean;
	/** A backslash before a separator or a backslash is taken away; other backslashes are faults. */
	readonly unescapeSeparators?: boolean;
	/** Unknown escapes, and a backslash at the end outside quotes, stay as they are written. */
	readonly unescapeRelax?: boolean;
	/** Backslashes are characters like any other. */
	readonly retainEscape?: boolean;
	/** An open quote or a backslash at the end is no fault. */
	readonly relax?: boolean;
	/** `next` stays at the separator after the word. */
	readonly retainSeparators?: boolean;
	/** Each separator ends a word, so that two in a row have an empty word between them. */
	readonly dontCoalesceSeparators?: boolean;
}

/** A word, unquoted and unescaped as the options ask. */
export interface Word {
	readonly kind: 'word';
	readonly text: string;
	/** Where the word is written, quotes included. */
	readonly span: Span;
	/** For each code unit of `text`, where it is written: one character, or the whole escape it comes from. */
	readonly origins: readonly Span[];
	/** The escapes that are kept as written because of `unescapeRelax`. */
	readonly unknownEscapes: readonly Span[];
	/** Where the next word is to be looked for; beyond the text's length if this was the last. */
	readonly next: number;
}

/** No word is left. */
export interface WordsEnd {
	readonly kind: 'end';
	readonly next: number;
}

/** Text that systemd refuses to split. */
export interface WordFault {
	readonly kind: 'fault';
	readonly reason: 'unbalanced-quote' | 'trailing-backslash' | 'bad-escape';
	/** Offset of the quote or backslash that is to blame. */
	readonly at: number;
	/** Where systemd stopped reading. */
	readonly next: number;
}

/** What stands at an offset: a word, the end, or a fault. */
export type WordResult = Word | WordsEnd | WordFault;

const blanks = ' \t\n\r';

/** Reads the first word of `text` at or after `from`. Any text gives a result. */
export function extractWord(text: string, from: number, options: QuotingOptions = {}): WordResult {
	const separators = options.separators ?? blanks;
	const start = options.dontCoalesceSeparators ? from : skipSeparators(text, from, separators);
	// An empty word may stand at the very end, but only if separators count one by one.
	const end = options.dontCoalesceSeparators ? text.length + 1 : text.length;
	if (start >= end) return { kind: 'end', next: text.length + 1 };
	const scan: Scan = { text, options, separators, at: start, quote: undefined, pieces: [], unknownEscapes: [] };
	return plainWord(scan) ?? scanWord(scan) ?? finishWord(scan, start);
}

/** All words of a text up to the first fault. Nothing looks at `next` in between, so separators are never retained. */
export function splitWords(
	text: string,
	options: QuotingOptions = {},
): { readonly words: readonly Word[]; readonly fault?: WordFault } {
	const stepping = { ...options, retainSeparators: false };
	const words: Word[] = [];
	let result = extractWord(text, 0, stepping);
	while (result.kind === 'word') {
		words.push(result);
		result = extractWord(text, result.next, stepping);
	}
	return result.kind === 'fault' ? { words, fault: result } : { words };
}

/** The span in the source of the characters `[from, to)` of a word's text. */
export function originSpan({ origins, span }: Pick<Word, 'origins' | 'span'>, from: number, to: number): Span {
	const start = origins[from]?.start ?? span.end;
	return { start, end: to > from ? (origins[to - 1]?.end ?? span.end) : start };
}

/** Where the reading of one word stands. */
interface Scan {
	readonly text: string;
	readonly options: QuotingOptions;
	readonly separators: string;
	readonly pieces: Piece[];
	readonly unknownEscapes: Span[];
	at: number;
	/** Offset of the quote that is open. */
	quote: number | undefined;
}

/** A word without quotes, backslashes and characters of two code units, as most are: many times as fast as the others. */
function plainWord(scan: Scan): Word | undefined {
	const { text, separators, at: start } = scan;
	let end = start;
	while (end < text.length && !separators.includes(text.charAt(end))) end++;
	const word = text.slice(start, end);
	if (/["'\\\ud800-\udfff]/.test(word)) return undefined;
	const origins = Array.from(word, (_, index) => ({ start: start + index, end: start + index + 1 }));
	const next = nextWord({ ...scan, at: end });
	return { kind: 'word', text: word, span: { start, end }, origins, unknownEscapes: [], next };
}

/** Reads up to the separator after the word, or to the end of the text. */
function scanWord(scan: Scan): WordFault | undefined {
	const { text, options, separators } = scan;
	while (scan.at < text.length) {
		const char = characterAt(text, scan.at);
		if (char === '\\' && !options.retainEscape) {
			const fault = takeEscape(scan);
			if (fault) return fault;
		} else if (isQuoteMark(scan, char)) takeQuoteMark(scan, char);
		else if (scan.quote === undefined && separators.includes(char)) return undefined;
		else take(scan, char, char.length);
	}
	return scan.quote === undefined || options.relax ? undefined : unbalancedQuote(scan, scan.quote);
}

function isQuoteMark({ text, options, quote }: Scan, char: string): boolean {
	if (quote !== undefined) return char === text[quote];
	return (char === '"' || char === "'") && (options.unquote === true || options.keepQuote === true);
}

function takeQuoteMark(scan: Scan, mark: string): void {
	scan.quote = scan.quote === undefined ? scan.at : undefined;
	if (scan.options.unquote) scan.at++;
	else take(scan, mark, 1);
}

function takeEscape(scan: Scan): WordFault | undefined {
	const { text, at, options, separators } = scan;
	if (at + 1 === text.length) return takeTrailingBackslash(scan);
	const char = characterAt(text, at + 1);
	const length = 1 + char.length;
	if (!readsEscapes(options)) return take(scan, char, length);
	const known = options.cUnescape ? readEscape(text, at) : undefined;
	if (known) return take(scan, known.value, known.length);
	const separates = char === '\\' || separators.includes(char);
	if (options.unescapeSeparators && separates) return take(scan, char, length);
	if (options.unescapeRelax) return takeUnknownEscape(scan, `\\${char}`);
	return { kind: 'fault', reason: 'bad-escape', at, next: at + 1 };
}

// That `unescapeRelax` alone is enough is systemd 262's way; before, it then took the backslash away.
function readsEscapes({ cUnescape, unescapeSeparators, unescapeRelax }: QuotingOptions): boolean {
	return cUnescape === true || unescapeSeparators === true || unescapeRelax === true;
}

// An open quote is the worse fault of the two, and the one that systemd names.
function takeTrailingBackslash(scan: Scan): WordFault | undefined {
	const { text, at, options, quote } = scan;
	if (options.unescapeRelax) return takeUnknownEscape(scan, '\\');
	if (options.relax) return take(scan, '', 1);
	if (quote !== undefined) return unbalancedQuote(scan, quote);
	return { kind: 'fault', reason: 'trailing-backslash', at, next: text.length };
}

function takeUnknownEscape(scan: Scan, written: string): undefined {
	scan.unknownEscapes.push({ start: scan.at, end: scan.at + written.length });
	for (const char of written) take(scan, char, char.length);
}

function take(scan: Scan, value: string | number, length: number): undefined {
	scan.pieces.push({ value, span: { start: scan.at, end: scan.at + length } });
	scan.at += length;
}

function unbalancedQuote({ text }: Scan, quote: number): WordFault {
	return { kind: 'fault', reason: 'unbalanced-quote', at: quote, next: text.length };
}

function finishWord(scan: Scan, start: number): Word {
	const { at, unknownEscapes } = scan;
	const { text, origins } = joinPieces(scan.pieces);
	return { kind: 'word', text, span: { start, end: at }, origins, unknownEscapes, next: nextWord(scan) };
}

function nextWord({ text, at, options, separators }: Scan): number {
	if (at === text.length) return text.length + 1;
	if (options.retainSeparators) return at;
	if (options.dontCoalesceSeparators) return at + 1;
	const next = skipSeparators(text, at, separators);
	return next === text.length ? text.length + 1 : next;
}

function skipSeparators(text: string, from: number, separators: string): number {
	let at = from;
	while (at < text.length && separators.includes(text.charAt(at))) at++;
	return at;
}

/** The whole character at an offset within the text, both halves of a surrogate pair if it is one. */
function characterAt(text: string, at: number): string {
	return String.fromCodePoint(text.codePointAt(at) ?? 0);
}
