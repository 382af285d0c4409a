// The directives of systemd.timer(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.timer(5) describes. */
export const timerDirectives: DirectiveTable = {
	name: 'timer',
	man: 'systemd.timer(5)',
	directives: [
		{ key: 'AccuracySec', value: 'time-span', since: 209, default: '1min', summary: 'How late the timer may fire so that wake-ups can be grouped; small values cost power' },
		{ key: 'DeferReactivation', value: 'boolean', since: 257, default: 'false', summary: 'Skips runs that came due while the unit was still active, until the next calendar time' },
		{ key: 'FixedRandomDelay', value: 'boolean', since: 247, default: 'false', summary: 'Keeps the random delay the same on every run of this timer on this machine' },
		{ key: 'OnActiveSec', value: 'time-span', repeat: 'reset-on-empty', specifiers: 'unit', summary: 'Starts the unit this long after the timer itself was activated' },
		{ key: 'OnBootSec', value: 'time-span', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'OnActiveSec=', summary: 'Starts the unit this long after the machine booted' },
		{ key: 'OnCalendar', value: 'calendar', repeat: 'reset-on-empty', specifiers: 'unit', since: 197, summary: 'Starts the unit at these wall-clock times' },
		{ key: 'OnClockChange', value: 'boolean', since: 242, default: 'false', summary: 'Starts the unit when the system clock jumps' },
		{ key: 'OnStartupSec', value: 'time-span', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'OnActiveSec=', summary: 'Starts the unit this long after the service manager started, useful for user timers' },
		{ key: 'OnTimezoneChange', value: 'boolean', since: 242, default: 'false', anchor: 'OnClockChange=', summary: 'Starts the unit when the local time zone changes' },
		{ key: 'OnUnitActiveSec', value: 'time-span', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'OnActiveSec=', summary: 'Repeats this long after the unit was last activated' },
		{ key: 'OnUnitInactiveSec', value: 'time-span', repeat: 'reset-on-empty', specifiers: 'unit', anchor: 'OnActiveSec=', summary: 'Repeats this long after the unit last finished' },
		{ key: 'Persistent', value: 'boolean', since: 212, default: 'false', summary: 'Catches up on a calendar run that was missed while the machine or timer was off' },
		{ key: 'RandomizedDelaySec', value: 'time-span', since: 229, default: '0', summary: 'Adds a fresh random delay up to this long, so that many machines do not fire together' },
		{ key: 'RandomizedOffsetSec', value: 'time-span', since: 258, default: '0', summary: 'Shifts calendar runs by a fixed, machine-specific offset up to this long' },
		{ key: 'RemainAfterElapse', value: 'boolean', since: 228, default: 'true', summary: 'Keeps a finished timer loaded; turn off to allow starting it again later' },
		{ key: 'Unit', value: 'unit-name', specifiers: 'unit-name', summary: 'Unit to start, if it is not the service named like the timer' },
		{ key: 'WakeSystem', value: 'boolean', since: 212, default: 'false', summary: 'Wakes the machine from suspend when the timer is due' },
	],
};
