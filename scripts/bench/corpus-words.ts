// What generated units are made of: names, paths and settings as they stand in real units. No program reads the units,
// so nothing here needs to exist.

/** A line of a section. */
export type Setting = readonly [key: string, value: string];

/** Names of programs. */
export const programs = [
	...['archiver', 'broker', 'cache', 'dispatcher', 'exporter', 'feeder', 'gateway', 'indexer', 'journal-relay'],
	...['keyring', 'ledger', 'mailer', 'notifier', 'orders', 'proxy', 'queue', 'registry', 'search', 'thumbnailer'],
	...['uploader', 'validator', 'web', 'xml-import', 'yard', 'zone-sync'],
] as const;

/** What a program is for. */
export const purposes = [
	'for the shop',
	'of the back office',
	'for nightly imports',
	'on all nodes',
	'for the map tiles',
	'behind the public API',
] as const;

/** Units that others are ordered after. */
export const milestones = [
	'network.target',
	'network-online.target',
	'local-fs.target',
	'remote-fs.target',
	'nss-lookup.target',
	'time-sync.target',
	'dbus.service',
	'docker.service',
	'postgresql.service',
] as const;

/** Further lines of [Unit]. */
export const unitSettings: readonly Setting[] = [
	['Documentation', 'https://wiki.example.com/operations'],
	['ConditionPathExists', '!/run/maintenance'],
	['ConditionPathIsDirectory', '/srv'],
	['ConditionVirtualization', '!container'],
	['RequiresMountsFor', '/srv/data /var/cache'],
	['DefaultDependencies', 'no'],
	['Conflicts', 'shutdown.target'],
	['Before', 'shutdown.target'],
	['OnFailure', 'tell-operator@%n.service'],
	['StartLimitIntervalSec', '10min'],
	['StartLimitBurst', '4'],
	['PartOf', 'shop.target'],
];

/** Further lines of [Service]. */
export const serviceSettings: readonly Setting[] = [
	['ExecReload', '/bin/kill -HUP $MAINPID'],
	['Restart', 'on-failure'],
	['RestartSec', '5s'],
	['TimeoutStopSec', '90'],
	['KillMode', 'mixed'],
	['User', 'www-data'],
	['Group', 'www-data'],
	['WorkingDirectory', '/srv/app'],
	['EnvironmentFile', '-/etc/default/app'],
	['Environment', 'LANG=C.UTF-8 "APP_OPTIONS=--verbose --color=never"'],
	['UMask', '0027'],
	['LimitNOFILE', '65536'],
	['StandardOutput', 'journal'],
	['SyslogIdentifier', '%p'],
	['RuntimeDirectory', 'app'],
	['StateDirectory', 'app app/cache'],
	['CapabilityBoundingSet', 'CAP_NET_BIND_SERVICE CAP_SETGID CAP_SETUID'],
	['AmbientCapabilities', 'CAP_NET_BIND_SERVICE'],
	['NoNewPrivileges', 'yes'],
	['PrivateTmp', 'true'],
	['PrivateDevices', 'yes'],
	['ProtectSystem', 'strict'],
	['ProtectHome', 'read-only'],
	['ProtectKernelTunables', 'yes'],
	['ProtectControlGroups', 'yes'],
	['RestrictAddressFamilies', 'AF_UNIX AF_INET AF_INET6'],
	['RestrictNamespaces', 'true'],
	['SystemCallFilter', '@system-service'],
	['SystemCallFilter', '~@privileged @resources'],
	['SystemCallArchitectures', 'native'],
	['MemoryMax', '512M'],
	['CPUQuota', '80%'],
];

/** Lines of [Timer]. */
export const timerSettings: readonly Setting[] = [
	['OnCalendar', 'Mon..Fri *-*-* 06:30:00'],
	['OnBootSec', '15min'],
	['OnUnitActiveSec', '1d'],
	['RandomizedDelaySec', '30min'],
	['AccuracySec', '1h'],
	['Persistent', 'true'],
];

/** Lines of [Socket]. */
export const socketSettings: readonly Setting[] = [
	['ListenStream', '/run/app.socket'],
	['ListenStream', '0.0.0.0:8080'],
	['ListenDatagram', '127.0.0.1:5140'],
	['SocketMode', '0660'],
	['SocketGroup', 'adm'],
	['Accept', 'no'],
	['PassCredentials', 'yes'],
	['RemoveOnStop', 'yes'],
];

/** Lines of [X-Fleet]. */
export const fleetSettings: readonly Setting[] = [
	['MachineMetadata', '"region=eu-west" "disk=ssd"'],
	['MachineOf', 'data@%i.service'],
	['Conflicts', 'web@*.service'],
	['Global', 'true'],
];

/** Sentences for comments. */
export const remarks = [
	'The port is opened by the socket unit, so nothing runs as root here.',
	'Wait for the address: the first start after an installation is too early otherwise.',
	'See the operations handbook before changing any of this.',
	'An empty value resets what the packaged unit says.',
	'Keep in step with the firewall rules!',
] as const;
