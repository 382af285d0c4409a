// A known key in a section that does not read it.

import type { SectionName } from '../catalogue/section-name.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';
import type { Fix } from './problem.ts';
import { defineRule } from './rule.ts';
import { commentedHeaders } from './support/commented-header.ts';
import { moveToSection } from './support/edits.ts';
import { type Setting, settingsOf } from './support/settings-of.ts';

/** A directive that belongs to another section. */
export const misplacedDirective = defineRule({
	id: 'misplaced-directive',
	group: 'names',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A directive in a section that does not read it',
	why: 'systemd skips it there as if it were misspelt. A key of `[X-Fleet]` that stands elsewhere, often because the header was forgotten, is skipped by fleet too, and the unit runs anywhere.',
	reference: 'systemd.unit(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Unit]
Description=Web
ExecStart=/usr/bin/web
^^^^^^^^^ \`ExecStart\` has no effect in [Unit]; it belongs in [Service]

[Service]
Restart=always
`,
			fixed: `
[Unit]
Description=Web

[Service]
Restart=always
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'redis@.service',
			bad: `
[Service]
ExecStart=/usr/bin/redis-server

[Install]
MachineMetadata=disk=ssd
^^^^^^^^^^^^^^^ \`MachineMetadata\` has no effect in [Install]; it belongs in [X-Fleet]
`,
			fixed: `
[Service]
ExecStart=/usr/bin/redis-server

[Install]

[X-Fleet]
MachineMetadata=disk=ssd
`,
			note: 'An error: fleet accepts the unit and forgets the constraint.',
		},
		{
			file: 'web.service',
			bad: `
[Service]
OnCalendar=daily
^^^^^^^^^^ \`OnCalendar\` has no effect in [Service]; it belongs in [Timer] of another kind of unit
`,
		},
		{ file: 'web.service', good: '[Unit]\nConflicts=old-web.service\n\n[Service]\nExecStart=/usr/bin/web\n' },
	],
	check(unit, context) {
		// Told at the header that is commented out above them.
		const told = commentedHeaders(unit).flatMap(({ live }) => live);
		for (const setting of settingsOf(unit, context)) {
			const right = rightSections(setting);
			if (right === undefined || told.includes(setting.entry)) continue;
			const { entry, section } = setting;
			context.report(entry.key.span, misplacedMessage(entry.key.text, section, right), {
				...(right.here.includes('X-Fleet') && { severity: 'error' }),
				fixes: right.here.map((target) => moveFix(unit, entry, target, right.here.length === 1)),
			});
		}
	},
});

interface RightSections {
	readonly here: readonly SectionName[];
	readonly anywhere: readonly SectionName[];
}

/** Where a key belongs, if not here. fleet's old `X-…` names count as fleet's wherever they stand. */
function rightSections({ section, entry, key }: Setting): RightSections | undefined {
	if (section !== 'X-Fleet' && /^X-(?:ConditionMachine(?:ID|BootID|Of|Metadata)|Conflicts)$/.test(entry.key.text)) {
		return { here: ['X-Fleet'], anywhere: ['X-Fleet'] };
	}
	return key.kind === 'misplaced' ? key : undefined;
}

function misplacedMessage(key: string, section: SectionName, { here, anywhere }: RightSections): string {
	const places = (here.length > 0 ? here : anywhere).map((name) => `[${name}]`).join(' or ');
	return `\`${key}\` has no effect in [${section}]; it belongs in ${places}${here.length > 0 ? '' : ' of another kind of unit'}`;
}

function moveFix(unit: UnitFile, entry: Entry, target: SectionName, only: boolean): Fix {
	return { title: `Move to [${target}]`, kind: only ? 'safe' : 'unsafe', edits: moveToSection(unit, entry, target) };
}
