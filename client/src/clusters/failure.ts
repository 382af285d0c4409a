// Errors of clusters in the words of the tree: what, why, what to do next.

import { isClusterError } from '../../../cluster/src/errors.ts';
import type { Failure } from '../cluster-view/view.ts';

/** An error as the tree tells of it. */
export function failureOf(error: unknown): Failure {
	if (!isClusterError(error))
		return { kind: 'protocol', message: error instanceof Error ? error.message : String(error) };
	const { advice, process } = error.details;
	const said =
		process && `${process.argv.join(' ')} (exit code ${process.exitCode ?? 'none'}): ${process.stderr.trim()}`;
	const more = [advice, said].filter((text) => text !== undefined && text !== '').join('\n\n');
	return { kind: error.kind, message: error.message, ...(more !== '' && { advice: more }) };
}

/** An error in one line, with what to do next. */
export function errorText(error: unknown): string {
	if (!isClusterError(error)) return error instanceof Error ? error.message : String(error);
	return error.details.advice === undefined ? error.message : `${error.message}; ${error.details.advice}`;
}
