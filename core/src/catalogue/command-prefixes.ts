// The prefixes of commands in Exec*= ("Command lines" in systemd.service(5)).

/** What a prefix does, and which releases read it. */
export interface CommandPrefixFacts {
	/** A phrase. */
	readonly meaning: string;
	readonly since: number;
	/** First release that takes it and does nothing. */
	readonly ignored?: number;
}

/** By the prefix; `!!` is one of its own. */
export const commandPrefixes: Readonly<Record<string, CommandPrefixFacts>> = {
	'-': { meaning: 'a failure counts as success', since: 183 },
	'@': { meaning: 'the second word is the name that the program sees', since: 183 },
	':': { meaning: 'variables are not replaced', since: 242 },
	'+': { meaning: 'runs with full privileges, whatever User and sandboxing say', since: 231 },
	'!': { meaning: 'runs with the privileges of root, but in the sandbox', since: 235 },
	'!!': { meaning: 'like `!`, on kernels without ambient capabilities', since: 235, ignored: 258 },
	'|': { meaning: 'the shell of the user runs the command', since: 258 },
};
