// A section header that no reader of the file knows.

import { sectionsOf } from '../catalogue/lookup.ts';
import { nearest } from '../catalogue/nearest.ts';
import { isSectionName } from '../catalogue/section-name.ts';
import type { Section } from '../syntax/tree.ts';
import { defineRule } from './rule.ts';
import type { LintContext } from './settings.ts';
import { replaceFix } from './support/edits.ts';
import { rightCase } from './support/section-case.ts';

/** A section that systemd does not know in any kind of unit. */
export const unknownSection = defineRule({
	id: 'unknown-section',
	group: 'names',
	severity: 'warning',
	mayBeError: true,
	since: '0.1.0',
	summary: 'A section that systemd does not know',
	why: 'systemd logs one line and skips the section with everything in it. A section whose name begins with `X-` is for other programs and stays silent, unless it looks like `[X-Fleet]`: fleet skips a misspelt one without a word, and the unit runs anywhere.',
	reference: 'systemd.syntax(7)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Serivce]
 ^^^^^^^ systemd knows no section [Serivce] and skips all of it; did you mean [Service]
ExecStart=/usr/bin/web
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
[X-Flet]
 ^^^^^^ fleet knows no section [X-Flet] and skips all of it; did you mean [X-Fleet]
Global=true
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
[X-Fleet]
Global=true
`,
			note: 'An error: without the section the unit is placed as if nothing were asked for.',
		},
		{ file: 'web.service', good: '[Service]\nExecStart=/usr/bin/web\n\n[X-Deploy]\nOwner=ops\n' },
	],
	check(unit, context) {
		for (const section of unit.sections) {
			if (isSectionName(section.name) || rightCase(section.name) !== undefined) continue;
			if (section.header.fault === 'unsafe-name') continue; // `malformed-header` reports it.
			const near = suggestion(section, context);
			if (section.name.startsWith('X-') && near !== 'X-Fleet') continue;
			const reader = near === 'X-Fleet' ? 'fleet' : 'systemd';
			const hint = near === undefined ? '' : `; did you mean [${near}]`;
			const message = `${reader} knows no section [${section.name}] and skips all of it${hint}`;
			context.report(section.header.name.span, message, {
				...(near === 'X-Fleet' && { severity: 'error' }),
				fixes: near === undefined ? [] : [replaceFix(section.header.name.span, near, 'safe', `Rename to [${near}]`)],
			});
		}
	},
});

function suggestion({ name }: Section, { file }: LintContext): string | undefined {
	return nearest(name.trim(), sectionsOf(file?.kind));
}
