// The script of `sh -c '…'` → the simple commands in it, joined by `;`, `&&`, `||`, `|` and `&`. Redirections and
// variables set for one command are left out. Anything beyond (loops, groups, functions, here-documents) is not read,
// and `undefined` says so. Expansions stay as they are written.

import type { CommandWord } from '../../syntax/command-line.ts';
import type { Span } from '../../syntax/span.ts';

/** A command of a script with the operators around it; `''` at either end of the script. */
export interface SimpleCommand {
	readonly words: readonly CommandWord[];
	readonly before: string;
	readonly after: string;
}

/** Splits a script, given as the word that holds it, so that spans lead to where it is written. */
export function splitScript(script: CommandWord): readonly SimpleCommand[] | undefined {
	const tokens = tokenize(script);
	return tokens && commandsOf(tokens);
}

/** Whether a program's path is that of a shell that takes `-c script`. */
export function isShell(program: string): boolean {
	return /^(?:.*\/)?(?:ba|da|a|z|k|mk)?sh$/.test(program);
}

type Token =
	| { readonly kind: 'word'; readonly word: CommandWord; readonly bare: boolean }
	| { readonly kind: 'operator'; readonly text: string }
	| { readonly kind: 'redirection' };

const reserved = new Set(
	'! [[ { } case coproc do done elif else esac fi for function if in select then time until while'.split(' '),
);

function commandsOf(tokens: readonly Token[]): readonly SimpleCommand[] | undefined {
	const commands: SimpleCommand[] = [];
	let words: CommandWord[] = [];
	let before = '';
	let redirected = false;
	for (const token of [...tokens, { kind: 'operator', text: '' } as const]) {
		if (token.kind === 'redirection') redirected = true;
		else if (token.kind === 'word') {
			if (words.length === 0 && token.bare && reserved.has(token.word.text)) return undefined;
			const skipped = redirected || (words.length === 0 && /^[A-Za-z_]\w*\+?=/.test(token.word.text));
			if (!skipped) words.push(token.word);
			redirected = false;
		} else {
			if (words.length > 0) commands.push({ words, before, after: token.text });
			before = token.text;
			words = [];
		}
	}
	return commands;
}

function tokenize(script: CommandWord): readonly Token[] | undefined {
	const { text } = script;
	const tokens: Token[] = [];
	for (let at = skip(text, 0); at < text.length; at = skip(text, at)) {
		const redirection = /^(?:\d*(?:>>|>\||>&|<&|<>|>|<(?!<))|&>>?)(?!\()/.exec(text.slice(at, at + 8))?.[0];
		const operator = /^(?:&&|\|\||\|&|;(?!;)|[|&\n])/.exec(text.slice(at, at + 2))?.[0];
		if (redirection !== undefined) {
			tokens.push({ kind: 'redirection' });
			at += redirection.length;
		} else if (operator !== undefined) {
			tokens.push({ kind: 'operator', text: operator === '\n' ? ';' : operator });
			at += operator.length;
		} else {
			const read = /[#();<]/.test(text.charAt(at)) ? undefined : readWord(script, at);
			if (read === undefined) return undefined;
			tokens.push({ kind: 'word', word: read.word, bare: read.word.text.length === read.next - at });
			at = read.next;
		}
	}
	return tokens;
}

function skip(text: string, from: number): number {
	let at = from;
	while (at < text.length && /[ \t\r]/.test(text.charAt(at))) at++;
	return at;
}

interface WordRead {
	readonly word: CommandWord;
	readonly next: number;
}

function readWord(script: CommandWord, from: number): WordRead | undefined {
	const { text, origins } = script;
	const kept: number[] = [];
	let at = from;
	while (at < text.length && !/[\s;&|<>()]/.test(text.charAt(at))) {
		const piece = readPiece(text, at);
		if (piece === undefined) return undefined;
		kept.push(...piece.kept);
		at = piece.next;
	}
	const spans = kept.map((index) => origins[index] ?? script.span);
	const word = {
		text: kept.map((index) => text.charAt(index)).join(''),
		span: written(script, from, at),
		origins: spans,
	};
	return { word, next: at };
}

function written({ origins, span }: CommandWord, from: number, to: number): Span {
	return { start: origins[from]?.start ?? span.start, end: origins[to - 1]?.end ?? span.end };
}

/** A character, quoted text or expansion: the indices of the characters that the program gets. */
interface Piece {
	readonly kept: readonly number[];
	readonly next: number;
}

function readPiece(text: string, at: number): Piece | undefined {
	const char = text.charAt(at);
	if (char === '\\') return { kept: indices(at + 1, Math.min(at + 2, text.length)), next: at + 2 };
	if (char === "'") {
		const end = text.indexOf("'", at + 1);
		return end === -1 ? undefined : { kept: indices(at + 1, end), next: end + 1 };
	}
	if (char === '"') return readDoubleQuoted(text, at + 1);
	return readExpansion(text, at) ?? (isOpen(text, at) ? undefined : { kept: [at], next: at + 1 });
}

function readDoubleQuoted(text: string, from: number): Piece | undefined {
	const kept: number[] = [];
	let at = from;
	while (text.charAt(at) !== '"') {
		if (at >= text.length) return undefined;
		const escaped = text.charAt(at) === '\\' && /["\\$`]/.test(text.charAt(at + 1));
		const plain = { kept: [escaped ? at + 1 : at], next: at + (escaped ? 2 : 1) };
		const piece = (escaped ? undefined : readExpansion(text, at)) ?? plain;
		kept.push(...piece.kept);
		at = piece.next;
	}
	return { kept, next: at + 1 };
}

/** `$(…)`, `${…}` or `` `…` ``, kept as one piece. */
function readExpansion(text: string, at: number): Piece | undefined {
	const open = /^(?:\$\(|\$\{|`)/.exec(text.slice(at, at + 2))?.[0];
	if (open === undefined) return undefined;
	const end = open === '`' ? text.indexOf('`', at + 1) : closing(text, at + 1);
	return end === -1 ? undefined : { kept: indices(at, end + 1), next: end + 1 };
}

function isOpen(text: string, at: number): boolean {
	return /^(?:\$\(|\$\{|`)/.test(text.slice(at, at + 2));
}

/** Where the bracket that opens at `at` is closed; -1 if nowhere. Quotes inside hide brackets. */
function closing(text: string, at: number): number {
	const pairs = text.charAt(at) === '(' ? '()' : '{}';
	let depth = 0;
	for (const { 0: token, index } of text.slice(at).matchAll(/\\.|'[^']*'|"(?:\\.|[^"\\])*"|[(){}]/gs)) {
		if (token === pairs[0]) depth++;
		if (token === pairs[1] && --depth === 0) return at + index;
	}
	return -1;
}

function indices(from: number, to: number): readonly number[] {
	return Array.from({ length: Math.max(0, to - from) }, (_, offset) => from + offset);
}
