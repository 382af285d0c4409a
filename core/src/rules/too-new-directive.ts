// Settings that came after the target release.

import { sinceIn } from '../catalogue/lookup.ts';
import { defineRule } from './rule.ts';
import { settingsWith } from './support/settings-of.ts';

/** A directive that the target release does not know yet. */
export const tooNewDirective = defineRule({
	id: 'too-new-directive',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A directive that is newer than the target release',
	why: 'The systemd of the target machines skips it, with one line in the log: the unit runs without the setting.',
	reference: 'systemd.directives(7)',
	examples: [
		{
			file: 'web.service',
			release: 229,
			bad: `
[Service]
ExecStart=/usr/bin/web
ProtectSystem=full
DynamicUser=yes
^^^^^^^^^^^ systemd 229 does not know \`DynamicUser\`, which came with 232, and skips it
`,
		},
		{ file: 'web.service', release: 232, good: '[Service]\nExecStart=/usr/bin/web\nDynamicUser=yes\n' },
	],
	check(unit, context) {
		for (const { entry, key, section } of settingsWith(unit, context, 'known')) {
			const since = sinceIn(key.directive, section);
			if (section === 'X-Fleet' || since <= context.release) continue;
			const message = `systemd ${context.release} does not know \`${entry.key.text}\`, which came with ${since}, and skips it`;
			context.report(entry.key.span, message);
		}
	},
});
