// Reads a command's arguments by its table of options, and says in our own words what is wrong with them.

import { parseArgs } from 'node:util';
import { didYouMean } from './did-you-mean.ts';

/** One option: how it is parsed, and its line in the help. */
export interface Option {
	readonly type: 'boolean' | 'string';
	readonly short?: string;
	readonly multiple?: boolean;
	/** Name of the value in the help. */
	readonly value?: string;
	readonly help: string;
}

/** The options of a command by long name, in the order of its help. */
export type OptionTable = Readonly<Record<string, Option>>;

/** What is said to a person who called the program wrongly: one line, without the pointer to the help. */
export class UsageError extends Error {}

/** What was given. */
export interface Arguments<T extends OptionTable> {
	readonly values: { readonly [Name in keyof T]?: ValueOf<T[Name]> };
	/** Everything that is no option, in order. */
	readonly positionals: readonly string[];
}

type ValueOf<T extends Option> = T extends { type: 'boolean' }
	? boolean
	: T extends { multiple: true }
		? readonly string[]
		: string;

/** Reads a command's arguments by its table. Throws `UsageError`. */
export function readArguments<const T extends OptionTable>(argv: readonly string[], options: T): Arguments<T> {
	// The strict mode of parseArgs finds the same faults, but says them in sentences that are made for programmers.
	const config = { args: [...argv], options, strict: false, allowPositionals: true, tokens: true } as const;
	const { tokens, values, positionals } = parseArgs(config);
	for (const token of tokens) {
		if (token.kind !== 'option') continue;
		const option = options[token.name];
		if (option === undefined) throw new UsageError(unknownOption(token.rawName, options));
		checkValue(token.rawName, token, option);
	}
	// The table and the checks above make it so.
	return { values: values as Arguments<T>['values'], positionals };
}

interface OptionValue {
	readonly value: string | undefined;
	readonly inlineValue: boolean | undefined;
}

function checkValue(name: string, { value, inlineValue }: OptionValue, option: Option): void {
	if (option.type === 'boolean') {
		if (value !== undefined) throw new UsageError(`${name} takes no value`);
		return;
	}
	// A flag that follows is more likely a forgotten value than a value; `--name=-x` says it is one.
	const isMissing = value === undefined || (!inlineValue && value.startsWith('-') && value !== '-');
	if (isMissing) throw new UsageError(`${name} needs a value: ${name} ${option.value ?? 'VALUE'}`);
}

function unknownOption(name: string, options: OptionTable): string {
	const names = Object.entries(options).flatMap(([long, { short }]) => [`--${long}`, ...(short ? [`-${short}`] : [])]);
	return `unknown option ${name}${name.startsWith('--') ? didYouMean(name, names) : ''}`;
}
