// Errors of clusters in the words of the tree: what, why, what to do next.

import { isClusterError } from '../../../cluster/src/errors.ts';
import type { Failure } from '../cluster-view/view.ts';

/** An error as the tree tells of it. */
export function failureOf(error: unknown): Failure {
	if (!isClusterError(error))
		return { kind: 'protocol', message: error instanceof Error ? error.message : String(error) };
	const more = [error.details.advice ?? '', programText(error)].filter((text) => text !== '').join('\n\n');
	return { kind: error.kind, message: error.message, ...(more !== '' && { advice: more }) };
}

/** What a program said that failed, with its whole command and how it ended; empty where there was none. */
export function programText(error: unknown): string {
	const program = isClusterError(error) ? error.details.process : undefined;
	if (program === undefined) return '';
	const { argv, exitCode, stderr } = program;
	return `${argv.join(' ')} (exit code ${exitCode ?? 'none'}): ${stderr.trim()}`;
}

/** An error in one line, with what to do next. */
export function errorText(error: unknown): string {
	if (!isClusterError(error)) return error instanceof Error ? error.message : String(error);
	return error.details.advice === undefined ? error.message : `${error.message}; ${error.details.advice}`;
}
