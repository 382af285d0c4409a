// Our texts for `Assert…=` of systemd.unit(5). What each tests is described with its quiet twin in unit-conditions.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const unitAssertsTexts: DirectiveTexts = {
	AssertACPower: {
		does: 'Makes the start an error while the power supply is not as asked: `yes` for mains, `no` for battery alone.',
		without: 'A firmware update would begin on a nearly empty battery.',
		pitfall: 'Machines that report no power supply at all count as plugged in, so `no` never holds on a server.',
	},
	AssertArchitecture: {
		does: 'Refuses the start on another CPU architecture, so that a wrong image is noticed at once. `!` in front negates.',
		without: 'A foreign binary fails later, with the cryptic status 203/EXEC.',
		pitfall: "The names are systemd's own: `x86-64` and `arm64`, neither `amd64` nor `aarch64`.",
	},
	AssertCPUFeature: {
		does: 'Turns a missing processor feature such as `avx2` into a failed start job with a line in the log.',
		without: 'The program dies of SIGILL somewhere in its work.',
		pitfall:
			'Known for x86 only until recent releases added arm64; elsewhere the assertion cannot hold, so such a unit never starts there.',
	},
	AssertCPUPressure: {
		does: 'Fails the start if processes have been waiting for CPU longer than the given share, say `30%/1min`.',
		without: 'Heavy jobs join an already overloaded machine.',
		pitfall:
			'It looks once, at the moment of starting. Nothing is retried when the load falls, so a timer or a `Restart=` has to come back.',
	},
	AssertCPUs: {
		does: 'Insists on a number of usable CPUs, written as a comparison such as `>=4`, and reports an error otherwise.',
		without: 'Programs tuned for many threads start on a single core and crawl.',
		pitfall: 'Counted is the CPU affinity of systemd itself, so a container with a quota may still show every core.',
	},
	AssertCapability: {
		does: "Demands that systemd's own bounding set contains a capability, which matters in containers that were stripped.",
		without: 'The lack shows only when the program is denied an operation.',
		pitfall:
			'It asks about systemd, not about this unit: `CapabilityBoundingSet=` and `User=` play no part in the answer.',
	},
	AssertControlGroupController: {
		does: 'Demands cgroup controllers, for instance `memory cpu`, or a hierarchy (`v1`, `v2`), and fails the job if one is unavailable.',
		without: 'Limits such as `MemoryMax=` are silently without effect on such a machine.',
		pitfall: 'Misspelt controllers count as fulfilled, because unknown names are skipped.',
	},
	AssertCredential: {
		does: 'Requires that a credential of this name was handed to the service manager, for example by a VM or container host.',
		without: 'The service begins without its secret and stops half-way.',
		pitfall: 'Files in `/etc/credstore` are not looked at; only what systemd itself received counts.',
	},
	AssertDirectoryNotEmpty: {
		does: 'Stops with an error unless the directory exists and holds at least one entry, such as certificates or a mounted data set.',
		without: 'An importer runs over nothing and calls that success.',
		pitfall: 'Hidden entries are enough to fulfil it, and whether the entry is the right one is not looked at.',
	},
	AssertEnvironment: {
		does: 'Wants a variable, or an exact `NAME=value`, in the environment of the service manager and complains loudly if it is absent.',
		without: 'Settings that a container runtime should have passed are missed only at run time.',
		pitfall: '`Environment=` of the same unit is no help: that is set for the program, not for systemd.',
	},
	AssertFileIsExecutable: {
		does: 'Verifies before the start that a regular file is there with an execute bit, typically a helper from another package.',
		without: 'The missing helper surfaces as an exit status of the service.',
		pitfall: 'Whether `User=` may run it is not asked, nor whether the interpreter behind `#!` exists.',
	},
	AssertFileNotEmpty: {
		does: 'Treats an absent or zero-byte file as an error of configuration and refuses to start.',
		without: 'A daemon with an empty configuration runs on its built-in defaults.',
		pitfall:
			"One newline counts as content. The check is no substitute for `ExecStartPre=` with the program's own test option.",
	},
	AssertFirstBoot: {
		does: 'Reports an error where the first boot (`yes`), or a later one (`no`), was expected.',
		without: 'Provisioning code may run against a machine that is already set up.',
		pitfall: 'For “run once at first boot” take the `Condition` form; with this one each later boot logs a failure.',
	},
	AssertFraction: {
		does: 'Passes on the given share of machines, such as `10%` or `canary 10%`, chosen by machine ID; all others get an error.',
		without: 'The unit behaves alike on the whole fleet.',
		pitfall:
			'Roll-outs want `ConditionFraction=`, which skips quietly; an error on nine of ten machines is hardly wanted.',
	},
	AssertGroup: {
		does: 'Demands that the service manager has this group, primary or supplementary; of use only for user managers.',
		without: 'A user unit starts and is then denied the device or socket of that group.',
		pitfall:
			'Membership counts from the login that started the manager; people added since must log out completely first.',
	},
	AssertHost: {
		does: 'Fails where host name (globs allowed) or machine ID differ, guarding against units copied to a wrong machine.',
		without: 'Nothing stops the unit from running on a clone.',
		pitfall: 'The host name may still be the transient one early in boot, when DHCP has not answered yet.',
	},
	AssertIOPressure: {
		does: 'Rejects the start as long as tasks stall on disk more than the threshold allows, for example `20%/5min`.',
		without: 'Back-ups start just when the disks are drowning.',
		pitfall: 'Without `/10sec`, `/1min` or `/5min` the average over five minutes is taken, which reacts slowly.',
	},
	AssertKernelCommandLine: {
		does: 'Expects a word or an exact `option=value` among the boot parameters; its absence is an error in the log.',
		without: 'A machine booted without, say, `systemd.unified_cgroup_hierarchy` is discovered too late.',
		pitfall: '`quiet` matches `quiet=1` too, whereas `quiet=1` matches nothing but itself.',
	},
	AssertKernelModuleLoaded: {
		does: 'Requires a kernel module that has finished loading, by the name that `lsmod` shows.',
		without: 'The unit starts and its device or file system is unknown to the kernel.',
		pitfall: 'Nothing gets loaded by asking: order after `modprobe@NAME.service` and want it as well.',
	},
	AssertKernelVersion: {
		does: 'Compares `uname -r` with expressions such as `>=5.10` and fails the start where they do not hold.',
		without: 'A program meets missing system calls on old kernels.',
		pitfall:
			'Distributions backport features without a new number, so the version is a weak proof. Newer systemd prefers `AssertVersion=`.',
	},
	AssertMachineTag: {
		does: 'Lets the job fail unless one of the tags in `/etc/machine-info` matches the pattern, for instance `role=db`.',
		without: 'The unit knows no roles and starts everywhere.',
		pitfall: 'A tag without value does not match `role=db`; write `role=*` for any value.',
	},
	AssertMemory: {
		does: 'Insists on an amount of RAM, such as `>=2G`, as a guard against machines that are too small.',
		without: 'The program is started and soon meets the OOM killer.',
		pitfall: "Installed memory counts, not what is free, and in a container the container's own limit.",
	},
	AssertMemoryPressure: {
		does: 'Gives an error while reclaiming memory slows tasks beyond a threshold, globally or for a slice: `app.slice:10%`.',
		without: 'A large job adds to thrashing that is already there.',
		pitfall: 'Kernels without pressure stall information skip the test, so do not rely on it alone.',
	},
	AssertNeedsUpdate: {
		does: 'Refuses to run unless `/etc` or `/var` is older than `/usr`, as after an offline update of the system image.',
		without: 'Migration code would run at each boot.',
		pitfall:
			'Package managers that finish their work at once never cause this state; nearly always the condition is meant.',
	},
	AssertNull: {
		does: 'Was a test that always had the given result, for trying the mechanism out. Removed in systemd 247.',
	},
	AssertOSRelease: {
		does: 'Fails on another distribution or version: fields of `os-release` are compared, as in `ID=debian` or `VERSION_ID>=12`.',
		without: 'A unit built for one distribution half works on another.',
		pitfall: 'A field that the file lacks is taken for empty, so rolling distributions fail each test of `VERSION_ID`.',
	},
	AssertPathExists: {
		does: 'Refuses to start, with an error, unless the path exists; `!` in front demands that it does not. Symbolic links are followed.',
		without: 'The missing file turns up later, in whatever words the program has for it.',
		pitfall:
			'The unit itself stays inactive rather than failed, so `OnFailure=` is not triggered; only the start job reports. Where absence is normal, `ConditionPathExists=` skips without noise.',
	},
	AssertPathExistsGlob: {
		does: 'Looks for any file or directory that fits a pattern such as `/etc/app/*.conf`; no match is an error.',
		without: 'A daemon without a single configuration file starts and does nothing.',
		pitfall: 'Quotes and braces are no part of the pattern language here; `*`, `?` and `[…]` are.',
	},
	AssertPathIsDirectory: {
		does: 'Demands a directory, so that a plain file or dangling link in its place is reported before anything is written.',
		without: 'The program creates the directory itself, perhaps on the wrong disk.',
		pitfall: 'A mount point is a directory before its mount as well; for mounted data see `AssertPathIsMountPoint=`.',
	},
	AssertPathIsEncrypted: {
		does: 'Requires that the block device under the path is protected by dm-crypt, for instance LUKS.',
		without: 'Secrets may be written to plain storage unnoticed.',
		pitfall: 'Encryption inside the file system (fscrypt, ZFS, gocryptfs) and by the drive itself goes unrecognised.',
	},
	AssertPathIsMountPoint: {
		does: 'Protects against writing into the empty directory below an absent mount: the job errors out unless something is mounted there.',
		without: 'A failed mount fills the root file system instead.',
		pitfall: 'It only observes. To have the file system mounted first, use `RequiresMountsFor=`.',
	},
	AssertPathIsReadWrite: {
		does: 'Fails if the file system of the path is mounted read-only, as ext4 does by itself after an I/O error.',
		without: 'A database opens its files and breaks at the first write.',
		pitfall: 'Permissions and quotas are left out of the check; a full disk passes it.',
	},
	AssertPathIsSocket: {
		does: 'Wants a socket at the path, usually the one another service listens on, and fails the start without it.',
		without: 'The client starts and retries, or gives up.',
		pitfall: 'That the node exists does not mean somebody still listens: stale sockets pass.',
	},
	AssertPathIsSymbolicLink: {
		does: 'Accepts nothing but a symbolic link at the path, as in deployments that switch a `current` link.',
		without: 'A half-finished deployment goes unnoticed.',
		pitfall: 'This is the one path test that does not follow links, and so a dangling one is good enough.',
	},
	AssertSecurity: {
		does: 'Enforces that a protection is active: `selinux`, `apparmor`, `uefi-secureboot`, `tpm2` and others.',
		without: 'The service quietly runs with less protection than it was written for.',
		pitfall: '`selinux` holds in permissive mode, too; enforcement is not part of the test.',
	},
	AssertUser: {
		does: 'Demands that the service manager runs as this user or, with `@system`, as a system account.',
		without: "A unit for one account can be started in everybody's manager.",
		pitfall: 'The system manager is always root, hence the answer there never changes.',
	},
	AssertVersion: {
		does: 'Fails unless kernel, `systemd` or `glibc` satisfy a comparison: `systemd >=254`. Without a name the kernel is meant.',
		without: 'Directives that an old systemd does not know are ignored there with a warning only.',
		pitfall: 'Older releases do not know this very key and start the unit regardless.',
	},
	AssertVirtualization: {
		does: 'Refuses to start inside (or outside) virtual machines and containers: `yes`, `no`, `vm`, `container` or a product such as `kvm`.',
		without: 'Hardware services fail one by one in a container.',
		pitfall: 'Only the innermost layer is seen: a container in a VM is a container.',
	},
};
