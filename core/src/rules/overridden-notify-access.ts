// `NotifyAccess=none` in a service that cannot do without notices.

import { readTimeSpan } from '../values/time-span.ts';
import { defineRule } from './rule.ts';
import { settingOf, settingValue } from './support/counting-settings.ts';
import { removeItemFix } from './support/edits.ts';
import { type WholeUnit, wholeUnitOf } from './support/whole-unit.ts';

/** `NotifyAccess=none` beside `Type=notify` or `WatchdogSec=`. */
export const overriddenNotifyAccess = defineRule({
	id: 'overridden-notify-access',
	group: 'units',
	severity: 'warning',
	since: '0.1.0',
	summary: '`NotifyAccess=none` in a service that has to send notices',
	why: 'A `Type=notify` service tells systemd when it is ready, and one with `WatchdogSec=` that it is alive. systemd therefore takes `NotifyAccess=none` for `main` in them. What no process may send, they cannot wait for.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Type=notify
NotifyAccess=none
             ^^^^ this has no effect beside \`Type=notify\`: systemd takes it for \`main\`; remove the line, or choose another type
ExecStart=/usr/bin/web
`,
			fixed: `
[Service]
Type=notify
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=notify
NotifyAccess=all
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('service', unit, context);
		if (whole === undefined) return;
		const access = settingOf(whole, 'NotifyAccess');
		if (!access?.here || access.entry.value.text !== 'none') return;
		const reason = whatNotifies(whole);
		if (reason === undefined) return;
		context.report(
			access.entry.value.span,
			`this has no effect beside \`${reason}\`: systemd takes it for \`main\`; remove the line, or choose another type`,
			{ fixes: [removeItemFix(access.entry, 'safe', 'Remove the line')], tags: ['unnecessary'] },
		);
	},
});

/** What makes systemd listen, such as `Type=notify`. */
function whatNotifies(whole: WholeUnit): string | undefined {
	const type = settingValue(whole, 'Type');
	if (type === 'notify' || type === 'notify-reload') return `Type=${type}`;
	const watchdog = readTimeSpan(settingValue(whole, 'WatchdogSec') ?? '0');
	return watchdog === 0 ? undefined : 'WatchdogSec=';
}
