// Problems as SARIF 2.1.0, the format that code hosts and analysis viewers read. Lines and columns count from 1 there.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { allRules, type Fix, type Problem, type Rule, type Severity, type Span } from '../../core/src/index.ts';
import { packageVersion, rulePage } from './package-folder.ts';
import { type TextLines, textLines } from './positions.ts';
import { toJson } from './report-json.ts';
import { type FileResult, isFixable } from './result.ts';

/** The whole report, with a line end. Files below `cwd` are named relative to it. */
export function reportSarif(results: readonly FileResult[], cwd: string): string {
	const tool = { driver: { name: 'fleet-units', version: packageVersion(), rules: allRules.map(describeRule) } };
	const run = { tool, columnKind: 'utf16CodeUnits', results: results.flatMap((file) => resultsOf(file, cwd)) };
	return toJson({ $schema: 'https://json.schemastore.org/sarif-2.1.0.json', version: '2.1.0', runs: [run] });
}

const levels: Readonly<Record<Severity, string>> = { error: 'error', warning: 'warning', info: 'note', hint: 'note' };

function describeRule({ id, severity, summary, why }: Rule) {
	return {
		id,
		shortDescription: { text: summary },
		fullDescription: { text: why, markdown: why },
		helpUri: rulePage(id),
		defaultConfiguration: { level: levels[severity] },
	};
}

function resultsOf({ absolute, text, problems }: FileResult, cwd: string) {
	const artifactLocation = { uri: uriOf(absolute, cwd) };
	const lines = textLines(text);
	return problems.map((problem) => ({
		ruleId: problem.rule,
		ruleIndex: allRules.findIndex(({ id }) => id === problem.rule),
		level: levels[problem.severity],
		message: { text: problem.message },
		locations: [{ physicalLocation: { artifactLocation, region: regionOf(problem.span, lines) } }],
		...(isFixable(problem) && { fixes: fixesOf(problem, artifactLocation, lines) }),
	}));
}

function fixesOf({ fixes }: Problem, artifactLocation: { readonly uri: string }, lines: TextLines) {
	return fixes
		.filter(({ kind }) => kind === 'safe')
		.map(({ title, edits }) => ({
			description: { text: title },
			artifactChanges: [{ artifactLocation, replacements: edits.map((edit) => replacementOf(edit, lines)) }],
		}));
}

function replacementOf({ span, text }: Fix['edits'][number], lines: TextLines) {
	return { deletedRegion: regionOf(span, lines), ...(text !== '' && { insertedContent: { text } }) };
}

function regionOf(span: Span, lines: TextLines) {
	const { start, end } = lines.range(span);
	return {
		startLine: start.line + 1,
		startColumn: start.character + 1,
		endLine: end.line + 1,
		endColumn: end.character + 1,
	};
}

function uriOf(absolute: string, cwd: string): string {
	const relative = path.relative(cwd, absolute);
	if (relative.startsWith('..') || path.isAbsolute(relative)) return pathToFileURL(absolute).href;
	return relative.split(path.sep).map(encodeURIComponent).join('/');
}
