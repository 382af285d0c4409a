// JSON on standard output, for programs.

import type { Io } from '../io.ts';

/** Prints a value as JSON, indented, as the other commands do. */
export function printJson({ stdout }: Pick<Io, 'stdout'>, value: unknown): void {
	stdout.write(`${JSON.stringify(value, undefined, 2)}\n`);
}
