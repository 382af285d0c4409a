// A unit that conflicts with nothing but itself.

import { isGlob } from '../fleet/glob.ts';
import type { Item, UnitFile } from '../syntax/tree.ts';
import { defineRule, type ReportDetails } from './rule.ts';
import type { LintContext } from './settings.ts';
import { removeItemFix, replaceFix } from './support/edits.ts';
import { type FleetGlob, globsOf } from './support/fleet-globs.ts';
import { exampleName } from './support/fleet-settings.ts';

/** `Conflicts=` with the unit's own name, which fleet passes over. */
export const fleetSelfConflict = defineRule({
	id: 'fleet-self-conflict',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A unit that conflicts with itself only',
	why: 'fleet leaves the unit itself out when it looks for conflicts, and runs no unit twice on a machine anyway. To keep the instances of a template apart, the glob must match all of them.',
	reference: 'fleet v1.0.0 agent.HasConflict',
	examples: [
		{
			file: 'web@.service',
			bad: `
[X-Fleet]
Conflicts=web@%i.service
          ^^^^^^^^^^^^^^ this matches the unit itself only, so instances share machines; to keep them apart, write \`web@*.service\`
`,
			fixed: `
[X-Fleet]
Conflicts=web@*.service
`,
		},
		{
			file: 'web.service',
			bad: `
[X-Fleet]
Conflicts=web.service
          ^^^^^^^^^^^ this has no effect: no unit conflicts with itself, and fleet runs none twice on a machine
MachineMetadata=role=web
`,
			fixed: `
[X-Fleet]
MachineMetadata=role=web
`,
			note: 'A hint only.',
		},
		{ file: 'web@.service', good: '[X-Fleet]\nConflicts=web@*.service\n' },
	],
	check(unit, context) {
		const name = exampleName(context);
		if (name === undefined) return;
		for (const glob of globsOf(unit, context)) {
			const { text, expanded, span } = glob.item;
			if (expanded !== name || isGlob(text)) continue;
			context.report(span, ...(context.file?.instance === undefined ? useless(unit, glob) : ownOnly(glob, context)));
		}
	},
});

type Report = readonly [message: string, details: ReportDetails];

function ownOnly({ item: { text, span } }: FleetGlob, { file }: LintContext): Report {
	const prefix = text.startsWith('%p@') ? '%p' : (file?.prefix ?? '');
	const glob = `${prefix}@*.${file?.kind ?? 'service'}`;
	const message = `this matches the unit itself only, so instances share machines; to keep them apart, write \`${glob}\``;
	return [message, { fixes: [replaceFix(span, glob, 'safe', `Change to \`${glob}\``)] }];
}

function useless(unit: UnitFile, { item, setting }: FleetGlob): Report {
	const { nameSpan } = setting.option;
	const holds = ({ span }: Item) => span.start <= nameSpan.start && nameSpan.start < span.end;
	const line = item.text === setting.option.value ? unit.items.find(holds) : undefined;
	const fixes = line === undefined ? [] : [removeItemFix(line, 'unsafe', 'Remove this setting')];
	const verb = setting.key === 'Replaces' ? 'replaces' : 'conflicts with';
	const message = `this has no effect: no unit ${verb} itself, and fleet runs none twice on a machine`;
	return [message, { severity: 'hint', tags: ['unnecessary'], fixes }];
}
