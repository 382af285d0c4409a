// Our texts for the directives of systemd.timer(5). The syntax of times is the values’ business.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const timerTexts: DirectiveTexts = {
	AccuracySec: {
		does: 'How much later than asked the timer may fire: systemd picks one moment in this window for all timers of the machine, so that the CPU wakes seldom. The choice is stable for a machine and different between machines.',
		without: 'One minute: a job for 03:00 may start at any second up to 03:01.',
		pitfall:
			'Measurements each second, or “exactly at noon”, need `AccuracySec=1s` or `1us`; people look for the missing minute in their own program first. It only ever delays. To spread the load of many machines use `RandomizedDelaySec=`, which is drawn anew for each run and comes on top.',
		example: 'OnCalendar=*:0/5\nAccuracySec=1s',
	},
	DeferReactivation: {
		does: 'Counts the next calendar run from the end of the service, not from its last start, so that overlong jobs do not run back to back.',
		without: 'A run that came due meanwhile starts the moment the service ends.',
		pitfall: 'Affects `OnCalendar=` alone, from 257 on. Runs are skipped, which for hourly sums may be wrong.',
	},
	FixedRandomDelay: {
		does: 'Keeps the delay of `RandomizedDelaySec=` the same for each run, derived from machine, user and timer name.',
		without: 'Every run draws another delay, and intervals vary.',
		pitfall: 'Clones with one machine ID share the delay as well. Without `RandomizedDelaySec=` it does nothing.',
	},
	OnActiveSec: {
		does: 'Starts the unit this long after the timer itself was started, by `systemctl start`, by boot, or by whatever activates it. It suits a first run “in a while” that does not depend on when the machine booted.',
		without: 'Some other line has to set the timer off; one without any `On…=` is refused.',
		pitfall:
			'It fires once for each start of the timer, not repeatedly: for a rhythm add `OnUnitActiveSec=`. Enabling a timer does not start it; `systemctl enable --now` does both. Restarting the timer starts the count from the beginning. The clock stands still while the machine is suspended, unless `WakeSystem=yes`.',
	},
	OnBootSec: {
		does: "Starts the unit this long after the machine was booted, the kernel's start being zero. With `OnUnitActiveSec=` beside it, this makes “shortly after boot, then every so often”.",
		without: 'The time of boot plays no part.',
		pitfall:
			"If that moment is over when the timer starts, the unit runs at once, for example right after an installation. It does not repeat. In containers the start of the container's systemd counts, and in user timers `OnStartupSec=` is what people mean, because the user's manager comes up with the login, long after boot.",
		example: 'OnBootSec=5min\nOnUnitActiveSec=1h',
	},
	OnCalendar: {
		does: 'Starts the unit at times of the wall clock: `daily`, `Mon..Fri 08:30`, `*-*-01 04:00`. Several lines add up; an empty one removes all triggers, those of other kinds included. `systemd-analyze calendar` shows the next dates.',
		without: 'The timer lives on spans since boot, activation or the last run alone.',
		pitfall:
			'Enable the `.timer`, not the service. What fell into a time without power is lost, unless `Persistent=yes`. The start may be a minute late, see `AccuracySec=`. Times are local: in the nights of clock changes one may come twice or not at all, so append `UTC` where that matters.',
		example: 'OnCalendar=Mon..Fri 02:30\nPersistent=yes',
	},
	OnClockChange: {
		does: 'Fires when the system clock is set, by hand or by a large NTP correction.',
		without: 'Jobs that depend on the date hear nothing of a jump.',
		pitfall: 'Gradual NTP adjustments are no jump. Machines without a clock battery usually see it with every boot.',
	},
	OnStartupSec: {
		does: 'Starts the unit this long after the service manager came up. In user timers that is about the login, or boot time for users with lingering; in system timers it nearly equals `OnBootSec=`.',
		without: 'The start of the manager triggers nothing.',
		pitfall:
			'For users who log in again while their manager still runs, it does not fire anew; the manager ends with the last session only. If the span has passed when the timer is started, the unit runs immediately. It does not repeat, so combine it with `OnUnitActiveSec=`. A `daemon-reload` is no start of the manager.',
		example: 'OnStartupSec=30s\nOnUnitActiveSec=15min',
	},
	OnTimezoneChange: {
		does: "Fires when the machine's time zone is changed.",
		without: 'Nothing happens; calendar timers are recomputed by systemd itself.',
		pitfall: 'Only the system-wide zone (`/etc/localtime`) is watched, not `$TZ` of any program.',
	},
	OnUnitActiveSec: {
		does: 'Repeats: starts the unit this long after it was last started. The interval is counted from start to start.',
		without: 'The unit runs once, or when some other trigger says so.',
		pitfall:
			'Alone it never fires, since there was no first start; add `OnBootSec=` or `OnActiveSec=`. A service that stays active, through `RemainAfterExit=yes` or because it runs on and on, is not started again. A run that lasts longer than the interval is followed by the next one directly. To leave a pause after each run, count with `OnUnitInactiveSec=`.',
		example: 'OnBootSec=2min\nOnUnitActiveSec=15min',
	},
	OnUnitInactiveSec: {
		does: 'Repeats with a pause: starts the unit this long after its last run has *ended*. Runs can thus never follow each other without a break, however long one takes.',
		without: 'The end of a run has no influence on the next.',
		pitfall:
			'Before the first run there is no end to count from: give `OnBootSec=` or `OnActiveSec=` as well. The rhythm drifts with the duration of the job; fixed times need `OnCalendar=`. A failed run counts as an end, too. Should the service never end, nothing follows.',
		example: 'OnActiveSec=1min\nOnUnitInactiveSec=10min',
	},
	Persistent: {
		does: 'Remembers on disk when the timer last fired, and runs the unit at the next opportunity if a calendar time passed while the machine was off or the timer stopped. However many were missed, it runs once.',
		without: 'Missed runs are forgotten; a laptop that sleeps at night never makes its back-up.',
		pitfall:
			'It concerns `OnCalendar=` only; spans since boot know nothing of it. All catching up happens at boot, so spread it with `RandomizedDelaySec=`. The first time, with no stamp yet, nothing is made up for. `systemctl clean --what=state` removes the stamp.',
		example: 'OnCalendar=daily\nPersistent=yes\nRandomizedDelaySec=10min',
	},
	RandomizedDelaySec: {
		does: 'Adds a random time between zero and this to each run, drawn anew every time. With it, a hundred machines do not fall upon the same server at midnight sharp.',
		without: 'No delay: every machine with the same line starts in the same minute.',
		pitfall:
			'The shift also hits runs that `Persistent=` makes up for. With an hour of delay on an hourly timer, runs come anywhere between directly after each other and two hours apart. `FixedRandomDelay=yes` (247) keeps the shift constant. A reboot draws again, so long delays on machines that are off every night may never elapse: see `RandomizedOffsetSec=`.',
	},
	RandomizedOffsetSec: {
		does: 'Moves calendar runs by a fixed amount up to this, different on each machine and stable over reboots.',
		without: 'All machines keep the same time to the minute.',
		pitfall:
			'Read since 258. Unlike a random delay it is never restarted, so weekly jobs come about on machines that are often off.',
	},
	RemainAfterElapse: {
		does: 'Whether a timer that can never fire again stays loaded.',
		without: 'It stays, visible as elapsed, and starting it a second time does nothing.',
		pitfall: 'Meant for transient timers. With `no` another `systemctl start` runs it again.',
	},
	Unit: {
		does: "The unit to start, if it is not the service with the timer's own name. Any kind but a timer is allowed, a target for instance, which starts several services at one time.",
		without: '`backup.timer` starts `backup.service`.',
		pitfall:
			'The name must be complete, with its suffix. If no such unit exists, the timer does not start, so compare spellings. The started unit needs no [Install] section and should not be enabled itself, or it also runs at boot. A template needs its instance: `app@%i.service`.',
	},
	WakeSystem: {
		does: 'Wakes the machine from suspend when the timer is due.',
		without: 'A sleeping machine runs the job when it next wakes.',
		pitfall:
			"Needs hardware support and root's manager. Nobody puts it back to sleep afterwards. It also changes the clock: spans go on counting during suspend.",
	},
};
