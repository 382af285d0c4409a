// Settings that the target release accepts and does nothing with.

import { defineRule } from './rule.ts';
import { removeItemFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** A directive without effect in the target release. */
export const ignoredDirective = defineRule({
	id: 'ignored-directive',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A directive that the target release ignores',
	why: 'systemd still accepts the key and does nothing: a limit that the file seems to set is not there.',
	reference: 'systemd.resource-control(5)',
	examples: [
		{
			file: 'web.service',
			release: 262,
			bad: `
[Service]
ExecStart=/usr/bin/web
MemoryLimit=1G
^^^^^^^^^^^ \`MemoryLimit\` has no effect since systemd 258; use \`MemoryMax\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
`,
			note: 'The values of old and new may differ, so no fix renames the key.',
		},
		{ file: 'web.service', release: 252, good: '[Service]\nExecStart=/usr/bin/web\nMemoryMax=1G\n' },
	],
	check(unit, context) {
		for (const { entry, key } of settingsWith(unit, context, 'known')) {
			const { ignored, replacedBy } = key.directive;
			if (ignored === undefined || ignored > context.release) continue;
			const hint = replacedBy === undefined ? 'remove it' : `use \`${replacedBy}\``;
			context.report(entry.key.span, `\`${entry.key.text}\` has no effect since systemd ${ignored}; ${hint}`, {
				tags: ['unnecessary'],
				fixes: [removeItemFix(entry, 'unsafe', 'Remove the setting')],
			});
		}
	},
});
