// An [X-Fleet] section with nothing in it.

import type { Item } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';

/** The header is there, and no constraint below it. */
export const fleetEmptySection = defineRule({
	id: 'fleet-empty-section',
	group: 'fleet',
	severity: 'warning',
	since: '0.1.0',
	summary: 'An [X-Fleet] section without settings',
	why: 'fleet needs no section to run a unit. An empty one promises a constraint that is not there: the unit may run on any machine. Often the settings below it were commented out.',
	reference: 'fleet v1.0.0 job.Job',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
 ^^^^^^^ this section is empty, and the unit may run on any machine; write down where it is to run, or remove the header
# Conflicts=web@*.service
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web

[X-Fleet]
MachineMetadata=role=web
`,
		},
	],
	check(unit, { file, report }) {
		const sections = unit.sections.filter(({ name }) => name === 'X-Fleet');
		const [first] = sections;
		if (first === undefined || file?.dropIn || sections.some(({ items }) => items.some(hasText))) return;
		report(
			first.header.name.span,
			'this section is empty, and the unit may run on any machine; write down where it is to run, or remove the header',
		);
	},
});

function hasText({ kind }: Item): boolean {
	return kind !== 'blank' && kind !== 'comment';
}
