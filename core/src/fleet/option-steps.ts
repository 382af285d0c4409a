// The steps in which fleet's parser goes through a unit file, one function for each state that it may be in. Every read
// is told to the line limit, because what fleet's buffer holds decides about overlong lines.

import type { Span } from '../syntax/span.ts';
import type { LineLimit } from './line-limit.ts';
import { utf8Bytes } from './utf8.ts';
import { isWhiteSpaceAt, trimmedSpan } from './white-space.ts';

/** Where fleet is between two steps; it looks for overlong lines before each. In a comment, `section` may be absent. */
export type State =
	| { readonly kind: 'start'; readonly at: number }
	| { readonly kind: 'header'; readonly at: number }
	| { readonly kind: 'after-header'; readonly at: number; readonly section: string }
	| { readonly kind: 'inside'; readonly at: number; readonly section: string; readonly value?: Value }
	| { readonly kind: 'comment'; readonly at: number; readonly section: string | undefined }
	| { readonly kind: 'name'; readonly at: number; readonly section: string }
	| { readonly kind: 'value'; readonly at: number; readonly value: Value }
	| { readonly kind: 'end'; readonly at: number };

/** A value as far as it is read. `span` holds all of it, line ends of continued lines included. */
export interface Value {
	readonly section: string;
	readonly nameSpan: Span;
	readonly span: Span;
}

/** Where the reading ends with an error, in fleet's own words. */
export interface Failure {
	readonly kind: 'failure';
	readonly error: string;
	readonly errorSpan: Span;
}

/** What fleet does next. Where it has read a value to its end, the new state holds it. */
export function nextStep(text: string, state: Exclude<State, { kind: 'end' }>, limit: LineLimit): State | Failure {
	switch (state.kind) {
		case 'start':
			return readStart(text, state.at, limit);
		case 'header':
			return readHeader(text, state.at, limit);
		case 'after-header':
			return readAfterHeader(text, state, limit);
		case 'inside':
			return readInside(text, state, limit);
		case 'comment':
			return readComment(text, state, limit);
		case 'name':
			return readName(text, state, limit);
		case 'value':
			return readValueLine(text, state.value, state.at, limit);
	}
}

// Text before the first header is dropped a character at a time, so a `[` or `#` in the middle of a line counts.
function readStart(text: string, at: number, limit: LineLimit): State {
	if (at >= text.length) return { kind: 'end', at };
	const next = readCharacter(text, at, limit);
	if (text[at] === '[') return { kind: 'header', at: next };
	return isCommentMark(text[at]) ? { kind: 'comment', at: next, section: undefined } : { kind: 'start', at: next };
}

// The name may go over several lines and is not stripped.
function readHeader(text: string, at: number, limit: LineLimit): State | Failure {
	const close = text.indexOf(']', at);
	if (close === -1) return failure('unable to find end of section', { start: at - 1, end: lineSpan(text, at).end });
	limit.read(at, close + 1);
	return { kind: 'after-header', at: close + 1, section: text.slice(at, close) };
}

function readAfterHeader(text: string, state: { at: number; section: string }, limit: LineLimit): State | Failure {
	const { content, next } = readLine(text, state.at, limit);
	const garbage = trimmedSpan(text, content);
	if (garbage.start === garbage.end) return { kind: 'inside', at: next, section: state.section };
	// fleet means to name the section here but never does, and prints the bytes as numbers.
	const bytes = utf8Bytes(text.slice(garbage.start, garbage.end)).join(' ');
	return failure(`found garbage after section name : [${bytes}]`, garbage);
}

function readInside(text: string, { at, section }: { at: number; section: string }, limit: LineLimit): State {
	if (at >= text.length) return { kind: 'end', at };
	const next = readCharacter(text, at, limit);
	if (isWhiteSpaceAt(text, at)) return { kind: 'inside', at: next, section };
	if (text[at] === '[') return { kind: 'header', at: next };
	return isCommentMark(text[at]) ? { kind: 'comment', at: next, section } : { kind: 'name', at, section };
}

// A comment that ends in a backslash takes the next line with it, one space after the backslash notwithstanding.
function readComment(text: string, state: { at: number; section: string | undefined }, limit: LineLimit): State {
	let { content, next } = readLine(text, state.at, limit);
	while (/\\ ?$/.test(text.slice(content.start, content.end))) ({ content, next } = readLine(text, next, limit));
	const { section } = state;
	return section === undefined ? { kind: 'start', at: next } : { kind: 'inside', at: next, section };
}

function readName(text: string, { at, section }: { at: number; section: string }, limit: LineLimit): State | Failure {
	let end = at;
	while (end < text.length && !'=\r\n'.includes(text.charAt(end))) end = readCharacter(text, end, limit);
	const nameSpan = trimmedSpan(text, { start: at, end });
	if (end === text.length) return failure('EOF', nameSpan);
	if (text[end] !== '=') return failure('unexpected newline encountered while parsing option name', nameSpan);
	const start = readCharacter(text, end, limit);
	return { kind: 'value', at: start, value: { section, nameSpan, span: { start, end: start } } };
}

function readValueLine(text: string, value: Value, at: number, limit: LineLimit): State {
	const { content, next, ended } = readLine(text, at, limit);
	const blank = isBlank(text, content);
	// Where the file ends there is no line end to keep.
	const continues = !blank && text[content.end - 1] === '\\';
	const end = blank ? value.span.end : continues && ended ? next : content.end;
	const read = { ...value, span: { start: value.span.start, end } };
	if (continues) return { kind: 'value', at: next, value: read };
	return { kind: 'inside', at: next, section: value.section, value: read };
}

/** A physical line: `content` is what fleet makes of it, `next` where the next begins, `ended` whether a LF ends it. */
function readLine(text: string, at: number, limit: LineLimit): { content: Span; next: number; ended: boolean } {
	const feed = text.indexOf('\n', at);
	const ended = feed !== -1;
	const next = ended ? feed + 1 : text.length;
	limit.read(at, next);
	// fleet strips a CR only where no LF follows it, which is at the end of the file.
	const end = ended ? feed : text.endsWith('\r') ? Math.max(at, next - 1) : next;
	return { content: { start: at, end }, next, ended };
}

function readCharacter(text: string, at: number, limit: LineLimit): number {
	const next = at + ((text.codePointAt(at) ?? 0) > 0xffff ? 2 : 1);
	limit.read(at, next);
	return next;
}

function isBlank(text: string, span: Span): boolean {
	const { start, end } = trimmedSpan(text, span);
	return start === end;
}

function isCommentMark(char: string | undefined): boolean {
	return char === '#' || char === ';';
}

/** The rest of the physical line. */
export function lineSpan(text: string, start: number): Span {
	const length = text.slice(start).search(/[\r\n]/);
	return { start, end: length === -1 ? text.length : start + length };
}

function failure(error: string, errorSpan: Span): Failure {
	return { kind: 'failure', error, errorSpan };
}
