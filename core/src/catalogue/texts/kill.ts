// Our texts for the directives of systemd.kill(5). Signals themselves are the values’ business.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const killTexts: DirectiveTexts = {
	FinalKillSignal: {
		does: 'The signal for processes that are still there when the stop timeout has passed.',
		without: 'SIGKILL, which nothing can resist.',
		pitfall:
			'A signal that programs can catch, SIGTERM say, leaves the unit hanging. SIGABRT or SIGQUIT give a core dump of what hung.',
	},
	KillMode: {
		does: 'Which processes are ended at a stop. `control-group` signals all of them; `mixed` sends SIGTERM to the main one only and SIGKILL to the rest; `process` reaches the main one alone, `none` nobody.',
		without: '`control-group`: nothing of the service survives its stop.',
		pitfall:
			"`process` and `none` leave children behind that hold ports and locks, so that the next start fails with “address in use”, and their memory is nobody's. `none` is deprecated. SSH and cron use `process` deliberately, for the sessions of users. Programs that end their workers in good order want `mixed`. What runs in Docker is not in the unit's group at all: `ExecStop=docker stop` reaches it.",
		words: {
			'control-group': 'All processes of the unit get the stop signal, and SIGKILL after the timeout.',
			process: 'Only the main process is ended; its children live on, unwatched.',
			mixed: 'The main process gets the stop signal; what is left after it gets SIGKILL.',
			none: 'Nobody gets a signal; whatever `ExecStop=` does not end lives on. Deprecated.',
		},
	},
	KillSignal: {
		does: 'The signal that asks the service to end: sent after `ExecStop=`, or at once where there is none, and followed by SIGKILL when `TimeoutStopSec=` is over. Some programs mean different things by different signals, so choose the one for an orderly end.',
		without: 'SIGTERM, which nearly all programs handle.',
		pitfall:
			"Look it up in the program's manual: nginx ends gracefully with SIGQUIT, PostgreSQL in “fast” mode with SIGINT, Apache with SIGWINCH. If the process dies of an unusual signal, the unit shows as failed until that is listed in `SuccessExitStatus=`. SIGCONT always follows, so that stopped processes hear it.",
		example: 'KillSignal=SIGQUIT',
	},
	RestartKillSignal: {
		does: 'Replaces `KillSignal=` when the stop is half of a restart, for programs that can hand over to their successor.',
		without: '`KillSignal=` serves both purposes.',
		pitfall:
			'Only for `systemctl restart` and the like, not for the automatic restarts of `Restart=`, where the process has ended already.',
	},
	SendSIGHUP: {
		does: 'Sends SIGHUP directly after the stop signal, to tell shells that their terminal is gone.',
		without: 'Interactive shells ignore SIGTERM and sit out the stop timeout.',
		pitfall: 'Many daemons take SIGHUP for “reload”; for those it only confuses matters.',
	},
	SendSIGKILL: {
		does: 'Whether processes that outlive the stop timeout are killed by force. Turning it off lets a program finish whatever it does, for instance a database writing its last pages, at the price that nobody ends it.',
		without: 'They are killed, so that each stop comes to an end and a restart begins on clean ground.',
		pitfall:
			'With `no` the unit goes to failed while its processes live on, unwatched; with `KillMode=control-group` or `mixed` a restart is then refused. A long `TimeoutStopSec=`, or `infinity`, is nearly always the better answer to “please do not kill my database”. At shutdown the final round of signals ends them anyway.',
	},
	WatchdogSignal: {
		does: "The signal for a service that has missed its watchdog's deadline.",
		without: 'SIGABRT, so that a core dump can show where it hung.',
		pitfall:
			'With a signal that the program handles normally, a hanging program may not react at all, and the stop timeout is added on top.',
	},
};
