// Problems as workflow commands: printed inside a GitHub workflow, they become notes on the changed lines.

import type { Problem, Severity } from '../../core/src/index.ts';
import { type TextLines, textLines } from './positions.ts';
import type { FileResult } from './result.ts';
import { visible } from './visible.ts';

/** One command a line; empty if there are no problems. */
export function reportGithub(results: readonly FileResult[]): string {
	return results
		.flatMap(({ path, text, problems }) => {
			const lines = textLines(text);
			return problems.map((problem) => `${command(path, problem, lines)}\n`);
		})
		.join('');
}

const levels: Readonly<Record<Severity, string>> = {
	error: 'error',
	warning: 'warning',
	info: 'notice',
	hint: 'notice',
};

function command(file: string, { rule, severity, message, span }: Problem, lines: TextLines): string {
	const { start, end } = lines.range(span);
	const properties = {
		file: file.replaceAll('\\', '/'),
		line: start.line + 1,
		col: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
		title: rule,
	};
	const list = Object.entries(properties).map(([name, value]) => `${name}=${escapeProperty(String(value))}`);
	return `::${levels[severity]} ${list.join(',')}::${escapeData(visible(message))}`;
}

// The runner undoes exactly these (“Workflow commands for GitHub Actions”); a line end would begin a new command.
function escapeData(text: string): string {
	return text.replaceAll('%', '%25').replaceAll('\r', '%0D').replaceAll('\n', '%0A');
}

function escapeProperty(text: string): string {
	return escapeData(text).replaceAll(':', '%3A').replaceAll(',', '%2C');
}
