// The pieces of a command line: prefixes, the program, options, and variables where systemd replaces them.

import { type Command, type CommandWord, parseCommandLine } from '../syntax/command-line.ts';
import type { Piece } from './token-pieces.ts';

/** The pieces of all commands of a value, in order. */
export function commandPieces(value: string): readonly Piece[] {
	return parseCommandLine(value).commands.flatMap((command) => piecesOf(value, command));
}

function piecesOf(value: string, { prefixes, path, argv, noExpansion, viaShell }: Command): readonly Piece[] {
	const pieces: Piece[] = prefixes.map(({ span }) => ({ ...span, type: 'operator' }));
	if (!viaShell) pieces.push({ ...path.span, type: 'function' });
	for (const word of argv) {
		if (word.span.start < path.span.end) continue;
		addOption(word, pieces);
		if (!noExpansion) addVariables(value, word, pieces);
	}
	return pieces;
}

function addOption({ text, origins }: CommandWord, pieces: Piece[]): void {
	const length = /^--?[A-Za-z0-9][\w.-]*/.exec(text)?.[0].length ?? 0;
	const [first, last] = [origins[0], origins[length - 1]];
	if (first !== undefined && last !== undefined) pieces.push({ start: first.start, end: last.end, type: 'parameter' });
}

/** Two `$` are one, and no variable. */
function addVariables(value: string, { span }: CommandWord, pieces: Piece[]): void {
	for (const { 0: text, index } of value
		.slice(span.start, span.end)
		.matchAll(/\$\$|\$\{[A-Za-z_]\w*\}|\$[A-Za-z_]\w*/g)) {
		const start = span.start + index;
		if (text !== '$$') pieces.push({ start, end: start + text.length, type: 'variable' });
	}
}
