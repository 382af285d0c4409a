// Our texts for the prefixes of a command in `Exec…=`. Since when each is known stands in ../command-prefixes.ts.

/** What each prefix does, in whole sentences. */
export const commandPrefixTexts: Readonly<Record<string, string>> = {
	'-': 'A failure counts as success: whatever status or signal the command ends with, the unit goes on. Right for clean-up that may find nothing to do.',
	'@': 'The word after the program becomes its name, `argv[0]`; arguments begin with the word after that.',
	':': 'Variables are left alone: `$NAME` reaches the program as it is written. Specifiers such as `%i` are still filled in.',
	'+': 'Runs with full privileges, untouched by `User=`, `CapabilityBoundingSet=` and the sandbox. What binds the whole control group, `MemoryMax=` say, still holds.',
	'!': 'Runs without the change to `User=` and `Group=`, in an otherwise complete sandbox; the program is expected to give up its rights by itself.',
	'!!': 'Like a single `!`, but only where the kernel lacks ambient capabilities; elsewhere the user is changed as usual.',
	'|': 'The shell of `User=` runs the line, so that its syntax works; with `@` as a login shell. Which shell that is depends on the account.',
};
