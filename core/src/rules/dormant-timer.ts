// Timers that wait for a first run which they do not bring about.

import { defineRule } from './rule.ts';
import { addedSettings, isOn, whereToTell } from './support/counting-settings.ts';
import { timerKeys } from './support/trigger-keys.ts';
import { wholeUnitOf } from './support/whole-unit.ts';

/** A timer with `OnUnitActiveSec=` or `OnUnitInactiveSec=` alone. */
export const dormantTimer = defineRule({
	id: 'dormant-timer',
	group: 'units',
	severity: 'info',
	since: '0.1.0',
	summary: 'A timer that counts from the last run of its unit, and never starts a first one',
	why: '`OnUnitActiveSec=` and `OnUnitInactiveSec=` count from when the unit was last started or stopped. As long as it has not run since the boot, they never elapse: unless something else starts the unit, the timer sleeps for good. `OnActiveSec=`, `OnBootSec=` or `OnCalendar=` beside them brings about the first run.',
	reference: 'systemd.timer(5)',
	examples: [
		{
			file: 'backup.timer',
			bad: `
[Timer]
OnUnitActiveSec=1h
^^^^^^^^^^^^^^^ this counts from the last run of the unit, and nothing here starts a first one; add \`OnActiveSec=\` or \`OnBootSec=\`
`,
		},
		{
			file: 'backup.timer',
			good: `
[Timer]
OnBootSec=5min
OnUnitActiveSec=1h
`,
		},
	],
	check(unit, context) {
		const whole = wholeUnitOf('timer', unit, context);
		if (whole === undefined || isOn(whole, 'OnClockChange') || isOn(whole, 'OnTimezoneChange')) return;
		const times = addedSettings(whole, timerKeys);
		const place = whereToTell(whole, times);
		if (place === undefined || times.some(({ directive }) => !directive.key.startsWith('OnUnit'))) return;
		const fault = 'this counts from the last run of the unit, and nothing here starts a first one';
		context.report(place.entry.key.span, `${fault}; add \`OnActiveSec=\` or \`OnBootSec=\``);
	},
});
