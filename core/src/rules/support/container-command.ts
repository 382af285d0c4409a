// A command line of docker, podman or rkt → its action, options and operands. Options are read up to the image name,
// or as far as they are known: behind an option that no table has, or a variable that may hold some, all is open.

import type { CommandWord } from '../../syntax/command-line.ts';
import { originSpan } from '../../syntax/quoting.ts';
import type { Span } from '../../syntax/span.ts';
import { actionGroups, actionOptions, type Engine, globalOptions, type OptionTable } from './container-options.ts';
import { hasTemplateMark } from './template-text.ts';

/** A command of a container program. */
export interface ContainerCommand {
	readonly engine: Engine;
	readonly program: CommandWord;
	/** `run`, `rm` …; `docker container run` is `run`, too. */
	readonly action: string;
	readonly actionSpan: Span;
	/** Another host's or context's daemon does the work. */
	readonly remote: boolean;
	readonly options: readonly ContainerOption[];
	/** The image and what follows, or the names of containers. */
	readonly operands: readonly CommandWord[];
	/** All options are known. If not, others may stand where reading stopped. */
	readonly complete: boolean;
}

/** One option, by its long name, however it is written. */
export interface ContainerOption {
	readonly name: string;
	readonly style: 'long' | 'short' | 'single-dash';
	/** Absent for a flag without one. */
	readonly value?: { readonly text: string; readonly span: Span };
	/** The word that holds the option. */
	readonly word: CommandWord;
	/** The option itself: a letter of its cluster, or the whole word. */
	readonly span: Span;
}

/** Reads a command whose first word is its program; `undefined` if that is no container program. */
export function parseContainerCommand(words: readonly CommandWord[]): ContainerCommand | undefined {
	const [program] = words;
	const engine = program && engineOf(program.text);
	if (program === undefined || engine === undefined) return undefined;
	const before = readOptions(words, 1, globalOptions(engine));
	const group = words[before.next]?.text ?? '';
	const at = before.next + (actionGroups.has(group) ? 1 : 0);
	const word = words[at];
	if (!before.complete || word === undefined) return undefined;
	// Images are removed by `rm`, too; that is another thing.
	const action = group === 'image' && word.text !== 'pull' ? `image ${word.text}` : word.text;
	const remote = before.options.some(({ name }) => remoteOptions.has(name));
	const table = engine === 'rkt' ? undefined : actionOptions(action);
	const found = table ? readOptions(words, at + 1, table) : { options: [], operands: [], complete: false };
	const { options, operands, complete } = found;
	return { engine, program, action, actionSpan: word.span, remote, options, operands, complete };
}

/** The last option of a name, which is the one that counts. */
export function findOption({ options }: ContainerCommand, name: string): ContainerOption | undefined {
	return options.findLast((option) => option.name === name);
}

/** Whether a flag is given and not `=false`. */
export function hasFlag(command: ContainerCommand, name: string): boolean {
	const option = findOption(command, name);
	return option !== undefined && !/^(?:0|f|false)$/i.test(option.value?.text ?? '');
}

const remoteOptions: ReadonlySet<string> = new Set(['host', 'context', 'connection', 'remote', 'url']);

function engineOf(program: string): Engine | undefined {
	const name = program.slice(program.lastIndexOf('/') + 1);
	return name === 'docker' || name === 'podman' || name === 'rkt' ? name : undefined;
}

interface OptionsRead {
	readonly options: readonly ContainerOption[];
	readonly operands: readonly CommandWord[];
	readonly complete: boolean;
	/** Index of the first word that was not read. */
	readonly next: number;
}

/** What one word at an option's place is; `undefined` if its meaning is not known. */
type WordRead = { readonly options: readonly ContainerOption[]; readonly taken: number } | undefined;

function readOptions(words: readonly CommandWord[], from: number, table: OptionTable): OptionsRead {
	const options: ContainerOption[] = [];
	const operands: CommandWord[] = [];
	let at = from;
	for (let word = words[at]; word !== undefined; word = words[at]) {
		if (word.text === '--')
			return { options, operands: [...operands, ...words.slice(at + 1)], complete: true, next: at };
		if (mayHoldOptions(word, table)) return { options, operands, complete: false, next: at };
		if (!/^-./.test(word.text)) {
			if (table.endsAtOperand) return { options, operands: words.slice(at), complete: true, next: at };
			operands.push(word);
			at++;
			continue;
		}
		const read = readOption(word, words[at + 1], table);
		if (read === undefined) return { options, operands, complete: false, next: at };
		options.push(...read.options);
		at += read.taken;
	}
	return { options, operands, complete: true, next: at };
}

// A variable before the image may be the image or hold options; its name tells best. Where options may stand
// anywhere, a variable is a container's name unless it is called otherwise.
function mayHoldOptions({ text }: CommandWord, { endsAtOperand }: OptionTable): boolean {
	if (endsAtOperand && hasTemplateMark(text)) return true;
	if (!/^(?:\$|`)/.test(text)) return false;
	return endsAtOperand ? !/^\$\{?\w*(?:image|img|repo|container)/i.test(text) : /opt|arg|flag|param/i.test(text);
}

function readOption(word: CommandWord, next: CommandWord | undefined, table: OptionTable): WordRead {
	const [, dashes = '', name = '', value] = /^(--?)([^=]*)(?:=(.*))?$/s.exec(word.text) ?? [];
	const style = dashes === '--' ? 'long' : 'single-dash';
	if (style === 'single-dash' && (!knows(table, name) || name.length === 1 || isCluster(name, table))) {
		return readCluster(word, next, table);
	}
	const option = { name, style, word, span: word.span } as const;
	if (value !== undefined) {
		return { options: [{ ...option, value: { text: value, span: tail(word, value) } }], taken: 1 };
	}
	if (table.flags.has(name)) return { options: [option], taken: 1 };
	return table.values.has(name) ? withNext(option, next) : undefined;
}

/** `-dit`, `-p80:80`, `-e A=b`: flags, and at the end perhaps one option with its value. */
function readCluster(word: CommandWord, next: CommandWord | undefined, table: OptionTable): WordRead {
	const options: ContainerOption[] = [];
	for (let at = 1; at < word.text.length; at++) {
		const name = table.letters.get(word.text.charAt(at));
		if (name === undefined) return undefined;
		const span = word.text.length === 2 ? word.span : originSpan(word, at, at + 1);
		const option = { name, style: 'short', word, span } as const;
		const rest = word.text.slice(at + 1);
		if (table.flags.has(name) && !rest.startsWith('=')) {
			options.push(option);
			continue;
		}
		const value = rest.replace(/^=/, '');
		if (rest !== '') options.push({ ...option, value: { text: value, span: tail(word, value) } });
		const last = rest === '' ? withNext(option, next) : { options: [], taken: 1 };
		return last && { options: [...options, ...last.options], taken: last.taken };
	}
	return { options, taken: 1 };
}

function withNext(option: Omit<ContainerOption, 'value'>, next: CommandWord | undefined): WordRead {
	if (next === undefined) return undefined;
	return { options: [{ ...option, value: { text: next.text, span: next.span } }], taken: 2 };
}

function knows({ flags, values }: OptionTable, name: string): boolean {
	return flags.has(name) || values.has(name);
}

/** Whether letters are flags throughout, but that the last may take a value: `-ip 80:80` is no `--ip`. */
function isCluster(letters: string, { flags, letters: known }: OptionTable): boolean {
	return Array.from(letters).every((letter, at) => {
		const name = known.get(letter);
		return name !== undefined && (at === letters.length - 1 || flags.has(name));
	});
}

function tail(word: CommandWord, value: string): Span {
	return originSpan(word, word.text.length - value.length, word.text.length);
}
