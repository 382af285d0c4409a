// Runs the rules over one unit file: reports of all rules, less what suppressions and template marks silence.

import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { allRules } from './catalogue.ts';
import type { Problem, Severity } from './problem.ts';
import type { ReportDetails, Rule, RuleContext } from './rule.ts';
import type { LintContext } from './settings.ts';
import { applySuppressions } from './suppressions.ts';
import { outsideTemplateMarks } from './template-marks.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** All problems of a unit file, in the order they stand in it. */
export function lint(unit: UnitFile, context: LintContext): readonly Problem[] {
	const found = runRules(unit, context);
	const left = context.file?.generated ? outsideTemplateMarks(unit, found) : found;
	return applySuppressions(unit, left, (id) => levelOf(id, context)).sort(byPlace);
}

function runRules(unit: UnitFile, context: LintContext): readonly Problem[] {
	const problems: Problem[] = [];
	let running: Rule = unusedSuppression;
	// One context for all rules of a file: making one for each took longer than most rules do.
	const ruleContext: RuleContext = {
		...context,
		report: (span, message, details) => problems.push(toProblem(running, context, span, message, details)),
	};
	for (running of rulesToRun(context.rules)) running.check?.(unit, ruleContext);
	return problems;
}

const known = new WeakMap<LintContext['rules'], readonly Rule[]>();

/** The rules that are not off. Found once for all files that share their settings. */
function rulesToRun(levels: LintContext['rules']): readonly Rule[] {
	const found = known.get(levels) ?? allRules.filter(({ id }) => levels[id] !== 'off');
	known.set(levels, found);
	return found;
}

function toProblem(
	rule: Rule,
	context: LintContext,
	span: Span,
	message: string,
	{ severity = rule.severity, fixes = [], tags = [], related = [] }: ReportDetails = {},
): Problem {
	const set = context.rules[rule.id];
	const level = set === undefined || set === 'off' ? severity : set;
	return { rule: rule.id, severity: level, message, span, fixes, tags, related };
}

function levelOf(id: string, context: LintContext): Severity | 'off' | undefined {
	return context.rules[id] ?? allRules.find((rule) => rule.id === id)?.severity;
}

function byPlace(a: Problem, b: Problem): number {
	return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}
