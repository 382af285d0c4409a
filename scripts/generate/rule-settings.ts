// The rules → the schema of the setting `fleetUnits.rules` in package.json.
import type { Rule } from '../../core/src/index.ts';

/** JSON schema of the setting, with completion and a description for each rule. */
export function rulesSetting(rules: readonly Rule[]): Readonly<Record<string, unknown>> {
	const level = { enum: ['error', 'warning', 'info', 'hint', 'off'] };
	const properties = rules.map((rule) => [
		rule.id,
		{ ...level, description: `${rule.summary}. Usually: ${rule.severity}.`, default: rule.severity },
	]);
	return {
		type: 'object',
		scope: 'resource',
		default: {},
		markdownDescription:
			'Severity by rule, where it should differ from the rule’s own: `error`, `warning`, `info`, `hint` or `off`.',
		additionalProperties: false,
		properties: Object.fromEntries(properties),
	};
}
