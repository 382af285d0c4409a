// A daemon that goes into the background and leaves systemd to guess which process it is.

import { readBoolean } from '../values/boolean.ts';
import { defineRule } from './rule.ts';
import { isOn, settingOf, settingValue } from './support/counting-settings.ts';
import { wholeUnitOf } from './support/whole-unit.ts';

/** `Type=forking` without `PIDFile=`. */
export const missingPidFile = defineRule({
	id: 'missing-pid-file',
	group: 'units',
	severity: 'hint',
	since: '0.1.0',
	summary: 'A `Type=forking` service without `PIDFile=`',
	why: 'When the first process of a `Type=forking` service has ended, systemd looks for the daemon among those that are left. With several it may take the wrong one, and then restarts, reloads and stops go by that. A `PIDFile=` tells; better still, a program that can stay in the foreground needs none of this.',
	reference: 'systemd.service(5)',
	examples: [
		{
			file: 'web.service',
			bad: `
[Service]
Type=forking
     ^^^^^^^ without \`PIDFile=\`, systemd guesses which process is the daemon; name the file, or let the program stay in the foreground
ExecStart=/usr/sbin/web --daemon
`,
		},
		{
			file: 'web.service',
			good: `
[Service]
Type=forking
PIDFile=/run/web.pid
ExecStart=/usr/sbin/web --daemon
`,
		},
		{
			file: 'network.service',
			good: `
[Service]
Type=forking
GuessMainPID=no
RemainAfterExit=yes
ExecStart=/usr/sbin/network start
`,
			note: 'This one leaves no daemon to watch, and says so.',
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('service', unit, context);
		if (whole === undefined) return;
		const type = settingOf(whole, 'Type');
		if (!type?.here || type.entry.value.text !== 'forking' || settingOf(whole, 'PIDFile') !== undefined) return;
		const guesses = readBoolean(settingValue(whole, 'GuessMainPID') ?? 'yes');
		if (!guesses || isOn(whole, 'RemainAfterExit')) return;
		context.report(
			type.entry.value.span,
			'without `PIDFile=`, systemd guesses which process is the daemon; name the file, or let the program stay in the foreground',
		);
	},
});
