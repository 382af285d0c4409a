// Reads a command's arguments by its table of options, and says in our own words what is wrong with them.

import { type ParseArgsConfig, type ParseArgsOptionsConfig, parseArgs } from 'node:util';
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

/** The typed values of a command's options, and everything that is no option. Throws `UsageError`. */
export function readArguments<const T extends OptionTable>(argv: readonly string[], options: T) {
	checkArguments(argv, options);
	return parseArgs({ args: [...argv], options: options as Parsable<T>, allowPositionals: true });
}

/** The table as `parseArgs` wants it, which takes no readonly arrays and knows no help. */
type Parsable<T extends OptionTable> = { [K in keyof T]: Pick<T[K], keyof T[K] & keyof ParseArgsOptionsConfig[string]> };

// The strict mode of parseArgs finds the same faults, but says them in sentences that are made for programmers.
function checkArguments(argv: readonly string[], options: OptionTable): void {
	for (const token of tokensOf(argv, options)) {
		if (token.kind !== 'option') continue;
		const option = options[token.name];
		if (option === undefined) throw new UsageError(unknownOption(token.rawName, options));
		checkValue(token.rawName, token, option);
	}
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

function tokensOf(argv: readonly string[], options: OptionTable) {
	const config = { args: [...argv], options, strict: false, allowPositionals: true, tokens: true } as const;
	return parseArgs(config satisfies ParseArgsConfig).tokens;
}

function unknownOption(name: string, options: OptionTable): string {
	const names = Object.entries(options).flatMap(([long, { short }]) => [`--${long}`, ...(short ? [`-${short}`] : [])]);
	return `unknown option ${name}${name.startsWith('--') ? didYouMean(name, names) : ''}`;
}
