// A key that no section knows, in a section that is read.

import type { SectionName } from '../catalogue/section-name.ts';
import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** A directive that systemd, or fleet in its own section, does not know. */
export const unknownDirective = defineRule({
	id: 'unknown-directive',
	group: 'names',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A directive that its section does not know',
	why: 'systemd logs one line and skips the setting, so it silently has no effect. fleet does not even log it: a misspelt key in `[X-Fleet]` means no constraint, and the unit runs anywhere.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStrat=/usr/bin/web
^^^^^^^^^ [Service] has no directive \`ExecStrat\`, and systemd skips it; did you mean \`ExecStart\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
[X-Fleet]
MachineMetdata=role=web
^^^^^^^^^^^^^^ [X-Fleet] has no directive \`MachineMetdata\`, and fleet skips it; did you mean \`MachineMetadata\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
[X-Fleet]
MachineMetadata=role=web
`,
			note: 'An error: fleet accepts the unit and forgets the constraint.',
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
X-Owner=ops
`,
			note: 'Keys that begin with `X-` are for other programs.',
		},
	],
	check(unit, context) {
		for (const { entry, section, key } of settingsWith(unit, context, 'unknown')) {
			const { near } = key;
			context.report(entry.key.span, unknownMessage(section, entry.key.text, near), {
				...(section === 'X-Fleet' && { severity: 'error' }),
				fixes: near === undefined ? [] : [replaceFix(entry.key.span, near, 'safe', `Change to \`${near}\``)],
			});
		}
	},
});

function unknownMessage(section: SectionName, key: string, near: string | undefined): string {
	const reader = section === 'X-Fleet' ? 'fleet' : 'systemd';
	const hint = near === undefined ? '' : `; did you mean \`${near}\``;
	return `[${section}] has no directive \`${key}\`, and ${reader} skips it${hint}`;
}
