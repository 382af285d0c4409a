// Settings for a run that is asked for errors only: rules that tell of none are not run at all.

import { allRules } from './catalogue.ts';
import type { Rule } from './rule.ts';
import type { LintSettings } from './settings.ts';
import { unusedSuppression } from './unused-suppression.ts';

/** The settings with every rule off that reports no errors under them; the errors that are found are the same. */
export function errorsOnly(settings: LintSettings): LintSettings {
	const { rules } = settings;
	// Whether a comment silences something is only known once all rules have run.
	if (rules[unusedSuppression.id] === 'error') return settings;
	const spared = allRules.filter((rule: Rule) => !mayReportErrors(rule, rules));
	return { ...settings, rules: { ...rules, ...Object.fromEntries(spared.map(({ id }) => [id, 'off'] as const)) } };
}

/** What is set for a rule outweighs what it says itself. */
function mayReportErrors({ id, severity, mayBeError }: Rule, rules: LintSettings['rules']): boolean {
	const set = rules[id];
	return set === undefined ? severity === 'error' || mayBeError === true : set === 'error';
}
