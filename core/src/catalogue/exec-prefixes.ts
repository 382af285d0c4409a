// The prefixes of a command in `Exec…=` ("Command lines" in systemd.service(5)), each with a sentence of ours. How they
// are read from a value is the business of syntax/command-line.ts.

/** What may stand before the program. */
export interface ExecPrefix {
	readonly prefix: string;
	/** First release that knows it. Absent: as old as the tables. */
	readonly since?: number;
	/** What it does, in whole sentences. */
	readonly does: string;
}

/** All prefixes. They may be combined in any order, but `+` with no `!`. */
export const execPrefixes: readonly ExecPrefix[] = [
	{
		prefix: '-',
		does: 'A failure counts as success: whatever status or signal the command ends with, the unit goes on. Right for clean-up that may find nothing to do.',
	},
	{
		prefix: '@',
		does: 'The word after the program becomes its name, `argv[0]`; arguments begin with the word after that.',
	},
	{
		prefix: ':',
		since: 242,
		does: 'Variables are left alone: `$NAME` reaches the program as it is written. Specifiers such as `%i` are still filled in.',
	},
	{
		prefix: '+',
		since: 231,
		does: 'Runs with full privileges, untouched by `User=`, `CapabilityBoundingSet=` and the sandbox. What binds the whole control group, `MemoryMax=` say, still holds.',
	},
	{
		prefix: '!',
		since: 235,
		does: 'Runs without the change to `User=` and `Group=`, in an otherwise complete sandbox; the program is expected to give up its rights by itself.',
	},
	{
		prefix: '!!',
		since: 235,
		does: 'Like a single `!`, but only where the kernel lacks ambient capabilities. From 258 on it is taken and ignored.',
	},
	{
		prefix: '|',
		since: 258,
		does: 'The shell of `User=` runs the line, so that its syntax works; with `@` as a login shell. Which shell that is depends on the account.',
	},
];
