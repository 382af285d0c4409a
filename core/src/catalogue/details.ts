// Longer texts of ours for the directives that people look up most: what it does, the trap, what to write instead.
// Markdown, at most 600 characters each. Facts (kind, default, release) stand in the tables, not here.

/** Text by `table.Key`. */
export const directiveDetails: Readonly<Record<string, string>> = {
	'unit.Description': `One short line that names the unit in \`systemctl status\`, in the log and on the boot screen. Write what it is ("Invoice web server"), not a sentence such as "Starts the server": systemd puts "Starting …" and "Started …" in front. A literal \`%\` must be doubled as \`%%\`.`,
	'unit.After': `Orders only: if both units are being started, this one waits until the other is up. It does **not** start the other unit, so pair it with \`Wants=\` or \`Requires=\`. On shutdown the order is reversed. For the network, \`network.target\` is rarely enough.
\`\`\`ini
Wants=network-online.target
After=network-online.target
\`\`\``,
	'unit.Before': `The mirror image of \`After=\`: the listed units wait for this one if both are being started. It neither starts them nor needs them. A unit of \`Type=simple\` counts as up at once, so the wait may be meaningless; use \`exec\`, \`notify\` or \`oneshot\`. On shutdown the order is reversed.`,
	'unit.Requires': `Starting this unit starts the listed ones too, and an explicit stop or restart of them reaches this unit as well. Without \`After=\`, both start **at the same time** and a failing dependency is not waited for. If it merely dies later, this unit keeps running; use \`BindsTo=\` for that. Often \`Wants=\` is the more robust choice.
\`\`\`ini
Requires=postgresql.service
After=postgresql.service
\`\`\``,
	'unit.Wants': `Starts the listed units along with this one and carries on even if they fail or do not exist. This is the recommended way to pull in other units. It sets no order: add \`After=\` if this unit needs them ready. Several lines add up; in a drop-in an empty assignment does **not** remove dependencies.`,
	'unit.BindsTo': `Stronger than \`Requires=\`: if a listed unit stops for any reason, also by a crash or an unplugged device, this unit is stopped too. Combine it with \`After=\`, so that this unit is only ever up while the other is. It is not started again when the other one returns. For joint restarts alone, \`PartOf=\` is gentler.`,
	'unit.PartOf': `When a listed unit is stopped or restarted, so is this one. It works in that direction only and never **starts** anything: for that, add \`Wants=\` or \`WantedBy=\` as well. Handy for groups of workers under one target.
\`\`\`ini
[Unit]
PartOf=workers.target
[Install]
WantedBy=workers.target
\`\`\``,
	'unit.Conflicts': `This unit and the listed ones exclude each other: starting one stops the other, in both directions. It says nothing about order; add \`After=\` or \`Before=\` so that the old unit is fully stopped before the new one starts. Without that, both may fight over a port for a moment.`,
	'unit.OnFailure': `Starts the listed units when this one enters the failed state; pass \`%n\` on to say which unit failed. With \`Restart=\`, current versions (since 254) fire it at **every** failure; set \`RestartMode=direct\` to be told only when restarting has been given up. A stop by hand does not count as failure.
\`\`\`ini
OnFailure=notify-mail@%n.service
\`\`\``,
	'unit.StartLimitIntervalSec': `Length of the window in which starts are counted; more than \`StartLimitBurst=\` of them and the unit is refused until the window has passed. Starts by hand count too; \`systemctl reset-failed\` clears the counter. \`0\` lifts the limit and allows endless restarts. It belongs in \`[Unit]\`, not in \`[Service]\` as in old files.`,
	'unit.StartLimitBurst': `How many starts are allowed within \`StartLimitIntervalSec=\`. With the usual 5 in 10 s and a \`RestartSec=\` of 100 ms, a crashing service is given up within a second. With a \`RestartSec=\` of several seconds that limit is never reached. Choose the three values together.
\`\`\`ini
[Unit]
StartLimitIntervalSec=5min
StartLimitBurst=5
[Service]
RestartSec=10s
\`\`\``,
	'unit.ConditionPathExists': `If the path is missing, the start is skipped without an error: \`systemctl start\` reports success and only \`systemctl status\` shows why nothing runs. \`!\` in front inverts the test; \`|\` marks tests of which one is enough. It is checked once, at start. An empty assignment clears **all** conditions of every kind. To fail visibly use \`AssertPathExists=\`.`,
	'unit.DefaultDependencies': `Normally systemd orders a unit after basic system set-up and stops it at shutdown. \`no\` removes that, which only early-boot or late-shutdown units need. The usual trap is a service that then runs before \`/var\` is mounted or lingers at shutdown. If you turn it off, add the shutdown part yourself.
\`\`\`ini
Conflicts=shutdown.target
Before=shutdown.target
\`\`\``,
	'unit.RequiresMountsFor': `Pulls in the mounts on the way to these paths and waits for them, so the service does not write into an empty directory underneath. Use it instead of naming \`.mount\` units by hand. \`noauto\` mounts are pulled in too. If the mount fails, so does the start; \`WantsMountsFor=\` is the tolerant form.
\`\`\`ini
RequiresMountsFor=/srv/data
\`\`\``,
	'install.WantedBy': `Decides what starts this unit once it is **enabled**: \`systemctl enable\` creates the link, merely writing the line does nothing. After a change run \`systemctl reenable\`. Services usually take \`multi-user.target\`, timers \`timers.target\`, sockets \`sockets.target\`. User services need \`default.target\`; \`multi-user.target\` does not exist there.`,
	'install.RequiredBy': `Like \`WantedBy=\`, but the listed unit gets a \`Requires=\` on this one: if this unit fails to start, the other one is affected. Putting a target such as \`multi-user.target\` here can endanger the whole boot; prefer \`WantedBy=\`. It takes effect only on \`systemctl enable\`. Unless the other unit is a target, order still has to be set with \`Before=\`.`,
	'install.Alias': `Extra names, created as links by \`systemctl enable\`; before that they do not exist. The suffix must match the type of the unit, so a \`.service\` can only be an alias for another \`.service\`. After a change run \`systemctl reenable\`.
\`\`\`ini
Alias=dbus-org.example.App.service
\`\`\``,
	'install.Also': `Units that \`systemctl enable\` and \`disable\` treat together with this one, for example the socket of a service. It acts only then: starting or stopping this unit does not touch them. For that use \`Wants=\`, \`Requires=\` or \`PartOf=\`.
\`\`\`ini
Also=app.socket
\`\`\``,
	'service.Type': `Tells systemd when the start is complete. \`simple\` means at once, even if the program turns out to be missing; \`exec\` notices that; \`notify\` waits for a message from the program. \`oneshot\` is for scripts that end. Use \`forking\` only for daemons that go to the background by themselves: a foreground program would hang until the start timeout (usually 90 s).`,
	'service.ExecStart': `Runs the program directly, without a shell: \`|\`, \`>\`, \`&&\` and \`$(…)\` are plain arguments. Use \`/bin/sh -c '…'\` if you need them. The program must stay in the foreground: \`docker run -d\` ends at once and systemd loses the process. \`-\` in front ignores a failure; \`%\` is written \`%%\`. A drop-in must clear the old command first.
\`\`\`ini
ExecStart=
ExecStart=/usr/bin/app --serve
\`\`\``,
	'service.ExecStartPre': `Commands that must finish before \`ExecStart=\`; several lines run in turn, and the first failure cancels the start. \`-\` in front ignores a failing command. They count towards the start limit, usually 90 s: a slow \`docker pull\` needs \`TimeoutStartSec=0\`. Do not launch daemons here; they are killed before the service starts.
\`\`\`ini
ExecStartPre=-/usr/bin/docker rm -f app
\`\`\``,
	'service.ExecStartPost': `Runs once the service counts as started, which depends on \`Type=\`. With \`simple\` that is right after the launch, so the program may not be listening yet; use \`notify\` or wait in the command. Its failure fails the whole service and stops it, unless the command begins with \`-\`. Units ordered \`After=\` this one wait for it as well.`,
	'service.ExecReload': `Run by \`systemctl reload\`; without it the service cannot be reloaded. The line below only sends a signal, so the reload is reported as done before the program has acted; \`Type=notify-reload\` avoids that. It does not make systemd re-read the unit file: that is \`systemctl daemon-reload\`.
\`\`\`ini
ExecReload=/bin/kill -HUP $MAINPID
\`\`\``,
	'service.ExecStop': `Asks the service to end; leave it out if SIGTERM does the job. The command should **wait** until the service is down, because whatever still runs when it returns gets the kill signal. It is skipped if the start failed; for clean-up in every case use \`ExecStopPost=\`. Each command has \`TimeoutStopSec=\` to finish.`,
	'service.ExecStopPost': `Clean-up that runs after every end: normal stop, crash or failed start. \`$SERVICE_RESULT\`, \`$EXIT_CODE\` and \`$EXIT_STATUS\` tell what happened. The main process is already gone, so do not try to talk to it. Put \`-\` in front if a failure of the command should not matter.`,
	'service.Restart': `When the service is started again by itself. \`on-failure\` suits most daemons: it covers crashes, error codes and timeouts, but not a clean exit; \`always\` covers that too. \`systemctl stop\` never triggers it. Five starts within 10 s and systemd gives up, so add a \`RestartSec=\`.
\`\`\`ini
Restart=on-failure
RestartSec=5s
\`\`\``,
	'service.RestartSec': `Pause before an automatic restart. The default of 100 ms uses up the limit of five starts in 10 s almost at once, and the service stays failed. A few seconds give a database or network time to return. With \`RestartSteps=\` and \`RestartMaxDelaySec=\` the pause grows from one attempt to the next.`,
	'service.TimeoutStartSec': `Time for the whole start, \`ExecStartPre=\` included; after that the service is ended and counts as failed. The usual limit is 90 s, except for \`Type=oneshot\`, which has none. Long downloads such as a \`docker pull\` need \`0\` or \`infinity\`. Running into it with \`Type=notify\` or \`forking\` often means that the \`Type=\` is wrong.
\`\`\`ini
TimeoutStartSec=0
\`\`\``,
	'service.TimeoutStopSec': `How long a stop may take: first for each \`ExecStop=\` command, then for the processes after SIGTERM. When it is over, SIGKILL follows and data may be lost. Give databases more than the usual 90 s. A program that ignores SIGTERM delays every shutdown by this time; fix it or set \`KillSignal=\`.`,
	'service.RemainAfterExit': `Keeps the unit "active" after its processes have ended. Useful with \`Type=oneshot\` for set-up jobs such as firewall rules, so that \`ExecStop=\` can undo them later. The trap: starting it again does nothing while it is active, so a timer would run it only once.
\`\`\`ini
Type=oneshot
RemainAfterExit=yes
\`\`\``,
	'service.PIDFile': `Where a \`Type=forking\` daemon leaves the PID of its main process; systemd reads the file but never writes it. The path must be exactly the one the daemon uses, or the start waits until it times out. Put it under \`/run\`. Better still: run the program in the foreground and leave out both this and \`forking\`.
\`\`\`ini
Type=forking
PIDFile=/run/app.pid
\`\`\``,
	'service.BusName': `The D-Bus name the service claims. If set without a \`Type=\`, the type becomes \`dbus\`, and the start is complete once the name appears. If the bus policy forbids the name or it is misspelt, the start times out. Starting on demand also needs a D-Bus service file that names this unit in \`SystemdService=\`.`,
	'service.WatchdogSec': `The program must send \`WATCHDOG=1\` to systemd more often than this, or it is aborted with SIGABRT and marked failed. Only set it if the program supports it; otherwise a healthy service is killed again and again. It does not restart anything by itself: add \`Restart=\`. Pinging at half the interval is a good rule.
\`\`\`ini
WatchdogSec=30s
Restart=on-failure
\`\`\``,
	'service.SuccessExitStatus': `Exit codes or signals that count as a clean end in addition to 0. Typical: Java programs return 143 after SIGTERM and would show as failed after each stop. With \`Restart=on-failure\` these codes no longer cause a restart. Several lines add up; an empty assignment clears them.
\`\`\`ini
SuccessExitStatus=143
\`\`\``,
	'exec.Environment': `Variables for the processes of the unit. A value with spaces needs quotes around the **whole** assignment. \`$\` is not expanded here, and \`%\` must be doubled. Several lines add up; an empty one clears them. Any user can read the values with \`systemctl show\`, so keep secrets in \`LoadCredential=\`.
\`\`\`ini
Environment="GREETING=hello world" PORT=8080
\`\`\``,
	'exec.EnvironmentFile': `Reads \`NAME=value\` lines from a file at each start and overrides \`Environment=\`. It is not a shell script: \`export\`, \`$OTHER\` and \`$(…)\` do not work. A missing file stops the start unless the path begins with \`-\`. After editing the file a restart is enough; \`daemon-reload\` is not needed.
\`\`\`ini
EnvironmentFile=-/etc/default/app
\`\`\``,
	'exec.User': `Runs the commands of the service as this user; without it a system service is root. It also applies to \`ExecStartPre=\` and the others: prefix a command with \`+\` to run it as root. The user must exist. Ports below 1024 then need a socket unit or \`AmbientCapabilities=CAP_NET_BIND_SERVICE\`. It is of no use in user services.`,
	'exec.Group': `Main group of the processes. If only \`User=\` is set, the main group of that user is used, so this is often unnecessary. For further groups, such as access to a device, use \`SupplementaryGroups=\` instead. The group must already exist.`,
	'exec.WorkingDirectory': `The directory the program starts in; without it a system service starts in \`/\`, where relative paths go wrong. Give an absolute path, or \`~\` for the home of \`User=\`. If it does not exist the start fails (status 200/CHDIR), unless it begins with \`-\`. It does not make a relative path in \`ExecStart=\` valid.`,
	'exec.StandardOutput': `Where normal output goes; usually the journal, read with \`journalctl -u\`. \`>\` in \`ExecStart=\` does not work; use \`append:\` here. \`file:\` writes from the start of the existing file without emptying it, \`truncate:\` empties it first. Error output follows unless \`StandardError=\` says otherwise.
\`\`\`ini
StandardOutput=append:/var/log/app.log
\`\`\``,
	'exec.LimitNOFILE': `How many files and sockets each process may have open. \`/etc/security/limits.conf\` and \`ulimit\` in a login do not apply to services, so set it here. One number sets both the soft and the hard limit, \`soft:hard\` sets them apart. Avoid \`infinity\`: some programs loop over every possible descriptor.
\`\`\`ini
LimitNOFILE=65536
\`\`\``,
	'exec.PrivateTmp': `Gives the service its own \`/tmp\` and \`/var/tmp\`, emptied when it stops. The trap: files and sockets placed there are invisible to other programs, and the service does not see theirs. Exchange files through \`RuntimeDirectory=\` instead, or share the directory with \`JoinsNamespaceOf=\`.`,
	'exec.ProtectSystem': `Makes system directories read-only for the service: \`yes\` covers \`/usr\` and the boot loader, \`full\` adds \`/etc\`, \`strict\` covers everything except \`/dev\`, \`/proc\` and \`/sys\`. With \`strict\` the program fails to write to \`/var\` until you open paths.
\`\`\`ini
ProtectSystem=strict
StateDirectory=app
ReadWritePaths=/srv/data
\`\`\``,
	'exec.DynamicUser': `Creates a throw-away user for as long as the service runs, so none needs to be set up. It also brings \`ProtectSystem=strict\`, a read-only home and a private \`/tmp\`. The UID may change from run to run: keep data only in \`StateDirectory=\`, \`CacheDirectory=\` or \`LogsDirectory=\`, as files elsewhere would lose their owner.`,
	'exec.StateDirectory': `Creates \`/var/lib/NAME\` for the \`User=\` before the start and passes its path in \`$STATE_DIRECTORY\`. Give a relative name, never an absolute path. The directory stays after a stop and is writable even with \`ProtectSystem=strict\`. It replaces \`mkdir\` and \`chown\` in \`ExecStartPre=\`.
\`\`\`ini
User=app
StateDirectory=app
\`\`\``,
	'kill.KillMode': `Which processes are ended on stop. \`control-group\`, the default, reaches all of them. \`process\` signals only the main one and \`none\` kills nothing, so **processes are left behind** and may hold ports at the next start; \`none\` is deprecated. Use \`mixed\` if the main process should first end its children in an orderly way.`,
	'kill.KillSignal': `First signal sent on stop; SIGKILL follows after \`TimeoutStopSec=\`. Change it for programs that treat another signal as the orderly end, e.g. SIGQUIT for nginx. If the program then dies from the signal itself, list it in \`SuccessExitStatus=\`, or the unit may show as failed.
\`\`\`ini
KillSignal=SIGQUIT
\`\`\``,
	'timer.OnCalendar': `Starts the unit at wall-clock times; several lines add up, an empty one clears them, which a drop-in needs before a new time. Test with \`systemd-analyze calendar\`. Enable the \`.timer\`, not the service. Runs missed while powered off are skipped unless \`Persistent=yes\`; by default the start may be up to a minute late (\`AccuracySec=\`).
\`\`\`ini
OnCalendar=Mon..Fri 02:30
\`\`\``,
	'timer.OnBootSec': `Starts the unit once, this long after the machine booted. If that moment has already passed when the timer is started, the unit runs at once. It does not repeat: add \`OnUnitActiveSec=\`. In user timers use \`OnStartupSec=\`, which counts from when the manager of the user came up, usually at login.
\`\`\`ini
OnBootSec=5min
OnUnitActiveSec=1h
\`\`\``,
	'timer.OnUnitActiveSec': `Repeats the unit this long after it was last started. Alone it never fires, because there was no first start: add \`OnBootSec=\` or \`OnActiveSec=\`. A service with \`RemainAfterExit=yes\` stays active and is not started again. To count from the end of the last run, use \`OnUnitInactiveSec=\`.
\`\`\`ini
OnBootSec=2min
OnUnitActiveSec=15min
\`\`\``,
	'timer.Persistent': `Remembers the last run on disk and makes up for it when the machine was off at the due time: once, however many runs were missed. It works only for \`OnCalendar=\`; other triggers ignore it. The run comes right after boot, so add \`RandomizedDelaySec=\` if many jobs would pile up.
\`\`\`ini
OnCalendar=daily
Persistent=yes
\`\`\``,
	'socket.ListenStream': `Address for incoming stream connections: a port, \`IP:port\`, a path for a Unix socket, or \`@name\`. A port alone means all addresses, IPv6 and usually IPv4. The service must be able to take the socket from systemd; otherwise it fails because the port is in use. Lines add up: in a drop-in clear first.
\`\`\`ini
ListenStream=
ListenStream=127.0.0.1:8080
\`\`\``,
	'socket.Accept': `\`no\`: one service receives the listening socket and accepts the connections itself, which suits nearly all daemons. \`yes\`: each connection starts an instance of its own and needs a template such as \`app@.service\`, as with inetd. A plain \`app.service\` does not work with \`yes\`. \`MaxConnections=\` limits the number of instances.`,
	'path.PathExists': `Starts the unit as soon as the path exists, also if it is already there when watching begins. The service must remove the file: while it exists, the service is started again after each run until the start limit stops it. To react to changes use \`PathChanged=\`. Enable the \`.path\` unit, not the service.`,
	'path.PathChanged': `Starts the unit when the file was written and closed; \`PathModified=\` reacts to every single write. For a directory it notices entries that come and go, but not subdirectories. Changes made before watching began or by another host on a network share go unnoticed. Changes while the service runs do not start it a second time.`,
	'mount.What': `What to mount: a device, \`host:/export\`, an image file or another source. Names such as \`/dev/sdb1\` can change between boots; use \`/dev/disk/by-uuid/…\`. Mount options belong in \`Options=\` and the file-system type in \`Type=\`. A \`%\` in the source must be doubled.
\`\`\`ini
What=/dev/disk/by-uuid/1234-ABCD
Where=/srv/data
Type=ext4
\`\`\``,
	'mount.Where': `The mount point, which must match the file name: \`/srv/data\` belongs in \`srv-data.mount\`, otherwise the unit is refused. \`systemd-escape -p --suffix=mount /srv/my-data\` prints the right name. A missing directory is created. The path must not lead through symbolic links.`,
	'resource-control.MemoryMax': `Hard upper limit for all processes of the unit together. Above it the kernel first reclaims memory, then kills processes of the unit. Set \`MemoryHigh=\` a little lower to slow it down before that. Swap is not included; see \`MemorySwapMax=\`. A percentage refers to the installed RAM.
\`\`\`ini
MemoryHigh=900M
MemoryMax=1G
\`\`\``,
	'resource-control.CPUQuota': `Most CPU time the unit may use; the \`%\` is required. \`100%\` is one full CPU, \`200%\` two, so on an 8-core machine \`50%\` is half of **one** core. It throttles even if the machine is idle. If others should only go first, use \`CPUWeight=\`.
\`\`\`ini
CPUQuota=150%
\`\`\``,
	'resource-control.Slice': `Puts the unit into a group whose limits all members share. Dashes in the name form a tree: \`app-web.slice\` lies inside \`app.slice\`. The limits themselves go into the \`[Slice]\` section of that \`.slice\` unit. A running service moves only when it is restarted.
\`\`\`ini
Slice=app.slice
\`\`\``,
	'resource-control.TasksMax': `How many tasks the unit may have; **threads count** as well as processes. At the limit no new ones can be created, and programs report "Resource temporarily unavailable" or fail to start a thread. Raise it for databases, JVMs and build servers. A percentage refers to the system-wide maximum.
\`\`\`ini
TasksMax=4096
\`\`\``,
};
