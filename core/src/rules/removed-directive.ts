// Settings that the target release no longer knows.

import { defineRule } from './rule.ts';
import { removeItemFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** A directive that systemd knew once. */
export const removedDirective = defineRule({
	id: 'removed-directive',
	group: 'names',
	severity: 'warning',
	since: '0.1.0',
	summary: 'A directive that the target release no longer knows',
	why: 'systemd skips it like a misspelt key, with one line in the log.',
	reference: 'systemd.directives(7)',
	examples: [
		{
			file: 'web.socket',
			bad: `
[Socket]
ListenStream=80
TCPWrapName=web
^^^^^^^^^^^ systemd no longer knows \`TCPWrapName\` since release 212; remove it
`,
			fixed: `
[Socket]
ListenStream=80
`,
		},
		{ file: 'web.socket', release: 208, good: '[Socket]\nListenStream=80\nTCPWrapName=web\n' },
	],
	check(unit, context) {
		for (const { entry, key } of settingsWith(unit, context, 'known')) {
			const { removed, replacedBy } = key.directive;
			if (removed === undefined || removed > context.release) continue;
			const hint = replacedBy === undefined ? 'remove it' : `use \`${replacedBy}\``;
			context.report(
				entry.key.span,
				`systemd no longer knows \`${entry.key.text}\` since release ${removed}; ${hint}`,
				{
					tags: ['deprecated'],
					fixes: [removeItemFix(entry, 'unsafe', 'Remove the setting')],
				},
			);
		}
	},
});
