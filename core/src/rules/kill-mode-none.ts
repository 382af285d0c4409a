// Units whose processes nobody ends.

import { defineRule } from './rule.ts';
import { replaceFix } from './support/edits.ts';
import { settingsWith } from './support/settings-of.ts';

/** `KillMode=none`. */
export const killModeNone = defineRule({
	id: 'kill-mode-none',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: '`KillMode=none`, which leaves processes behind',
	why: 'After the stop commands, systemd ends what is left of a unit. With `KillMode=none` it does not: leftovers go on running unseen, and the next start finds them beside it. systemd warns since 246 and means to drop the mode. `mixed` signals the main process alone and kills the rest at the end; `process` spares the rest for good.',
	reference: 'systemd.kill(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
ExecStart=/usr/bin/web
ExecStop=/usr/bin/web --stop
KillMode=none
         ^^^^ what runs on after a stop is not ended, and systemd loses sight of it; use \`mixed\` or \`control-group\`
`,
			fixed: `
[Service]
ExecStart=/usr/bin/web
ExecStop=/usr/bin/web --stop
KillMode=mixed
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
ExecStart=/usr/bin/web
ExecStop=/usr/bin/web --stop
KillMode=mixed
`,
		},
	],
	check(unit, context) {
		if (!unit.text.includes('KillMode')) return;
		const instead = context.release < mixedSince ? 'control-group' : 'mixed';
		for (const { entry } of settingsWith(unit, context, 'known')) {
			if (entry.key.text !== 'KillMode' || entry.value.text !== 'none') continue;
			context.report(
				entry.value.span,
				'what runs on after a stop is not ended, and systemd loses sight of it; use `mixed` or `control-group`',
				{
					severity: context.release < warnsSince ? 'info' : 'warning',
					fixes: [replaceFix(entry.value.span, instead, 'unsafe', `Use \`${instead}\``)],
				},
			);
		}
	},
});

/** First release that knows the mode to use instead. */
const mixedSince = 209;
/** First release that warns of it. */
const warnsSince = 246;
