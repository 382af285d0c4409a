// A service that is started when its D-Bus name is there, and says no name.

import { defineRule } from './rule.ts';
import { settingOf } from './support/counting-settings.ts';
import { wholeUnitOf } from './support/whole-unit.ts';

/** `Type=dbus` without `BusName=`. */
export const missingBusName = defineRule({
	id: 'missing-bus-name',
	group: 'units',
	severity: 'error',
	since: '0.1.0',
	summary: 'A `Type=dbus` service that says no `BusName=`',
	why: 'A `Type=dbus` service counts as started once it has claimed its name on the bus. systemd refuses one that does not say which name that is. With `BusName=`, the type is `dbus` without a line of its own.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Type=dbus
     ^^^^ a \`Type=dbus\` service needs \`BusName=\`, and systemd refuses it; say which name it claims
ExecStart=/usr/bin/web
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=dbus
BusName=org.example.Web
ExecStart=/usr/bin/web
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('service', unit, context);
		if (whole === undefined) return;
		const type = settingOf(whole, 'Type');
		if (!type?.here || type.entry.value.text !== 'dbus' || settingOf(whole, 'BusName') !== undefined) return;
		context.report(
			type.entry.value.span,
			'a `Type=dbus` service needs `BusName=`, and systemd refuses it; say which name it claims',
		);
	},
});
