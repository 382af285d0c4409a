// Brings the results of a run to the person or program that asked: which format, to which output.

import { painter } from './colour.ts';
import type { Io, Output } from './io.ts';
import type { LintedInput } from './lint-inputs.ts';
import type { LintOptions } from './lint-options.ts';
import { reportFixes } from './report-fixes.ts';
import { reportGithub } from './report-github.ts';
import { reportJson } from './report-json.ts';
import { reportSarif } from './report-sarif.ts';
import { reportText } from './report-text.ts';
import type { FileResult } from './result.ts';
import { complain } from './say.ts';
import { countOf, summaryOf } from './summary.ts';
import { encodeUnit } from './unit-text.ts';

/** Standard output holds the report or, where fixes are printed, only those; the report then goes to standard error. */
export function writeOutput(results: readonly LintedInput[], options: LintOptions, io: Io): void {
	const stdin = options.fix === 'apply' ? results.find(({ input }) => input.bytes !== undefined) : undefined;
	if (options.fix === 'show') reportFixes(results, io);
	if (stdin !== undefined) io.stdout.write(encodeUnit(stdin.text));
	const output = options.fix === 'show' || stdin !== undefined ? io.stderr : io.stdout;
	output.write(report(options.quiet ? results.map(onlyErrors) : results, options, output, io));
	const warnings = countOf('warning', results);
	if (warnings <= options.maxWarnings) return;
	complain(io, `too many warnings: ${warnings}, and --max-warnings is ${options.maxWarnings}`);
}

function onlyErrors(result: FileResult): FileResult {
	return { ...result, problems: result.problems.filter(({ severity }) => severity === 'error') };
}

function report(results: readonly FileResult[], options: LintOptions, output: Output, io: Io): string {
	switch (options.format) {
		case 'json':
			return reportJson(results);
		case 'sarif':
			return reportSarif(results, io.cwd);
		case 'github':
			return reportGithub(results);
		case 'text':
			return textReport(results, options, output, io.env);
	}
}

const widthOfFiles = 120;

function textReport(
	results: readonly FileResult[],
	{ quiet, fix }: LintOptions,
	output: Output,
	env: Io['env'],
): string {
	const width = output.isTTY === true ? (output.columns ?? widthOfFiles) : widthOfFiles;
	const problems = reportText(results, { paint: painter(output, env), width });
	if (results.length === 0 || (quiet && problems === '')) return problems;
	return `${problems}${problems === '' ? '' : '\n'}${summaryOf(results, fix)}\n`;
}
