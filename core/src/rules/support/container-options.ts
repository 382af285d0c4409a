// The options of docker and podman (and rkt, as far as rules ask), by action: which take a value and which are flags.
// Names come from the programs' own help, old ones included. What an option does is not told here.

/** A container program whose command line is known. */
export type Engine = 'docker' | 'podman' | 'rkt';

/** The options of one action. Both sets hold long names; `letters` leads from the short to the long one. */
export interface OptionTable {
	readonly flags: ReadonlySet<string>;
	readonly values: ReadonlySet<string>;
	readonly letters: ReadonlyMap<string, string>;
	/** Options end at the first word that is none: the image, or the container to run in. */
	readonly endsAtOperand: boolean;
}

/** The options between the program and its action. */
export function globalOptions(engine: Engine): OptionTable {
	return globals[engine];
}

/** The options of an action; `undefined` for one that no rule asks about. */
export function actionOptions(action: string): OptionTable | undefined {
	return actions.get(action);
}

/** Words after which the action comes: `docker container run` is `docker run`. */
export const actionGroups: ReadonlySet<string> = new Set(['container', 'image']);

// `name/n` is an option with its letter.
const globals: Readonly<Record<Engine, OptionTable>> = {
	docker: table(
		'debug/D help tls tlsverify version/v',
		'config context/c host/H log-level/l tlscacert tlscert tlskey',
		true,
	),
	podman: table(
		'help/h noout remote/r syslog trace transient-store version/v',
		`cdi-spec-dir cgroup-manager cni-config-dir config conmon connection/c db-backend events-backend hooks-dir identity
		imagestore log-level module namespace network-cmd-path network-config-dir out root runroot runtime runtime-flag ssh
		storage-driver storage-opt tmpdir url volumepath`,
		true,
	),
	rkt: table(
		'debug help/h trust-keys-from-https version/v',
		'cpuprofile dir insecure-options local-config memprofile system-config user-config',
		true,
	),
};

const runFlags = `disable-content-trust env-host help http-proxy init interactive/i no-healthcheck no-hostname no-hosts
	oom-kill-disable passwd privileged publish-all/P quiet/q read-only read-only-tmpfs replace rm rmi rootfs tls-verify tty/t
	unsetenv-all use-api-socket`;

const runValues = `add-host annotation arch attach/a authfile blkio-weight blkio-weight-device cap-add cap-drop cert-dir
	cgroup-conf cgroup-parent cgroupns cgroups chrootdirs cidfile conmon-pidfile cpu-count cpu-percent cpu-period cpu-quota
	cpu-rt-period cpu-rt-runtime cpu-shares/c cpus cpuset cpuset-cpus cpuset-mems creds decryption-key detach-keys device
	device-cgroup-rule device-read-bps device-read-iops device-write-bps device-write-iops dns dns-opt dns-option dns-search
	domainname entrypoint env/e env-file env-merge expose gidmap gpus group-add group-entry health-cmd health-interval
	health-log-destination health-max-log-count health-max-log-size health-on-failure health-retries health-start-interval
	health-start-period health-startup-cmd health-startup-interval health-startup-retries health-startup-success
	health-startup-timeout health-timeout hostname/h hosts-file hostuser image-volume init-ctr init-path io-maxbandwidth
	io-maxiops ip ip6 ipc isolation kernel-memory label/l label-file link link-local-ip log-driver log-opt lxc-conf
	mac-address memory/m memory-reservation memory-swap memory-swappiness mount name net net-alias network network-alias
	oom-score-adj os passwd-entry personality pid pidfile pids-limit platform pod pod-id-file preserve-fd preserve-fds
	publish/p pull rdt-class requires restart retry retry-delay runtime sdnotify seccomp-policy secret security-opt shm-size
	shm-size-systemd stop-signal stop-timeout storage-opt subgidname subuidname sysctl systemd timeout tmpfs tz uidmap ulimit
	umask unsetenv user/u userns uts variant volume/v volume-driver volumes-from workdir/w`;

const actions: ReadonlyMap<string, OptionTable> = new Map([
	['run', table(`${runFlags} detach/d sig-proxy`, runValues, true)],
	['create', table(runFlags, runValues, true)],
	[
		'exec',
		table(
			'detach/d help interactive/i latest/l no-session privileged tty/t',
			'cidfile detach-keys env/e env-file preserve-fd preserve-fds user/u workdir/w',
			true,
		),
	],
	[
		'start',
		table(
			'all attach/a help interactive/i latest/l sig-proxy',
			'checkpoint checkpoint-dir detach-keys filter/f',
			false,
		),
	],
	['rm', table('all/a depend force/f help ignore/i latest link/l volumes/v', 'cidfile filter time/t', false)],
	['stop', table('all/a help ignore/i latest/l', 'cidfile filter/f signal/s time timeout/t', false)],
	['kill', table('all/a help latest/l', 'cidfile signal/s', false)],
	[
		'pull',
		table(
			'all-tags/a disable-content-trust help quiet/q tls-verify',
			'arch authfile cert-dir creds decryption-key os platform policy retry retry-delay variant',
			false,
		),
	],
]);

function table(flags: string, values: string, endsAtOperand: boolean): OptionTable {
	const letters = new Map<string, string>();
	return { flags: names(flags, letters), values: names(values, letters), letters, endsAtOperand };
}

function names(written: string, letters: Map<string, string>): ReadonlySet<string> {
	const found = new Set<string>();
	for (const option of written.split(/\s+/)) {
		const [name = '', letter] = option.split('/');
		found.add(name);
		if (letter !== undefined) letters.set(letter, name);
	}
	return found;
}
