// A known section in a unit of a kind that does not read it.

import { sectionsOf } from '../catalogue/lookup.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import { defineRule } from './rule.ts';

/** A section of another kind of unit. */
export const misplacedSection = defineRule({
	id: 'misplaced-section',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A section that this kind of unit does not have',
	why: 'systemd reads only the sections of the kind that the file name tells, and skips the others with everything in them. A timer for a service is a file of its own.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'backup.service',
			bad: `
[Service]
ExecStart=/usr/bin/backup

[Timer]
 ^^^^^ systemd skips [Timer] in a .service file; put it into a .timer file
OnCalendar=daily
`,
		},
		{
			file: 'backup.timer',
			good: `
[Timer]
OnCalendar=daily
`,
		},
	],
	check(unit, { file, report }) {
		if (file?.kind === undefined) return;
		const allowed = sectionsOf(file.kind);
		for (const { name, header } of unit.sections) {
			if (!isSectionName(name) || allowed.includes(name)) continue;
			const where =
				name === 'BusName' ? 'systemd dropped it with release 235' : `put it into a .${name.toLowerCase()} file`;
			report(header.name.span, `systemd skips [${name}] in a .${file.kind} file; ${where}`);
		}
	},
});
