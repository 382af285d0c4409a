// The shape of a command, and its help text.

import type { OptionTable } from './arguments.ts';
import type { Io } from './io.ts';

/** A command as its file declares it. */
export interface Command {
	readonly name: string;
	/** What it does, in a phrase. */
	readonly summary: string;
	/** What stands after the command's name. */
	readonly usage: string;
	readonly options: OptionTable;
	/** Paragraphs at the end of the help. */
	readonly notes: readonly string[];
	/** Whether it has commands of its own, and so answers `--help` and `--version` itself. */
	readonly hasCommands?: boolean;
	/** Gives the exit code; some hand on that of a program on another machine. */
	readonly run: (argv: readonly string[], io: Io) => Promise<number>;
}

/** Every command has these. */
export const commonOptions = {
	help: { type: 'boolean', short: 'h', help: 'print this help' },
	version: { type: 'boolean', help: 'print the version' },
} as const satisfies OptionTable;

/** The help of one command. */
export function helpOf({ name, summary, usage, options, notes }: Command): string {
	const all: OptionTable = { ...options, ...commonOptions };
	const rows = Object.entries(all).map(([long, { short, value, help }]) => {
		const names = `${short ? `-${short}, ` : ''}--${long}${value ? ` ${value}` : ''}`;
		return `  ${names.padEnd(26)}  ${help}`;
	});
	const parts = [`fleet-units ${name}: ${summary}`, `usage: fleet-units ${name} ${usage}`, rows.join('\n'), ...notes];
	return `${parts.join('\n\n')}\n`;
}
