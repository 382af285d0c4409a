// Where standard input comes from and where output goes: a word, or a word with a path or the name of a descriptor.

import { nearest } from '../catalogue/nearest.ts';
import { type Flaw, ofWhole, toFault } from './fault.ts';
import { wholeItems } from './items.ts';
import { emptyFaults, judgeExpanded } from './judge.ts';
import { wordsOf } from './one-of.ts';
import { judgePath } from './path.ts';
import { plain } from './quote.ts';
import { tooNewFlaw } from './unknown-word.ts';
import { noFaults, type ValueBehaviour, type ValueContext } from './value-kind.ts';

/** `StandardInput=`, `StandardOutput=` and `StandardError=`. */
export const stdio: ValueBehaviour = {
	check: (value, context) => {
		if (value === '') return emptyFaults(context);
		const flaw = judgeStdio(value, context);
		return flaw === undefined ? noFaults : [toFault(flaw, { start: 0, end: value.length }, 'skips-setting')];
	},
	complete: (value, offset, context) =>
		wholeItems(
			value,
			offset,
			context,
			Array.from(wordsOf(context.directive), ([label, since]) =>
				withPath.has(label)
					? { label: `${label}:`, detail: 'with a path', since }
					: { label, detail: meanings[label] ?? '', since },
			),
		),
	describe: (value) => {
		const text = meanings[value];
		return text === undefined ? undefined : { span: { start: 0, end: value.length }, text };
	},
};

const withPath: ReadonlySet<string> = new Set(['file', 'append', 'truncate']);

const meanings: Readonly<Record<string, string>> = {
	inherit: 'the same as standard output, or input',
	null: 'nowhere',
	tty: 'the terminal of TTYPath',
	'tty-force': 'the terminal of TTYPath, taken from whoever has it',
	'tty-fail': 'the terminal of TTYPath, and a failure if somebody has it',
	journal: 'the journal',
	'journal+console': 'the journal and the console',
	kmsg: 'the kernel log',
	'kmsg+console': 'the kernel log and the console',
	socket: 'the socket that started the service',
	fd: 'the descriptor of the socket unit with that name',
	data: 'StandardInputText and StandardInputData',
};

/** Words that were renamed: systemd warns, and takes the new one. */
const renamed: ReadonlyMap<string, string> = new Map([
	['syslog', 'journal'],
	['syslog+console', 'journal+console'],
]);
const renamedSince = 246;

function judgeStdio(text: string, context: ValueContext): Flaw | undefined {
	const words = wordsOf(context.directive);
	const colon = text.indexOf(':');
	const word = colon === -1 ? text : text.slice(0, colon);
	const since = words.get(word);
	const takesRest = withPath.has(word) || word === 'fd';
	if (since === undefined || (colon !== -1 && !takesRest)) return unknownFlaw(text, context);
	if (since > context.release) return tooNewFlaw(word, since, context.release);
	if (colon === -1) return undefined;
	// Specifiers are read after the colon only.
	const rest = judgeExpanded((piece) => judgeRest(word, piece, context), text.slice(colon + 1), context);
	return rest === undefined ? undefined : { ...ofWhole(rest), part: { start: colon + 1, end: text.length } };
}

function judgeRest(word: string, rest: string, context: ValueContext): Flaw | undefined {
	if (word !== 'fd')
		return rest === '' ? { what: 'the path is missing', advice: 'write it after the colon' } : judgePath(rest, context);
	if (rest === '') return undefined;
	const fine = /^[\x20-\x7e]{1,255}$/.test(rest) && !rest.includes(':');
	return fine
		? undefined
		: { what: `\`${plain(rest)}\` is no name of a descriptor`, advice: 'use ASCII without colons' };
}

function unknownFlaw(text: string, { directive, release }: ValueContext): Flaw | undefined {
	const instead = directive.key === 'StandardInput' ? undefined : renamed.get(text);
	if (instead !== undefined) return release < renamedSince ? undefined : renamedFlaw(text, instead);
	const what = `\`${plain(text)}\` is no place for standard ${directive.key === 'StandardInput' ? 'input' : 'output'}`;
	const prefix = directive.key === 'StandardInput' ? 'file' : 'append';
	if (text.startsWith('/'))
		return text === '/dev/null' ? { what, instead: 'null' } : { what, instead: `${prefix}:${text}` };
	const near = nearest(text, wordsOf(directive).keys());
	return near === undefined ? { what, advice: 'use one such as `journal` or `null`' } : { what, instead: near };
}

function renamedFlaw(text: string, instead: string): Flaw {
	return {
		what: `\`${text}\` is an old name, and systemd logs a complaint at each start`,
		advice: `write \`${instead}\``,
		instead,
		certain: true,
		effect: 'misled',
	};
}
