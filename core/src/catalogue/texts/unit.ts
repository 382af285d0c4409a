// Our texts for the directives of systemd.unit(5). Conditions and assertions have files of their own.

import type { DirectiveTexts } from './directive-text.ts';
import { jobModeWords, systemActionWords } from './shared-words.ts';

/** Texts by key. */
export const unitTexts: DirectiveTexts = {
	After: {
		does: 'Orders the start: this unit waits until the listed ones have finished starting, whether that went well or not. Shutdown runs in the opposite order. Nothing is pulled in; a unit that nobody starts is not waited for.',
		without: 'Both units start at the same moment, even where `Requires=` or `Wants=` names the other one.',
		pitfall:
			'`Requires=` gives no order and `After=` starts nothing: “only once it is active” takes both lines. The wait ends when the other unit says so, and a service of `Type=simple` says so before its program has run. `After=network.target` is no promise of a working network; use `network-online.target` with `Wants=` for that.',
	},
	AllowIsolate: {
		does: 'Lets `systemctl isolate` switch to this unit: everything that it does not pull in is then stopped.',
		without: 'Isolating is refused, which protects ordinary units from emptying the machine.',
		pitfall:
			"Meant for targets that act as a run level. Before setting it, make sure that login, logging and the network are among the target's dependencies, or you lock yourself out.",
	},
	Before: {
		does: 'Makes the listed units wait: they begin to start only when this one has finished starting. When the system goes down they are stopped first. It is `After=` written at the other end, and requests no start of anybody.',
		without: 'The listed units do not know that this one exists, and start in parallel.',
		pitfall:
			'Useful for hooking into units that you cannot edit, such as `Before=network-pre.target`. If the order already exists the other way round, a cycle results, and systemd breaks it by dropping a start job, often of a unit you need. `Before=` on a `.device` does nothing, since devices appear when they like.',
	},
	BindTo: {
		does: 'The former spelling of `BindsTo=`, still read without being documented.',
	},
	BindsTo: {
		does: "Ties this unit's life to others: they are started with it, and as soon as one of them stops for whatever reason, crash and unplugged device included, this unit is stopped too. It suits sidekicks, and services that need a device or mount.",
		without: '`Requires=` reacts to an explicit stop or restart only; a dependency that dies by itself is not noticed.',
		pitfall:
			'Add `After=` for the same units: only then must they be active *before* this one, and a dependency skipped by its conditions stops this unit too. When the other one returns, nothing starts this one again; for that the other side needs `Wants=` or `Upholds=`.',
	},
	CollectMode: {
		does: 'Decides whether a failed unit is kept in memory for `systemctl status` or dropped like a finished one.',
		without: 'Failed units stay until `systemctl reset-failed`.',
		pitfall:
			'Use `inactive-or-failed` for instances per connection or job, which pile up otherwise. The price: exit code and resource figures then survive in the journal only.',
		words: {
			inactive: 'Unloaded once it is inactive; a failed unit stays until `systemctl reset-failed`.',
			'inactive-or-failed': 'Unloaded in either case, so failures leave traces in the journal only.',
		},
	},
	Conflicts: {
		does: 'Keeps units apart on one machine: starting this one stops the listed ones, and starting one of those stops this one. Order is not implied; add `After=` where the other has to be gone before this one begins.',
		without: 'Both may run at once and fight over a port, a device or a directory.',
		pitfall:
			"Existing units give way without a question: an unwary `systemctl start` ends a production service. If both are pulled in by one boot, systemd drops one or refuses. This is systemd's `Conflicts=`; fleet's key of the same name stands in [X-Fleet] and decides about whole machines.",
	},
	DefaultDependencies: {
		does: 'Governs the links systemd adds by itself: a service comes after `sysinit.target` and `basic.target`, and conflicts with `shutdown.target`, so it is stopped at shutdown. Mounts, sockets, timers and targets get similar ones. `no` removes them.',
		without: 'The links are added, which is right for nearly every unit.',
		pitfall:
			'`no` is for early boot and late shutdown. A unit that drops the links may start before `/var` is mounted or `/tmp` is cleaned, and is *not* stopped at shutdown but killed at its very end. Whoever turns it off usually writes `Conflicts=shutdown.target` and `Before=shutdown.target` by hand.',
	},
	Description: {
		does: "A short name for people, shown by `systemctl`, in the journal, at boot, and in fleet's and this editor's lists. systemd builds sentences with it: “Starting …”, “Failed to start …”.",
		without: "The unit's file name stands in its place.",
		pitfall:
			'Name the thing (“Invoice web server”) instead of a sentence (“Starts the server”), which reads badly after “Failed to start”. Specifiers are expanded, so a template can say `for %i`, and a literal `%` must be doubled. Quotes are not removed: they would be shown. One line only; the last of several wins.',
	},
	Documentation: {
		does: 'Says where to read on: addresses with `https:`, `http:`, `file:`, `info:` or `man:`, separated by blanks, the most useful one first. `systemctl status` shows them and `systemctl help` opens the manual pages among them.',
		without:
			'Whoever is paged at night has the unit file and nothing else; a link to the runbook is the cheapest help there is.',
		pitfall:
			'A bare path or `www.example.com` is dropped with a warning. Manual pages are written `man:nginx(8)`. Several lines add up; drop-ins clear the list by an empty one.',
	},
	FailureAction: {
		does: 'Acts on the whole machine when this unit fails: `reboot`, `poweroff`, `exit` and harsher forms with `-force` and `-immediate`. It suits appliances and containers whose only purpose is this one service. In [Unit] since 236, for all kinds of unit.',
		without: 'A failed unit is marked as such and logged; the system goes on.',
		pitfall:
			'A service that fails at each boot makes a boot loop that is hard to leave. User managers take `none`, `exit` and `exit-force` only. For a notification or a clean-up script, `OnFailure=` is the gentle tool.',
		words: systemActionWords,
	},
	FailureActionExitStatus: {
		does: 'Sets the exit status with which the service manager itself ends when `FailureAction=exit` takes effect, 0 to 255.',
		without: 'The status of the failed main process is passed on, or 255 if there is none.',
		pitfall: 'Without `exit` or `exit-force` as the action it does nothing.',
	},
	IgnoreOnIsolate: {
		does: 'With `yes` the unit survives `systemctl isolate`, which stops whatever the new target does not need.',
		without: 'Services, sockets, timers, paths and targets are stopped; mounts, swaps, slices and scopes stay.',
		pitfall: 'Easily forgotten for remote access: without it, isolating `rescue.target` ends your own SSH session.',
	},
	IgnoreOnSnapshot: {
		does: 'Kept the unit out of `systemctl snapshot`. Snapshots went with release 228, and the line has done nothing since.',
	},
	JobRunningTimeoutSec: {
		does: 'Cancels a start or stop job that has been executing for too long; the time in the queue is not counted.',
		without: 'Jobs may take for ever, except for devices, which are waited for 90 s by default.',
		pitfall:
			'The unit itself is not touched: it may finish starting afterwards. To end a slow service use `TimeoutStartSec=`.',
	},
	JobTimeoutAction: {
		does: "Names what happens to the system when a job of this unit hits its time limit; systemd's own `reboot.target` uses `reboot-force`.",
		without: 'A cancelled job is logged, nothing else.',
		pitfall:
			'Effective only with `JobTimeoutSec=` or `JobRunningTimeoutSec=`. Test it where a sudden reboot hurts nobody.',
		words: systemActionWords,
	},
	JobTimeoutRebootArgument: {
		does: 'Text handed to the firmware or boot loader when `JobTimeoutAction=` reboots, such as the name of a recovery partition.',
		without: 'The machine boots as usual.',
		pitfall: 'Understood by some boards only; PCs ignore it. Actions other than a reboot ignore it as well.',
	},
	JobTimeoutSec: {
		does: 'Limits how long a start or stop job may exist, counted from its queueing, waiting for other units included.',
		without: 'A job waits without end for its dependencies.',
		pitfall:
			'Only the waiting is given up; a service that is just starting carries on. In device units and fstab, `x-systemd.device-timeout=` is the usual way to set it.',
	},
	JoinsNamespaceOf: {
		does: 'Shares a private `/tmp`, network or IPC namespace with other units, so that sandboxed services can exchange files or talk over loopback.',
		without: 'Each unit with `PrivateTmp=` or `PrivateNetwork=` is alone.',
		pitfall:
			'Both units need the same `Private…=` line; nothing is switched on by this key. `PrivateTmp=disconnected` cannot be shared.',
	},
	Names: {
		does: 'Gave the unit further names. Gone since release 186: symbolic links, or `Alias=` in [Install], do that.',
	},
	OnFailure: {
		does: 'Starts the listed units when this one enters the failed state. The classic is `OnFailure=alert@%n.service`, a template that mails the name it is given. Since 251 the started unit finds the cause in variables such as `$MONITOR_SERVICE_RESULT`.',
		without: 'A failure shows in `systemctl --failed` and the journal, and nobody is told.',
		pitfall:
			'While `Restart=` keeps trying, the unit is not failed for good: depending on the release and `RestartMode=`, the alarm comes with each attempt or only after the start limit is hit. Guard the alert unit against alerting on itself, for example in a drop-in for all services.',
	},
	OnFailureIsolate: {
		does: 'Yes-or-no predecessor of `OnFailureJobMode=`: `yes` meant `isolate`.',
	},
	OnFailureJobMode: {
		does: 'How the units of `OnFailure=` are queued against jobs that are already there, as `systemctl --job-mode=` does.',
		without: '`replace`: new jobs push aside those that contradict them.',
		pitfall:
			'`isolate` stops everything else and permits a single unit in the list. The default has served nearly everyone.',
		words: jobModeWords,
	},
	OnSuccess: {
		does: 'Starts the listed units once this one has ended cleanly, that is when it becomes inactive. It chains one-shot jobs (dump, then upload) without a shell script around them, and there is no need for the first job to know the second.',
		without: 'Nothing follows; a second job must be ordered by hand with its own timer and `After=`.',
		pitfall:
			'A stop by the administrator is a clean end, too, and sets the chain off. A service that runs for ever, or remains active through `RemainAfterExit=yes`, never gets there. `Restart=always` restarts instead. Known since 249; before that, an `ExecStopPost=` that looks at `$SERVICE_RESULT` did the job.',
	},
	OnSuccessJobMode: {
		does: 'Decides how what `OnSuccess=` starts gets along with queued jobs; the words are those of its failure counterpart.',
		without:
			'`fail`: follow-ups that contradict a queued job are dropped. The failure counterpart begins with `replace`.',
		pitfall:
			'When follow-ups go missing under load, look here: `replace` gives them precedence over waiting jobs that contradict them.',
		words: jobModeWords,
	},
	PartOf: {
		does: 'Passes stop and restart of the listed units on to this one, and nothing else: no start, no order, no requirement. Group members carry it so that `systemctl restart app.target` takes all of them along.',
		without: 'Stopping the group leaves its members running.',
		pitfall:
			'A start is not passed on: the target must pull its members in with `Wants=` (or `WantedBy=` at the member). Crashes are not passed on either; for those there is `BindsTo=`. It works one way only, and stopping a member leaves the others alone. After a stop and a later start of the group, members return only by being wanted.',
	},
	PropagateReloadFrom: {
		does: 'Older way to write `ReloadPropagatedFrom=`; systemd still takes it.',
	},
	PropagateReloadTo: {
		does: 'Older way to write `PropagatesReloadTo=`; systemd still takes it.',
	},
	PropagatesReloadTo: {
		does: 'Reloads the listed units whenever this one is reloaded, for instance a proxy together with the service that writes its configuration.',
		without: 'A reload concerns this unit alone.',
		pitfall: 'It passes on reloads only, not restarts; listed units that cannot reload or do not run are left out.',
	},
	PropagatesStopTo: {
		does: 'Stops the listed units whenever this one is stopped, and nothing more: no start is implied.',
		without: 'They go on unless they carry `PartOf=` or a requirement themselves.',
		pitfall:
			"Useful where the other unit's file cannot be changed. Restarting this unit stops those, too, and need not bring them back.",
	},
	RebootArgument: {
		does: 'Extra text for the reboot that an action of this unit causes; some boot loaders take it as the name of a boot mode.',
		without: 'The reboot carries no message.',
		pitfall: 'Nothing on PC hardware listens to it, and without a `…Action=` that reboots it is never used.',
	},
	RefuseManualStart: {
		does: 'Rejects `systemctl start` by hand, so that the unit is started only as part of something larger.',
		without: 'Anyone with the right may start it.',
		pitfall: 'Restarting by hand is rejected as well. For your own tests, you need to start the unit that pulls it in.',
	},
	RefuseManualStop: {
		does: 'Rejects `systemctl stop` and `restart` by hand, as for logging or a console that must not vanish by mistake.',
		without: 'An administrator can stop it at any time.',
		pitfall:
			'No protection against a determined root: the process can be killed, and a stop through dependencies works.',
	},
	ReloadPropagatedFrom: {
		does: 'Reloads this unit whenever one of the listed ones is reloaded; for devices, a udev “change” event counts.',
		without: "Others' reloads pass it by.",
		pitfall:
			'The unit must be able to reload, through `ExecReload=` or `Type=notify-reload`. It is the mirror of `PropagatesReloadTo=`.',
	},
	Requires: {
		does: 'Starts the listed units together with this one and depends on them: if one is ordered before this one with `After=` and fails to start, this unit is not started. An explicit stop or restart of a listed unit does the same to this one.',
		without: 'The unit starts without asking for anything.',
		pitfall:
			'It gives no order, and without `After=` the failure comes too late to matter. A required service that *crashes* later, or is skipped by a condition, goes unnoticed: that takes `BindsTo=`. In production `Wants=` is often better, because one broken helper no longer drags down everything above it.',
	},
	RequiresMountsFor: {
		does: 'Makes sure that the file systems holding these paths are mounted before this unit starts, and requires them. systemd finds the mount units by itself, parent directories included, so it stays right when the layout changes.',
		without: 'A service may write below an unmounted directory; once the mount arrives, those files are hidden.',
		pitfall:
			'Fstab entries with `noauto` are mounted for it as well. If nothing is mounted at or above a path but the root, the line has no effect, and also no error. A failing mount keeps the service from starting; where that is too strict, `WantsMountsFor=` (since 256) only asks.',
	},
	RequiresOverridable: {
		does: 'Was a `Requires=` that `systemctl start` by hand could override. Today it means `Requires=`, and a warning says so.',
	},
	Requisite: {
		does: "Demands that the listed units are active *already*: if not, this unit's start fails at once, and nothing is started for it. Stops and restarts of the listed units are passed on, as with `Requires=`.",
		without: 'Either the dependency is pulled in, by another key, or its state does not matter.',
		pitfall:
			'Combine it with `After=`: when both are started in the same boot, the check may otherwise come before the other unit is up, and fail for no visible reason. It does not wait for anything. For “start it if need be” choose `Requires=`, and for “only where that feature was enabled” perhaps a condition.',
	},
	RequisiteOverridable: {
		does: 'Older variant of `Requisite=`, treated as that today.',
	},
	SourcePath: {
		does: 'Notes the file a generator made this unit from, so that `systemctl status` warns when that file changed.',
		without: 'A generated unit cannot be traced back.',
		pitfall: 'Has no place in hand-written units: it neither includes nor reads the file.',
	},
	StartLimitAction: {
		does: 'Chooses a drastic answer when the unit hits its start limit, such as `reboot`; the words are those of `FailureAction=`.',
		without: 'Further starts are refused and that is all.',
		pitfall:
			'Manual starts count towards the limit: five impatient `systemctl restart` within ten seconds can reboot the machine.',
		words: systemActionWords,
	},
	StartLimitBurst: {
		does: 'The number of starts allowed within `StartLimitIntervalSec=`; one more is refused, and the unit stays failed with `start-limit-hit`. All starts count, manual ones and those by `Restart=` alike.',
		without: 'Five starts, unless `DefaultStartLimitBurst=` says otherwise.',
		pitfall:
			'With the default `RestartSec=100ms` a crashing service spends its five attempts within a second and stays down, long before a database it waits for is back. Raise `RestartSec=` first, then the interval. With `RestartSec=5s` the default limit is hardly ever hit, as the window is 10 s. `systemctl reset-failed` clears the counter. Belongs in [Unit] since 229.',
	},
	StartLimitInterval: {
		does: 'Spelling of `StartLimitIntervalSec=` before release 230; still understood.',
	},
	StartLimitIntervalSec: {
		does: 'The window in which starts are counted against `StartLimitBurst=`. When more happen within it, systemd stops trying: the unit is failed, and not even `Restart=always` brings it back. `0` switches the limit off, so that it is restarted for ever.',
		without: "Ten seconds, if the system's configuration has no other default.",
		pitfall:
			'It stands in [Unit]. In [Service], where older guides put it, only the name without `Sec` works. Choose it with `RestartSec=` in mind: interval shorter than burst × delay means that the limit never applies. Units that wait for other machines want `0` and a longer `RestartSec=`.',
	},
	StopPropagatedFrom: {
		does: 'Stops this unit when one of the listed ones is stopped; the mirror of `PropagatesStopTo=`.',
		without: 'Their end has no consequence here.',
		pitfall:
			'`PartOf=` also passes on restarts and is usually what people want. Neither brings the unit back by itself.',
	},
	StopWhenUnneeded: {
		does: 'Stops the unit by itself when no active unit requires or wants it any more.',
		without: 'Helpers, once started, run until somebody stops them.',
		pitfall:
			'Started by hand, it may be stopped again immediately, because nothing needs it. Symbolic links from `systemctl enable` count as need only while that target is active.',
	},
	SuccessAction: {
		does: 'Does something to the whole system when the unit ends cleanly: an installer powers off, a container exits.',
		without: 'The end of the unit has no wider effect.',
		pitfall:
			'A `systemctl stop` counts as clean, so stopping the service shuts the machine down. A skip through `ExecCondition=` sets it off, one through `Condition…=` does not.',
		words: systemActionWords,
	},
	SuccessActionExitStatus: {
		does: 'The exit status to hand to the container manager, or to whatever started a user manager, when `SuccessAction=exit` fires.',
		without: "It is taken from the unit's main process.",
		pitfall: 'Values run from 0 to 255. For actions that do not exit it is irrelevant.',
	},
	SurviveFinalKillSignal: {
		does: "Spares the unit's processes in the last round of signals when the system goes down or does a soft reboot.",
		without: 'Whatever is still there at the end is terminated and killed.',
		pitfall:
			'Its files must be off the root file system, or unmounting fails. It also needs `DefaultDependencies=no`, or it is stopped long before.',
	},
	Upholds: {
		does: 'Keeps the listed units running: whenever one is found stopped or failed while this unit is up, it is started again, without a delay. It is `Wants=` that never stops wanting, known since 249.',
		without: 'A wanted unit is started once; if it dies, only its own `Restart=` helps.',
		pitfall:
			'Stopping such a unit by hand is futile: it comes straight back, until you stop this one. Restarts count against the start limit of the listed unit; once that is hit, it stays down. Order is still a matter of `After=`. Prefer `Restart=` in the service itself, which distinguishes kinds of failure and waits between attempts.',
	},
	Wants: {
		does: 'Starts other units along with this one, without depending on them: should one be missing or fail, this unit carries on. It is the recommended way to pull something in, and what `WantedBy=` in the other file amounts to.',
		without: 'Nothing is pulled in, and a helper runs only if somebody else starts it.',
		pitfall:
			'There is no order in it, so both start at once; add `After=` if this unit needs the other one ready. A misspelt name is no error and shows nowhere, since missing units are tolerated. Stopping this unit leaves the wanted ones running, unless they carry `PartOf=` or `StopWhenUnneeded=`.',
	},
	WantsMountsFor: {
		does: 'Pulls in the mounts that lead to these paths and waits for them, but starts even if a mount fails.',
		without: 'The unit may run ahead of its file systems.',
		pitfall:
			'On releases before 256, the line is ignored. With a failed mount, data lands in the directory beneath; where that must not be, use `RequiresMountsFor=`.',
	},
};
