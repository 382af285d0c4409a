// What words mean that several directives share: actions on the system, job modes, log levels and others. Words of one
// directive stand with it.

import type { WordTexts } from './directive-text.ts';

/** What may happen to the whole system (`FailureAction=` and its like). */
export const systemActionWords: WordTexts = {
	none: 'Nothing happens to the system.',
	exit: "The service manager ends after an orderly shutdown; in a container that ends the container, in a user manager the session's services.",
	'exit-force': 'The service manager ends at once, without stopping its services first.',
	reboot: 'Shuts down in good order and boots again, as `systemctl reboot` does.',
	'reboot-force': 'Reboots without stopping services; processes are killed, file systems are still unmounted.',
	'reboot-immediate': "Calls the kernel's reboot on the spot; unwritten data is lost.",
	poweroff: 'Shuts down in good order and switches the power off.',
	'poweroff-force': 'Switches off without stopping services; file systems are still unmounted.',
	'poweroff-immediate': 'Cuts the power this very moment, whatever is not yet written.',
	'soft-reboot': 'Restarts user space alone, orderly, while kernel and firmware stay up.',
	'soft-reboot-force': 'Restarts user space without stopping services in order first.',
	kexec: 'Shuts down in good order and jumps into another kernel that was loaded before, past the firmware.',
	'kexec-force': 'Jumps into the loaded kernel without stopping services; disks are unmounted.',
	halt: 'Shuts down in good order and stops the CPU with the power still on.',
	'halt-force': 'Halts without stopping services, but after unmounting.',
	'halt-immediate': 'Stops the machine at once, power on, data in memory lost.',
};

/** How new jobs get along with waiting ones, as `systemctl --job-mode=`. */
export const jobModeWords: WordTexts = {
	fail: 'If the new jobs contradict waiting ones, they are not queued, and the attempt fails.',
	lenient: 'As `fail`, and it also refuses to stop units that are running.',
	replace: 'The new jobs push aside waiting ones that contradict them.',
	'replace-irreversibly': 'As `replace`, and later jobs cannot push these aside again.',
	isolate: 'Everything that the new unit does not need is stopped.',
	flush: 'All waiting jobs are cancelled first.',
	'ignore-dependencies': 'Only the unit itself is started, neither requirements nor order respected; for debugging.',
	'ignore-requirements': 'Order is respected, requirements are not pulled in.',
	triggering:
		'Meant for stopping: whatever could trigger the unit is stopped along with it, so as a mode here it fits badly.',
	'restart-dependencies': 'Units that depend on the started one are restarted as well.',
};

/** The levels of syslog, most important first. */
export const logLevelWords: WordTexts = {
	emerg: 'Level 0: the system is unusable; shown to every user who is logged in.',
	alert: 'Level 1: somebody has to act immediately.',
	crit: 'Level 2: a serious failure of an important part.',
	err: 'Level 3: an operation has failed.',
	warning: 'Level 4: something may fail soon, or was worked around.',
	notice: 'Level 5: normal, but worth a look.',
	info: 'Level 6: what happens in ordinary work, and the level of plain output.',
	debug: 'Level 7: details for developers, in large amounts.',
};

/** What follows when the kernel kills one process of a unit. */
export const oomPolicyWords: WordTexts = {
	continue: 'The kill is logged, and the remaining processes go on.',
	stop: 'The kill is logged, and systemd stops what remains in the ordinary way.',
	kill: 'The kernel kills all remaining processes in the same stroke.',
};

/** What programs are told about pressure. */
export const pressureWatchWords: WordTexts = {
	no: 'Programs are told not to watch, by a variable that points to `/dev/null`.',
	yes: 'Programs get the path of the pressure file, and what is needed to count it is switched on.',
	auto: 'Programs get the path if the resource is counted for the unit anyway.',
	skip: 'Neither variable is set; whatever the program does by default, it does.',
};

/** How a service is ended that takes too long. */
export const timeoutModeWords: WordTexts = {
	terminate: '`KillSignal=` asks the service to end; SIGKILL follows after `TimeoutStopSec=`.',
	abort: '`WatchdogSignal=` makes it dump core, so that you can see where it hung.',
	kill: '`FinalKillSignal=` ends it at once, with no chance to tidy up.',
};

/** Where output may go. */
export const outputWords: WordTexts = {
	inherit: 'Goes where the stream before it goes: output follows input, errors follow output.',
	null: 'Is thrown away.',
	tty: 'Is written to the terminal of `TTYPath=`.',
	kmsg: "Goes to the kernel's log as well as the journal, visible with `dmesg`.",
	'kmsg+console': 'As `kmsg`, with a copy on the system console.',
	journal: 'Goes to the journal, read with `journalctl -u`; rotated and stamped with time and priority.',
	'journal+console': 'As `journal`, with a copy on the system console.',
	socket: 'Goes to the connection that started the service, for inetd-like services with `Accept=yes`.',
	fd: 'Goes to a descriptor from a socket unit, named after a colon: `fd:log`.',
	file: 'Writes into the file after the colon from its start, without emptying it first.',
	append: 'Adds to the end of the file after the colon, which is created if missing.',
	truncate: 'Empties the file after the colon when the service starts, for every command again.',
};

/** Whether systemd-oomd acts on a unit. */
export const managedOomWords: WordTexts = {
	auto: 'Not watched by systemd-oomd for its own sake; a unit above may still make it a victim.',
	kill: 'Watched by systemd-oomd, which kills a group of processes below it when the limit is passed.',
};

/** How long a runtime directory is kept. */
export const preserveDirectoryWords: WordTexts = {
	no: 'Removed whenever the service stops, even if only for a restart.',
	yes: 'Kept when the service stops, until the machine reboots.',
	restart: 'Kept over restarts, automatic or by hand, and removed at a real stop.',
	'on-success': 'Kept after a clean stop, removed once all restarts have failed.',
};
