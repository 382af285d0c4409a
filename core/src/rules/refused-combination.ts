// Settings that systemd does not take together.

import { defineRule } from './rule.ts';
import { whereToTell } from './support/counting-settings.ts';
import { removeItemFix } from './support/edits.ts';
import { excludedBy, exclusions } from './support/exclusions.ts';
import { type UnitSetting, wholeUnit } from './support/whole-unit.ts';

/** Two settings of which a unit may have only one. */
export const refusedCombination = defineRule({
	id: 'refused-combination',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'Two settings of which a unit may have only one',
	why: 'systemd refuses a unit with such a pair: the two would need different things of the same process or socket. A socket with `Accept=yes`, for example, starts instances of the template of its own name, so it cannot name a `Service=`; a oneshot is over when its commands are, so it cannot wait for the control group to empty.',
	reference: 'systemd.service(5), systemd.socket(5), systemd.exec(5)',
	examples: [
		{
			file: 'web.socket',
			bad: `
[Socket]
ListenStream=80
Accept=yes
Service=web-worker.service
        ^^^^^^^^^^^^^^^^^^ systemd refuses a unit with both \`Service=web-worker.service\` and \`Accept=yes\`; remove one of them
`,
			fixed: `
[Socket]
ListenStream=80
Accept=yes
`,
		},
		{
			file: 'web.service',
			bad: `
[Service]
Type=oneshot
ExitType=cgroup
         ^^^^^^ systemd refuses a unit with both \`ExitType=cgroup\` and \`Type=oneshot\`; remove one of them
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
Type=oneshot
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'login.service',
			bad: `
[Service]
ExecStart=/usr/bin/login
PAMName=login
KillMode=process
         ^^^^^^^ systemd refuses a unit with both \`KillMode=process\` and \`PAMName=login\`; remove one of them
`,
			fixed: `
[Service]
ExecStart=/usr/bin/login
PAMName=login
`,
		},
		{
			file: 'web.socket',
			good: `
[Socket]
ListenStream=80
Service=web-worker.service
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnit(unit, context);
		if (whole === undefined) return;
		for (const exclusion of exclusions) {
			const pair = excludedBy(exclusion, whole);
			const place = pair && whereToTell(whole, pair);
			if (pair === undefined || place === undefined) continue;
			const [first, second] = pair;
			const other = place === first ? second : first;
			const message = `systemd refuses a unit with both \`${written(first)}\` and \`${written(second)}\`; remove one of them`;
			context.report(place.entry.value.span, message, {
				related: other.here ? [{ span: other.entry.value.span, message: 'the other one' }] : [],
				fixes: [removeItemFix(place.entry, 'unsafe', `Remove \`${written(place)}\``)],
			});
		}
	},
});

function written({ entry }: UnitSetting): string {
	return `${entry.key.text}=${entry.value.text}`;
}
