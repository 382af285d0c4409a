// Names in the wrong case. systemd and fleet compare names letter by letter.

import type { Entry, Section } from '../syntax/tree.ts';
import { defineRule, type RuleContext } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { rightCase } from './support/section-case.ts';
import { settingsWith } from './support/settings-of.ts';

/** A section or key that differs from a known one only in case. */
export const miscasedName = defineRule({
	id: 'miscased-name',
	group: 'names',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A section or key in the wrong case',
	why: 'Names are case-sensitive: to systemd `[service]` is an unknown section and `execstart` an unknown key, and it skips them. fleet skips `[X-fleet]` in silence, so the unit runs anywhere.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[unit]
 ^^^^ sections are case-sensitive: systemd skips [unit]; write [Unit]
Description=Web

[Service]
execstart=/usr/bin/web
^^^^^^^^^ keys are case-sensitive: systemd skips \`execstart\`; write \`ExecStart\`
`,
			fixed: `
[Unit]
Description=Web

[Service]
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			bad: `
[X-fleet]
 ^^^^^^^ sections are case-sensitive: fleet skips [X-fleet]; write [X-Fleet]
Global=true
`,
			fixed: `
[X-Fleet]
Global=true
`,
			note: 'An error: fleet accepts the unit and forgets the constraint.',
		},
		{ file: 'web.service', good: '[Unit]\nDescription=Web\n\n[Service]\nExecStart=/usr/bin/web\n' },
	],
	check(unit, context) {
		for (const section of unit.sections) checkSection(section, context);
		for (const { entry, section, key } of settingsWith(unit, context, 'miscased')) {
			reportKey(entry, key.key, section === 'X-Fleet', context);
		}
	},
});

function checkSection({ name, header }: Section, { report }: RuleContext): void {
	const right = rightCase(name);
	if (right === undefined || right === 'BusName') return;
	const fleet = right === 'X-Fleet';
	const cause = name.trim() === right ? 'blanks in brackets are part of the name' : 'sections are case-sensitive';
	report(header.name.span, `${cause}: ${fleet ? 'fleet' : 'systemd'} skips [${name}]; write [${right}]`, {
		...(fleet && { severity: 'error' }),
		fixes: [replaceFix(header.name.span, right, 'safe', `Change to [${right}]`)],
	});
}

function reportKey({ key }: Entry, right: string, fleet: boolean, { report }: RuleContext): void {
	report(
		key.span,
		`keys are case-sensitive: ${fleet ? 'fleet' : 'systemd'} skips \`${key.text}\`; write \`${right}\``,
		{
			...(fleet && { severity: 'error' }),
			fixes: [replaceFix(key.span, right, 'safe', `Change to \`${right}\``)],
		},
	);
}
