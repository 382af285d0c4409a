// What the program's exit code tells a script. Nothing else in the program knows these numbers.

/** `ok`: no errors. `problems`: errors, or more warnings than allowed. `failure`: the run itself is not to be trusted. */
export const exitCodes = { ok: 0, problems: 1, failure: 2 } as const;

/** One of the codes that a run can end with. */
export type ExitCode = (typeof exitCodes)[keyof typeof exitCodes];

/** What a run of `lint` came to. */
export interface Outcome {
	/** Something asked for could not be linted. */
	readonly failed: boolean;
	readonly errors: number;
	readonly warnings: number;
	readonly maxWarnings: number;
}

/** The exit code of a run; a failure outweighs problems, because the list of problems may be incomplete then. */
export function exitCodeOf({ failed, errors, warnings, maxWarnings }: Outcome): ExitCode {
	if (failed) return exitCodes.failure;
	return errors > 0 || warnings > maxWarnings ? exitCodes.problems : exitCodes.ok;
}
