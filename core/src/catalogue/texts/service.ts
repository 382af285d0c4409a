// Our texts for the directives of systemd.service(5). How the commands follow each other is told in service-life.ts of the features.
// biome-ignore-all lint/suspicious/noTemplateCurlyInString: variables of unit files look like that.

import type { DirectiveTexts } from './directive-text.ts';
import { oomPolicyWords, systemActionWords, timeoutModeWords } from './shared-words.ts';

/** Texts by key. */
export const serviceTexts: DirectiveTexts = {
	BusName: {
		does: 'The D-Bus name that the service takes on the bus. With `Type=dbus` the service counts as started from the moment the name appears, and as over once it is given up. Naming it also lets `systemctl service-log-level` find the service.',
		without: '`Type=dbus` is refused without it; for other types systemd merely does not know the name.',
		pitfall:
			"Setting it makes `dbus` the default type: add `Type=` where the program starts otherwise, or the start hangs until the timeout when the name never comes. The bus's own policy must allow the user of the service to own it. Activation over D-Bus needs a second file, with `SystemdService=`.",
	},
	BusPolicy: {
		does: 'Held access rules of kdbus, a bus that never reached the kernel; ignored since release 230.',
	},
	ExecCondition: {
		does: 'Runs before everything else and decides whether the service is to start. Status 0 goes on, 1 to 254 skips the start quietly, and 255, a signal or a timeout makes it a failure. Known since 243, for questions that `Condition…=` cannot ask.',
		without:
			'Only the fixed conditions of [Unit] can skip a start; a failing `ExecStartPre=` always counts as a failure.',
		pitfall:
			'A crash of the check itself often ends with status 1, and the service is then skipped without a word: test for the wrong directory, missing tools and rights. It runs as `User=`, so prefix `+` for questions only root may ask. After a skip, `ExecStopPost=` runs all the same.',
		example: '[Service]\nExecCondition=/usr/bin/test -s /etc/app/license',
	},
	ExecReload: {
		does: 'Runs for `systemctl reload`: it makes the running service read its configuration again, without losing connections. `$MAINPID` holds the main process. The reload is over when the command ends, and only then do units that wait for it go on.',
		without:
			'The unit cannot be reloaded, and each change needs a restart; `systemctl reload-or-restart` then restarts.',
		pitfall:
			'`kill -HUP $MAINPID` returns at once and tells nothing about success: a broken configuration may end the service a moment later. Check first, in an `ExecReload=` line above. Programs that can say when they are done suit `Type=notify-reload`. A reload may take `TimeoutStartSec=`.',
		example: 'ExecReload=/usr/sbin/nginx -t\nExecReload=/bin/kill -HUP $MAINPID',
	},
	ExecReloadPost: {
		does: 'Runs after a reload has succeeded, for instance to warm a cache or tell a load balancer.',
		without: "A reload ends with its last `ExecReload=` or, for `notify-reload`, with the program's word.",
		pitfall: 'Before 259 the line is ignored. Failed reloads skip it, so it is no place for clean-up.',
	},
	ExecStart: {
		does: 'The program that *is* the service. systemd starts it directly, without a shell: first the path, then its arguments. Except with `Type=oneshot` there is exactly one.',
		without:
			'The unit is refused. Exceptions are oneshots with `ExecStop=` and `RemainAfterExit=yes`, or with `SuccessAction=`.',
		pitfall:
			"Pipes, `>`, `&&`, `*` and `$(…)` reach the program as plain text; use `/bin/sh -c '…'` for them. Variables expand by systemd's own rules: `$OPTS` splits into words, `${OPTS}` stays one. `%` is written `%%`. Programs that go to the background need `Type=forking`, or better an option to stay; `docker run -d` loses the container. In a drop-in, an empty line comes first to clear the old command.",
		example: 'ExecStart=\nExecStart=/usr/bin/app --port 8080',
	},
	ExecStartPost: {
		does: 'Runs once the service counts as started, whose meaning depends on `Type=`: after the fork for `simple`, after `READY=1` for `notify`, after the last command for `oneshot`. Units ordered after this one wait for it, too.',
		without: 'The unit is active as soon as the main program counts as started.',
		pitfall:
			'If it fails, the service is stopped again and the start has failed; prefix `-` where it is only nice to have. With `Type=simple` the program may not listen yet: waiting for a port belongs here in a loop, as in `until nc -z …` with a time limit. Publishing to etcd or a load balancer is a common use.',
	},
	ExecStartPre: {
		does: 'Runs before the main program and has to succeed: preparing, pulling an image, testing a configuration. Several lines run one after the other, for every `Type=`.',
		without: 'The main program starts at once, after the conditions.',
		pitfall:
			'If one fails, the rest is skipped and nothing starts; clean-up that may find nothing to do takes the prefix `-`, as in `-/usr/bin/docker rm -f web`. All of it counts against `TimeoutStartSec=`, 90 seconds by default, which a slow `docker pull` exceeds. Processes left in the background are killed. For directories, `StateDirectory=` and its siblings do better than `mkdir` and `chown`.',
		example: 'ExecStartPre=-/usr/bin/docker rm -f web\nExecStartPre=/usr/bin/docker pull web:1',
	},
	ExecStop: {
		does: 'Asks the service to end, in its own way: `docker stop web`, `nginx -s quit`. When the command has ended, whatever is still running receives `KillSignal=`, and after `TimeoutStopSec=` SIGKILL. It runs also where the service has ended by itself.',
		without: '`KillSignal=`, usually SIGTERM, is sent straight away, which suits most programs.',
		pitfall:
			'The command has to *wait* until the service is gone: one that only delivers the wish is followed by SIGTERM at once. It does not run if the start failed; that is for `ExecStopPost=`. `$MAINPID` is empty if the main process has died already. A plain `kill $MAINPID` here is superfluous.',
		example: 'ExecStop=/usr/bin/docker stop -t 10 web',
	},
	ExecStopPost: {
		does: 'Runs at the very end in every case: after a stop, a crash, a failed or timed-out start. The place to remove what was left over, or to withdraw an announcement from etcd. `$SERVICE_RESULT`, `$EXIT_CODE` and `$EXIT_STATUS` tell how it ended.',
		without: 'Left-over files, containers and registrations stay until the next start.',
		pitfall:
			'The processes of the service are gone by then, so there is nobody to talk to. It must cope with a start that stopped half-way. A restart runs it, too, so do not undo there what the next start expects. If it fails, the unit is failed; the prefix `-` forgives that.',
		example: 'ExecStopPost=-/usr/bin/docker rm -f web',
	},
	ExitType: {
		does: 'Says when the service is over: with its main process, or (`cgroup`) when no process of it is left.',
		without: 'The end of the main process ends the service; stragglers are killed.',
		pitfall:
			'`cgroup` is for programs whose launcher exits, such as desktop applications. It cannot be used with `Type=oneshot`.',
		words: {
			main: 'The service is over when its main process exits.',
			cgroup: 'The service is over when the last of its processes has exited.',
		},
	},
	FailureAction: {
		does: 'Older place of `FailureAction=`, which has moved to [Unit]. Both work; write it there.',
		words: systemActionWords,
	},
	FileDescriptorStoreMax: {
		does: 'Lets the service leave open files and sockets with systemd (`FDSTORE=1`) and get them back after a restart, so that connections outlive it.',
		without: 'No descriptor is kept; each restart begins from nothing.',
		pitfall:
			'The program must support it. A full stop empties the store, unless `FileDescriptorStorePreserve=` keeps it.',
	},
	FileDescriptorStorePreserve: {
		does: 'Decides how long stored descriptors live: until the stop (`no`), over restarts, or beyond a stop.',
		without: '`restart`: they survive a restart and are closed at a real stop.',
		pitfall:
			'`yes` pins the unit in memory together with the kernel objects. `systemctl clean --what=fdstore` lets go of them.',
		words: {
			no: 'Stored descriptors are closed as soon as the service stops, even within a restart.',
			yes: 'They are kept after a stop, and the unit stays in memory for their sake.',
			restart: 'They survive restarts and are closed when the service is really stopped.',
			'on-success': 'As `yes`, except that they are closed once the service has failed for good.',
		},
	},
	FsckPassNo: {
		does: 'Ordered file-system checks as the last field of fstab does. Without effect since release 209.',
	},
	GuessMainPID: {
		does: 'For `Type=forking` without a PID file: whether systemd may guess the main process among those that remain.',
		without: 'It guesses, and is right when exactly one process remains.',
		pitfall:
			'With several processes the guess may be wrong, and then restarts and `$MAINPID` go wrong as well. State `PIDFile=`, or avoid forking.',
	},
	LUOSession: {
		does: "Creates sessions of the kernel's live-update orchestrator for the service, so that memory and files can survive a kexec.",
		without: 'State must be saved to disk before the kernel is replaced.',
		pitfall:
			'Needs `/dev/liveupdate` and release 262; where either is lacking the service starts without. Combine it with `FileDescriptorStorePreserve=yes`.',
	},
	NonBlocking: {
		does: 'Sets `O_NONBLOCK` on sockets handed over by socket units, for programs that expect that.',
		without: 'The sockets arrive as the socket unit made them, blocking.',
		pitfall: 'The flag belongs to the socket, not to the process: two services that share one must agree on it.',
	},
	NotifyAccess: {
		does: "Whose status messages (`READY=1`, `WATCHDOG=1`, `STATUS=…`) systemd believes: nobody's, the main process's, those of all `Exec…=` commands, or everybody's in the service.",
		without: '`main` where `Type=notify`, the watchdog or the descriptor store need messages, otherwise `none`.',
		pitfall:
			'When a wrapper script or a child sends the message, `main` drops it, and the start runs into its timeout although the program said that it was ready. `systemd-notify` in a shell script is often such a child, and `all` lets it through. Inside containers the socket must be passed on, as `podman run --sdnotify` does.',
		words: {
			none: 'No message is believed; `Type=notify` then counts as `main`.',
			main: 'Only the main process may report.',
			exec: 'The main process and the commands of all `Exec…=` lines may report, but not their children.',
			all: "Every process in the service's control group may report, children and helpers included.",
		},
	},
	OOMPolicy: {
		does: 'What follows when the kernel kills one process of the service for lack of memory: carry on, stop the service, or have the kernel kill the rest as well.',
		without: "`stop`, unless the system's configuration differs; with `Delegate=` it is `continue`.",
		pitfall:
			'With `continue` a database may limp on without a worker. `stop` and `kill` end as result `oom-kill`, which `Restart=on-failure` restarts.',
		words: oomPolicyWords,
	},
	OpenFile: {
		does: 'Lets systemd open a file or connect to a socket and pass the descriptor on, so that the service needs no access of its own.',
		without: 'The program opens its files with its own rights.',
		pitfall:
			'The program has to pick it up as with socket activation. Default mode is read-write; say `:read-only`, and `graceful` where it may be missing.',
	},
	PIDFile: {
		does: 'Where a daemon that forks writes the number of its main process. systemd only reads it (with `Type=forking`), to know which process to watch, and removes a leftover after the stop.',
		without:
			'It is guessed, which works if exactly one process remains; else crashes go unnoticed and `$MAINPID` is empty.',
		pitfall:
			"The path must be the one in the daemon's own configuration, below `/run`; `/var/run` is only a link and gives a warning. The daemon needs a place it may write to, such as `RuntimeDirectory=`. If the file comes late or names a foreign process, the start fails by timeout. Programs that can stay in the foreground need none of this.",
	},
	PermissionsStartOnly: {
		does: 'Limited `User=` and the sandbox to `ExecStart=`; all other commands ran as root. The prefix `+` on single commands has replaced it.',
	},
	RebootArgument: {
		does: 'Older place of `RebootArgument=`; it has moved to [Unit].',
	},
	RefreshOnReload: {
		does: "Which of the service's resources are renewed before a reload: extension images, credentials, both or none.",
		without: 'Extensions are renewed, credentials keep the state of the start.',
		pitfall:
			'Set explicitly, it makes a service reloadable that has no `ExecReload=`; nobody then tells the program that its files changed.',
		words: {
			extensions:
				'Configuration extensions (`ExtensionImages=`, `ExtensionDirectories=`) are mounted anew before the reload.',
			credentials: 'Credentials are read again from their sources before the reload.',
		},
	},
	ReloadSignal: {
		does: 'The signal that asks a `Type=notify-reload` service to reload.',
		without: 'SIGHUP is sent.',
		pitfall:
			'For all other types it is ignored: those use `ExecReload=`. A program without a handler for the signal dies of it.',
	},
	RemainAfterExit: {
		does: 'Keeps the service active after its processes have ended. Typical for `Type=oneshot` jobs that set something up, a firewall or a mount, where “active” means “is in effect” and `ExecStop=` takes it back.',
		without: 'A oneshot service is inactive as soon as it has run, and runs again each time something pulls it in.',
		pitfall:
			'While it counts as active, `systemctl start` and timers do nothing: a job that is to run repeatedly must not have it. With long-running types it hides the end of the program, because the unit stays green after a clean exit. To run it again: `systemctl restart`.',
	},
	Restart: {
		does: 'Whether systemd starts the service again after its process has ended: never (`no`), after every end (`always`), or depending on how it ended; `on-failure` covers error codes, signals, timeouts and the watchdog. A `systemctl stop` never leads to a restart.',
		without: 'A service that crashes stays down until somebody starts it.',
		pitfall:
			'Restarting stops after five starts in ten seconds, see `StartLimitIntervalSec=`; with the short default of `RestartSec=`, that comes quickly. `on-failure` ignores a clean exit, hence long-running servers that may end with 0 want `always`. Exits by SIGTERM, SIGHUP, SIGINT and SIGPIPE are clean. `Type=oneshot` accepts neither `always` nor `on-success`.',
		example: 'Restart=on-failure\nRestartSec=5s',
		words: {
			no: 'Never restarted by itself.',
			'on-success': 'Restarted after a clean end only: status 0, or SIGHUP, SIGINT, SIGTERM or SIGPIPE.',
			'on-failure':
				'Restarted after an error status, a deadly signal, a core dump, a timeout or a missed watchdog, but not after a clean end.',
			'on-abnormal':
				"Restarted after signals, core dumps, timeouts and the watchdog; any exit status, even an error, is taken as the program's wish.",
			'on-watchdog': 'Restarted only when the watchdog of `WatchdogSec=` was missed.',
			'on-abort': 'Restarted only when a signal that does not count as clean ended the main process.',
			always: 'Restarted whatever happened, clean exits included; only a stop on request is respected.',
		},
	},
	RestartForceExitStatus: {
		does: 'Forces a restart after certain exit codes or signals, whatever `Restart=` says, for programs that ask for it by a code.',
		without: '`Restart=` alone decides.',
		pitfall:
			'Combined with `Restart=no` it makes a service that restarts on its own wish only. Success of a oneshot service is still final. The start limit applies as ever.',
	},
	RestartMaxDelaySec: {
		does: 'The longest pause that growing restart delays reach; they rise from `RestartSec=` in `RestartSteps=` steps.',
		without: 'The pause between restarts never changes.',
		pitfall:
			'It needs `RestartSteps=` and a `RestartSec=` above zero, and release 254. Older ones keep the constant pause.',
	},
	RestartMode: {
		does: 'How an automatic restart looks to others: through the failed state as ever, or `direct`, so that dependents and `OnFailure=` do not notice.',
		without: 'Each attempt passes through failed or inactive, and dependents are affected.',
		pitfall:
			'With `direct` no alarm is raised while it keeps crashing, until it gives up. `debug` (257) adds verbose logs.',
		words: {
			normal: 'The service passes through failed or inactive first; `OnFailure=` and dependents notice.',
			direct: 'It goes straight from its end to the next start; neither dependents nor `OnFailure=` notice.',
			debug: 'As `normal`, with verbose logging and `$DEBUG_INVOCATION=1` while it is being retried.',
		},
	},
	RestartPreventExitStatus: {
		does: 'Exit codes and signals after which the service is *not* restarted, despite `Restart=`. For errors that repetition cannot cure, such as a broken configuration: many programs use 78 (`CONFIG`) or 64 (`USAGE`) for those.',
		without: '`Restart=always` hammers away at an error that only a person can fix, until the start limit ends it.',
		pitfall:
			"Only the main process counts, not the helpers in `ExecStartPre=`. The unit is still failed: to count a code as success there is `SuccessExitStatus=`. Codes below 64 mean something else in each program, so look them up. 203 (`EXEC`) is systemd's own and means that the program could not be started.",
	},
	RestartRandomizedDelaySec: {
		does: 'Adds a random time, up to this, to each pause before a restart, so that instances do not come back all at once.',
		without: 'All restart after exactly `RestartSec=`.',
		pitfall: 'From 262 on; ignored before. It lengthens outages by chance, so keep it small against `RestartSec=`.',
	},
	RestartSec: {
		does: 'The pause between the end of the service and an automatic restart. It lets ports, locks and remote sessions expire and keeps a crashing program from filling the log.',
		without: '100 milliseconds: a program that fails at once uses up the start limit within a second and stays down.',
		pitfall:
			'The number alone means seconds. Measure it against `StartLimitIntervalSec=`: 5 s between starts never reaches five starts in ten seconds, so the service retries for ever, which may be just right. It does not delay `systemctl restart`. For pauses that grow see `RestartSteps=` (254).',
	},
	RestartSteps: {
		does: 'Over how many restarts the pause grows from `RestartSec=` to `RestartMaxDelaySec=`, by equal factors.',
		without: 'Constant pauses.',
		pitfall:
			'Both others must be set. With 10 s, 160 s and 4 steps the pauses are 10, 20, 40, 80 and 160 seconds. The count begins anew once the service is started by hand.',
	},
	RootDirectoryStartOnly: {
		does: "Limits `RootDirectory=` to `ExecStart=`; helpers run on the host's file system.",
		without: 'All commands run inside the new root, and must exist there.',
		pitfall:
			'Paths in helper commands and in the main one then mean different files. The `+` prefix is the finer tool.',
	},
	RuntimeMaxSec: {
		does: 'Ends the service when it has been active for this long, and marks it failed (result `timeout`).',
		without: 'It may run for ever.',
		pitfall:
			'`Restart=on-failure` restarts it then, the usual way to recycle leaking programs. For `Type=oneshot` it has no effect; limit those with `TimeoutStartSec=`.',
	},
	RuntimeRandomizedExtraSec: {
		does: 'Adds a random time to `RuntimeMaxSec=`, so that recycled services do not all stop in one moment.',
		without: 'Services that started together end together.',
		pitfall: 'Nothing happens without `RuntimeMaxSec=`. The draw is made anew with every start.',
	},
	Sockets: {
		does: 'Names socket units whose sockets the service receives, if they have another name than its own.',
		without: 'Only the socket of the same name is passed, if there is one.',
		pitfall:
			"Each named socket is pulled in and ordered first. An empty line does not clear the list. The socket's `Service=` must agree, if it is to start this service.",
	},
	StartLimitAction: {
		does: 'Older place of `StartLimitAction=`; since 229 it belongs in [Unit].',
		words: systemActionWords,
	},
	StartLimitBurst: {
		does: 'Older place of `StartLimitBurst=`; since 229 it belongs in [Unit].',
	},
	StartLimitInterval: {
		does: 'Older name and place of `StartLimitIntervalSec=`, which belongs in [Unit]. Here only this spelling, without `Sec`, is read.',
	},
	SuccessExitStatus: {
		does: 'Exit codes, their names or signals that count as a clean end besides 0. Java programs, for instance, return 143 after SIGTERM, and a stopped service would show as failed each time.',
		without:
			'Any other code than 0 marks the unit failed, starts `OnFailure=` units and, with `Restart=on-failure`, the service again.',
		pitfall:
			'Adding 1 “so that it looks green” hides real errors. Signals are written as names, `SIGKILL`; the number 9 would be an exit code. Programs killed by SIGTERM proper are clean already, except with `Type=oneshot`. Lines add up; an empty one clears the list.',
		example: 'SuccessExitStatus=143',
	},
	SysVStartPriority: {
		does: 'Placed the unit in the order of SysV scripts. Ignored since release 218.',
	},
	TimeoutAbortSec: {
		does: 'How long a service that was aborted by its watchdog may take to write its core dump before SIGKILL.',
		without: '`TimeoutStopSec=` holds, which big processes may exceed; the dump is then cut off.',
		pitfall: 'Long values delay the restart accordingly. It says nothing about ordinary stops.',
	},
	TimeoutSec: {
		does: 'Sets `TimeoutStartSec=` and `TimeoutStopSec=` in one line. `infinity` switches both limits off, and so does 0.',
		without: 'Each of the two has its own default, 90 seconds as a rule; no limit on the start of `Type=oneshot`.',
		pitfall:
			'The order of lines counts: a later `TimeoutSec=` overwrites a `TimeoutStartSec=` above it, in a drop-in as well. A long limit that is meant for the start also stretches the stop, so a service that hangs delays every shutdown. In most units the two separate keys say better what is intended.',
	},
	TimeoutStartFailureMode: {
		does: 'What happens to a service that is not up in time: asked to end, aborted with a core dump, or killed.',
		without: 'It receives `KillSignal=`, then SIGKILL after `TimeoutStopSec=`.',
		pitfall:
			'`abort` shows where a start hangs, if core dumps are collected. `kill` denies the program any tidying up.',
		words: timeoutModeWords,
	},
	TimeoutStartSec: {
		does: 'How long the start may take, with everything in `ExecStartPre=` and `ExecStartPost=`. Afterwards the service is stopped and counts as failed; with `Restart=on-failure` the same begins again. Reloads have the same limit.',
		without: '90 seconds, or what `DefaultTimeoutStartSec=` says; unlimited for `Type=oneshot`.',
		pitfall:
			'A `docker pull` or a database recovery takes longer at times: set `infinity` or `0`, or a generous span. With `Type=notify`, a program that never sends `READY=1` ends here. For `Type=simple` the main program is started within moments, so only the helpers can exceed it. Programs can ask for more with `EXTEND_TIMEOUT_USEC=`.',
		example: 'TimeoutStartSec=15min',
	},
	TimeoutStopFailureMode: {
		does: 'What happens to a service that does not end in time: another request, an abort with a core dump, or SIGKILL.',
		without: '`terminate`; what does not listen is killed after the time.',
		pitfall: '`abort` answers why a shutdown hangs, and takes `TimeoutAbortSec=` more. It concerns stops only.',
		words: timeoutModeWords,
	},
	TimeoutStopSec: {
		does: 'How long each `ExecStop=` command may take, and then the processes between SIGTERM and SIGKILL.',
		without: '90 seconds, or `DefaultTimeoutStopSec=`; that is the well-known “A stop job is running” at shutdown.',
		pitfall:
			'A database that is still writing is *killed* at the end, so give it the time it needs. The opposite holds for programs that ignore SIGTERM: 10 s spare everybody the wait. It should exceed what the stop command itself waits, as with `docker stop -t 30`. Reaching SIGKILL makes the unit failed, with the result `timeout`.',
	},
	Type: {
		does: 'How systemd learns that the service is up. `simple`: at once; `exec`: when the program runs; `notify`: when it says so; `forking`: when the first process has gone; `oneshot`: when it has ended; `dbus`: when its bus name is there.',
		without:
			'`dbus` with a `BusName=`, `oneshot` without `ExecStart=`, else `simple` (newer releases: `exec` where credentials are used).',
		pitfall:
			'The type must fit the program. `forking` for one that stays in the foreground, or `notify` for one that never reports, hangs until the timeout kills it; `simple` for one that goes to the background ends at once. `simple` reports success even when the program is missing; `exec` (240) does not. What is ordered after waits accordingly.',
		words: {
			simple: 'Up as soon as the process is created, even if the program turns out to be missing.',
			exec: 'Up when the program has really been executed, so that a wrong path or user fails the start.',
			forking: 'Up when the first process exits, having left a daemon in the background; use `PIDFile=` with it.',
			oneshot:
				'Up when all commands have ended, then inactive again unless `RemainAfterExit=yes`; for jobs, not for daemons.',
			dbus: 'Up when the name of `BusName=` appears on the bus.',
			notify: 'Up when the program says `READY=1` with sd_notify; a program that never does ends in a timeout.',
			'notify-reload':
				'As `notify`, and a reload is a signal that the program answers with `RELOADING=1` and `READY=1`; since 253.',
			idle: 'As `simple`, but waits up to five seconds until other jobs are done, for tidy output on the console.',
		},
	},
	USBFunctionDescriptors: {
		does: 'File with the FunctionFS descriptors of a USB gadget, written to its control endpoint `ep0` when it is opened.',
		without: 'The gadget has no descriptors and cannot come up.',
		pitfall:
			"Only together with a socket unit with `ListenUSBFunction=`. The format is binary; see the kernel's FunctionFS.",
	},
	USBFunctionStrings: {
		does: 'File with the strings of a USB gadget, in FunctionFS form.',
		without: 'Hosts see the gadget without names.',
		pitfall: 'It goes with `USBFunctionDescriptors=`, and the socket unit expects both.',
	},
	WatchdogSec: {
		does: 'Expects a sign of life (`WATCHDOG=1`) from the program within this time, again and again. If it does not come, the service is aborted with SIGABRT and counts as failed. The program finds the time in `$WATCHDOG_USEC`.',
		without: 'A program that hangs without ending is left alone for ever.',
		pitfall:
			'The program has to support it: otherwise a healthy service is killed in a steady rhythm. Ping at half the interval, and only from the loop whose health counts. Nothing is restarted without `Restart=on-failure` or `on-watchdog`. The clock starts when the service is up, so a slow start is no matter.',
		example: 'WatchdogSec=30s\nRestart=on-failure',
	},
};
