// The pieces of a command line: prefixes, the program, options, and variables where systemd replaces them.

import { type Command, parseCommandLine } from '../syntax/command-line.ts';
import type { Piece } from './token-pieces.ts';

/** The pieces of all commands of a value, in order. */
export function commandPieces(value: string): readonly Piece[] {
	const pieces: Piece[] = [];
	if (/["'\\;]/.test(value)) for (const command of parseCommandLine(value).commands) addCommand(value, command, pieces);
	else addPlainCommand(value, pieces);
	return pieces;
}

/** Without quotes, escapes and semicolons, words are what stands between blanks, which is found in a fraction of the time. */
function addPlainCommand(value: string, pieces: Piece[]): void {
	const [, marks = '', path = ''] = /^([-@:+!|]*)(\S*)/.exec(value) ?? [];
	for (let start = 0; start < marks.length; start++) pieces.push({ start, end: start + 1, type: 'operator' });
	const end = marks.length + path.length;
	if (path !== '' && !marks.includes('|')) pieces.push({ start: marks.length, end, type: 'function' });
	addArguments(value, end, value.length, !marks.includes(':'), pieces);
}

function addCommand(value: string, { prefixes, path, span, noExpansion, viaShell }: Command, pieces: Piece[]): void {
	for (const prefix of prefixes) pieces.push({ ...prefix.span, type: 'operator' });
	if (!viaShell) pieces.push({ ...path.span, type: 'function' });
	const start = viaShell ? (prefixes.at(-1)?.span.end ?? span.start) : path.span.end;
	addArguments(value, start, span.end, !noExpansion, pieces);
}

const options = /(?<=\s["']?)--?[A-Za-z0-9][\w.-]*/g;
// Two `$` are one, and no variable.
const optionsAndVariables = /(?<=\s["']?)--?[A-Za-z0-9][\w.-]*|\$\$|\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*/g;

/** Options, and variables where they are replaced, in `[from, to)` of a value. */
function addArguments(value: string, from: number, to: number, expands: boolean, pieces: Piece[]): void {
	for (const { 0: text, index } of value.slice(from, to).matchAll(expands ? optionsAndVariables : options)) {
		if (text === '$$') continue;
		const start = from + index;
		pieces.push({ start, end: start + text.length, type: text.startsWith('$') ? 'variable' : 'parameter' });
	}
}
