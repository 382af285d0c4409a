// Runs the rules over one unit file: reports of all rules, less what suppressions and template marks silence.

import type { UnitFile } from '../syntax/tree.ts';
import { allRules } from './catalogue.ts';
import type { Problem, Severity } from './problem.ts';
import type { Rule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { applySuppressions } from './suppressions.ts';
import { outsideTemplateMarks } from './template-marks.ts';

/** All problems of a unit file, in the order they stand in it. */
export function lint(unit: UnitFile, context: LintContext): readonly Problem[] {
	const found = allRules.flatMap((rule) => runRule(rule, unit, context));
	const left = context.file?.generated ? outsideTemplateMarks(unit, found) : found;
	return applySuppressions(unit, left, (id) => levelOf(id, context)).sort(byPlace);
}

function runRule(rule: Rule, unit: UnitFile, context: LintContext): readonly Problem[] {
	const level = context.rules[rule.id];
	if (level === 'off' || rule.check === undefined) return [];
	const problems: Problem[] = [];
	rule.check(unit, {
		...context,
		report: (span, message, { severity = rule.severity, fixes = [], tags = [], related = [] } = {}) => {
			problems.push({ rule: rule.id, severity: level ?? severity, message, span, fixes, tags, related });
		},
	});
	return problems;
}

function levelOf(id: string, context: LintContext): Severity | 'off' | undefined {
	return context.rules[id] ?? allRules.find((rule) => rule.id === id)?.severity;
}

function byPlace(a: Problem, b: Problem): number {
	return a.span.start - b.span.start || a.span.end - b.span.end || (a.rule < b.rule ? -1 : 1);
}
