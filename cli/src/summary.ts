// The last line of a report for people: how many problems of which severity, in how many files, and what --fix does.

import { type Severity, severities } from '../../core/src/index.ts';
import type { LintOptions } from './lint-options.ts';
import { type FileResult, isFixable } from './result.ts';

/** Such as `3 errors, 1 warning in 2 of 12 files; 2 can be fixed with --fix`. */
export function summaryOf(results: readonly FileResult[], fix: LintOptions['fix']): string {
	const problems = results.flatMap((result) => result.problems);
	const bad = results.filter((result) => result.problems.length > 0).length;
	const counts = severities
		.map((severity) => ({ severity, count: problems.filter((problem) => problem.severity === severity).length }))
		.filter(({ count }) => count > 0)
		.map(({ severity, count }) => counted(count, severity));
	const where =
		bad === 0 || results.length === 1 ? counted(results.length, 'file') : `${bad} of ${results.length} files`;
	return `${counts.join(', ') || 'no problems'} in ${where}${fixedPart(results, fix)}${fixablePart(results)}`;
}

/** How many problems of a severity there are. */
export function countOf(severity: Severity, results: readonly FileResult[]): number {
	return results.reduce(
		(sum, { problems }) => sum + problems.filter((problem) => problem.severity === severity).length,
		0,
	);
}

function fixedPart(results: readonly FileResult[], fix: LintOptions['fix']): string {
	const fixed = results.reduce((sum, result) => sum + result.fixed, 0);
	if (fixed === 0) return '';
	return fix === 'show' ? `; ${fixed} would be fixed` : `; ${fixed} fixed`;
}

function fixablePart(results: readonly FileResult[]): string {
	const fixable = results.flatMap(({ problems }) => problems.filter(isFixable)).length;
	return fixable === 0 ? '' : `; ${fixable} can be fixed with --fix`;
}

function counted(count: number, noun: string): string {
	return `${count} ${noun}${count === 1 ? '' : 's'}`;
}
