// Instances that have another text than their template. fleet copies the template when an instance is made, and never
// again.

import { templateName } from '../../../../core/src/fleet/unit-name.ts';
import type { Check, Finding } from './finding.ts';

/** Finds instances whose template has another text by now. */
export const templateDrift: Check = {
	id: 'template-drift',
	isPassing: false,
	find: ({ snapshot: { units } }) => {
		const byName = new Map(units.map((unit) => [unit.name, unit]));
		return units.flatMap(({ name, hash }): readonly Omit<Finding, 'check'>[] => {
			const template = byName.get(templateName(name) ?? '');
			if (template === undefined || template.hash === hash) return [];
			return [
				{
					severity: 'info',
					subject: name,
					sentence: `${name} has another text than ${template.name}: fleet copies a template only when an instance is made`,
					advice: 'roll the template out',
					repair: { kind: 'replace-text', name, hash, options: template.options },
				},
			];
		});
	},
};
