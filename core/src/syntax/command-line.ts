// The value of an Exec*= directive → the commands in it, as config_parse_exec() of systemd reads them
// ("Command lines" in systemd.service(5)). Specifiers and variables stay as written; whether a program exists, and
// which systemd knows which prefix, is not asked here.

import { isBlank } from './lines.ts';
import { type ProgramPathFault, programPathFault, simplifyPath } from './program-path.ts';
import { extractWord, originSpan, type Word, type WordFault } from './quoting.ts';
import type { Span } from './span.ts';

/** A prefix of the executable path: `@ - : + ! |`. Two `!` are the prefix `!!`. */
export interface CommandPrefix {
	readonly char: string;
	readonly span: Span;
}

/** A word of a command: what the program gets, and where it is written. Spans count from the value's start. */
export interface CommandWord {
	readonly text: string;
	readonly span: Span;
	/** For each code unit of `text`, where it is written. */
	readonly origins: readonly Span[];
}

/** One command of a command line. */
export interface Command {
	readonly prefixes: readonly CommandPrefix[];
	/** `-`: a failure counts as success. */
	readonly ignoreFailure: boolean;
	/** `:`: no variables are substituted. */
	readonly noExpansion: boolean;
	/** `|`: the shell of the user runs the command. */
	readonly viaShell: boolean;
	/** `+` full, `!` no change of user, `!!` no change of user where ambient capabilities are missing. */
	readonly privileges: 'normal' | 'full' | 'no-setuid' | 'ambient';
	/** The program, simplified as systemd simplifies paths. The span is that of its characters, without quotes. */
	readonly path: Pick<CommandWord, 'text' | 'span'>;
	/** The arguments, `argv[0]` first. Without `@` that is the path as written, and with `|` the shell. */
	readonly argv: readonly CommandWord[];
	/** From the first prefix to the end of the last word. */
	readonly span: Span;
}

/** What can be wrong with a command line. */
export type CommandFaultKind =
	| 'unbalanced-quote'
	| 'unknown-escape'
	| 'trailing-backslash'
	| ProgramPathFault
	| 'no-argv0';

/** Something in a command line that systemd does not like. */
export interface CommandFault {
	readonly kind: CommandFaultKind;
	readonly span: Span;
	/** `kept`: systemd takes it as written. `dropped`: it skips the rest of the value. `refused`: it refuses the unit. */
	readonly effect: 'kept' | 'dropped' | 'refused';
}

/** The commands of a value, and its faults in the order systemd meets them. */
export interface CommandLine {
	readonly commands: readonly Command[];
	readonly faults: readonly CommandFault[];
}

/** Reads the value of an Exec*= directive. Any text gives a result; an empty one has no commands. */
export function parseCommandLine(value: string): CommandLine {
	const commands: Command[] = [];
	const faults: CommandFault[] = [];
	for (let at: number | undefined = 0; at !== undefined && at < value.length; ) {
		const step = readCommand(value, at);
		faults.push(...step.faults);
		if (step.command) commands.push(step.command);
		at = step.next;
	}
	return { commands, faults };
}

/** One command read, or one separator, or the fault where systemd stops; `next` is absent at the last. */
interface Step {
	readonly faults: readonly CommandFault[];
	readonly command?: Command;
	readonly next?: number;
}

/** The first word of a command, taken apart. */
interface Head {
	readonly word: Word;
	readonly prefixes: readonly CommandPrefix[];
	/** What follows the prefixes. */
	readonly program: CommandWord;
}

interface Arguments {
	readonly words: readonly CommandWord[];
	readonly faults: readonly CommandFault[];
	readonly stop?: WordFault;
	readonly next: number;
}

// systemd reads a word strictly first and relaxed after a fault; the words are the same, so once is enough.
const quoting = { unquote: true, cUnescape: true, unescapeRelax: true } as const;

function readCommand(value: string, from: number): Step {
	const word = extractWord(value, from, quoting);
	if (word.kind === 'end') return { faults: [] };
	// systemd does not know yet that the word is a command, so it skips the value and keeps the unit.
	if (word.kind === 'fault') return { faults: [quoteFault(word, 'dropped')] };
	if (word.text === ';') return { faults: [], next: word.next };
	return readCommandAfter(value, readHead(word));
}

function readCommandAfter(value: string, head: Head): Step {
	const escapes = escapeFaults(value, head.word);
	const effect = has(head, '-') ? 'dropped' : 'refused';
	const kind = has(head, '|') ? undefined : programPathFault(head.program.text);
	if (kind) return { faults: [...escapes, { kind, span: pathFaultSpan(head, kind), effect }] };
	const rest = readArguments(value, head.word.next);
	const faults = [...escapes, ...rest.faults];
	if (rest.stop) return { faults: [...faults, quoteFault(rest.stop, effect)] };
	const argv = [...argvStart(head), ...rest.words];
	if (argv.length === 0) return { faults: [...faults, { kind: 'no-argv0', span: head.word.span, effect }] };
	return { faults, command: command(head, argv, rest.words.at(-1)?.span.end), next: rest.next };
}

function readHead(word: Word): Head {
	let taken = '';
	for (const char of word.text) {
		if (!allowsPrefix(taken, char)) break;
		taken += char;
	}
	const prefixes = Array.from(taken, (char, at) => ({ char, span: originSpan(word, at, at + 1) }));
	const span = originSpan(word, taken.length, word.text.length);
	const program = { text: word.text.slice(taken.length), span, origins: word.origins.slice(taken.length) };
	return { word, prefixes, program };
}

// Each prefix once and in any order, but `!` twice, and `+` never beside `!`.
function allowsPrefix(taken: string, char: string): boolean {
	if (char === '+') return !/[+!]/.test(taken);
	if (char === '!') return !taken.includes('+') && taken.split('!').length <= 2;
	return '@-:|'.includes(char) && !taken.includes(char);
}

function readArguments(value: string, from: number): Arguments {
	const words: CommandWord[] = [];
	const faults: CommandFault[] = [];
	let at = from;
	while (at < value.length) {
		if (standsAlone(value, at, ';')) return { words, faults, next: skipBlanks(value, at + 1) };
		const word = standsAlone(value, at, '\\;') ? literalSemicolon(value, at) : extractWord(value, at, quoting);
		if (word.kind === 'fault') return { words, faults, stop: word, next: word.next };
		if (word.kind === 'end') break;
		words.push({ text: word.text, span: word.span, origins: word.origins });
		faults.push(...escapeFaults(value, word));
		at = word.next;
	}
	return { words, faults, next: value.length };
}

function literalSemicolon(value: string, at: number): Word {
	const span = { start: at, end: at + 2 };
	return { kind: 'word', text: ';', span, origins: [span], unknownEscapes: [], next: skipBlanks(value, span.end) };
}

function standsAlone(value: string, at: number, token: string): boolean {
	const end = at + token.length;
	return value.startsWith(token, at) && (end === value.length || isBlank(value.charCodeAt(end)));
}

function skipBlanks(value: string, from: number): number {
	let at = from;
	while (at < value.length && isBlank(value.charCodeAt(at))) at++;
	return at;
}

/** The arguments that the first word gives: its path, or with `|` the shell and what it is to run. */
function argvStart(head: Head): readonly CommandWord[] {
	const { program } = head;
	if (!has(head, '|')) return has(head, '@') ? [] : [program];
	const shell = shellWord(head, has(head, '@') ? '-sh' : 'sh');
	return program.text === '' ? [shell] : [shell, program];
}

/** A word that stands for the prefix `|`. */
function shellWord({ prefixes, word }: Head, text: string): CommandWord {
	const span = prefixes.find(({ char }) => char === '|')?.span ?? word.span;
	return { text, span, origins: Array.from(text, () => span) };
}

function command(head: Head, argv: readonly CommandWord[], end = head.word.span.end): Command {
	const { prefixes, program, word } = head;
	const shell = has(head, '|') ? shellWord(head, '/bin/sh') : undefined;
	return {
		prefixes,
		ignoreFailure: has(head, '-'),
		noExpansion: has(head, ':'),
		viaShell: shell !== undefined,
		privileges: privileges(prefixes),
		path: shell ? { text: shell.text, span: shell.span } : { text: simplifyPath(program.text), span: program.span },
		argv,
		span: { start: word.span.start, end },
	};
}

function privileges(prefixes: readonly CommandPrefix[]): Command['privileges'] {
	if (prefixes.some(({ char }) => char === '+')) return 'full';
	const marks = prefixes.filter(({ char }) => char === '!').length;
	if (marks === 0) return 'normal';
	return marks === 1 ? 'no-setuid' : 'ambient';
}

function has({ prefixes }: Head, wanted: string): boolean {
	return prefixes.some(({ char }) => char === wanted);
}

function pathFaultSpan({ word, program }: Head, kind: ProgramPathFault): Span {
	if (kind === 'empty-path') return word.span;
	return kind === 'repeated-prefix' ? originSpan(program, 0, 1) : program.span;
}

// Relaxed as the words are read, an open quote is all that can go wrong in one.
function quoteFault({ at }: WordFault, effect: CommandFault['effect']): CommandFault {
	return { kind: 'unbalanced-quote', span: { start: at, end: at + 1 }, effect };
}

function escapeFaults(value: string, { unknownEscapes }: Word): readonly CommandFault[] {
	return unknownEscapes.map((span) => {
		const trailing = span.end === value.length && span.end - span.start === 1;
		return { kind: trailing ? 'trailing-backslash' : 'unknown-escape', span, effect: 'kept' };
	});
}
