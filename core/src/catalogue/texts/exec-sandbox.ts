// Our texts for systemd.exec(5): the sandbox and mandatory access control. Filters of system calls stand in exec-syscalls.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execSandboxTexts: DirectiveTexts = {
	AppArmorProfile: {
		does: 'Switches the processes to an AppArmor profile that is loaded in the kernel.',
		without: "The profile attached to the program's path, if there is one.",
		pitfall:
			'A profile that is not loaded stops the start; `-` in front forgives every error, that one included. Order after `apparmor.service`.',
	},
	BPFDelegateAttachments: {
		does: 'Attach points that the unit may use through a BPF token from its private bpffs; `any` for all.',
		without: 'None, so BPF stays with privileged programs.',
		pitfall: 'Useless without `PrivateBPF=yes`, a user namespace, and a kernel with BPF tokens.',
	},
	BPFDelegateCommands: {
		does: 'Which operations of the `bpf()` call a unit without privileges may make, such as `BPFMapCreate`.',
		without: 'The kernel refuses them all.',
		pitfall:
			'The program itself has to fetch the token; libbpf does in recent versions. Older tools notice no difference.',
	},
	BPFDelegateMaps: {
		does: 'Types of BPF maps that may be created with the token, for example `BPFMapTypeHash`.',
		without: 'No map can be made.',
		pitfall: 'Loading a program nearly always needs maps as well; allow both or neither.',
	},
	BPFDelegatePrograms: {
		does: 'Types of BPF programs that may be loaded with the token.',
		without: 'Loading is left to root.',
		pitfall: 'Allowing tracing types lets the unit look into the whole kernel; choose narrowly.',
	},
	DelegateNamespaces: {
		does: "Lets the unit's own user namespace own further namespace types, so that its root may change network or mounts inside.",
		without: 'These belong to the host, and root inside is refused.',
		pitfall: 'Switches `PrivateUsers=self` on. It creates no namespace: `PrivateNetwork=` and so on are still needed.',
		words: {
			yes: 'All namespace types made for the unit belong to its own user namespace.',
			no: "Namespaces stay with the host's user namespace, so root inside cannot change them.",
		},
	},
	ExecPaths: {
		does: 'Exceptions to `NoExecPaths=`: programs and libraries that may be run.',
		without: 'With `NoExecPaths=/` alone not even the service itself could start.',
		pitfall: 'The dynamic loader and the library folders belong on the list, not only the binary.',
	},
	IPCNamespacePath: {
		does: 'Joins an existing IPC namespace by its file, say `/proc/123/ns/ipc`, to share System V objects with a container.',
		without: "The unit uses the host's IPC objects.",
		pitfall: 'The file must exist when the process starts. `PrivateIPC=` is ignored beside it.',
	},
	InaccessibleDirectories: {
		does: 'Name of `InaccessiblePaths=` before release 231.',
	},
	InaccessiblePaths: {
		does: "Takes files and directories out of the program's sight; even root inside gets nothing.",
		without: 'They are as visible as permissions allow.',
		pitfall:
			'Nothing below can be opened again: `BindPaths=` and `ReadWritePaths=` do not reach into it. For “hide all but one” combine `TemporaryFileSystem=` with binds. A missing path fails the start, unless prefixed with `-`.',
	},
	LockPersonality: {
		does: "Freezes the kernel's execution domain, which closes rarely tested emulation code.",
		without: 'A process may switch it with `personality()`.',
		pitfall:
			'Almost nothing minds; exceptions are Wine-like emulators and debuggers that disable address randomisation. For services without root it implies `NoNewPrivileges=`.',
	},
	MemoryDenyWriteExecute: {
		does: 'Forbids memory that is writable and executable, a favourite of exploits.',
		without: 'Programs may generate code and run it.',
		pitfall:
			'Breaks whatever compiles at run time: Java, Node.js, .NET, PHP with JIT, LuaJIT, PCRE with JIT. They die at start or fall back slowly. Combine it with `SystemCallArchitectures=native`.',
	},
	MountFlags: {
		does: 'How mounts pass between host and unit: `shared`, `slave` or `private`.',
		without: '`shared`, of no consequence until another line gives the unit a mount namespace.',
		pitfall:
			'`private` keeps removable media busy after they were unmounted on the host. Docker units once needed `MountFlags=slave`; today leave it alone and see `PrivateMounts=`.',
		words: {
			shared: 'Mounts travel as far as other sandbox lines permit; what needs a private view becomes one-way anyway.',
			slave: 'Mounts of the host appear inside, those made inside do not appear on the host.',
			private: 'Nothing travels in either direction, so unmounted media stay busy inside.',
		},
	},
	NetworkNamespacePath: {
		does: 'Puts the unit into an existing network namespace, such as `/run/netns/vpn` made by `ip netns`.',
		without: "The host's network, or the empty one of `PrivateNetwork=`.",
		pitfall:
			"The file has to exist before the start: order after the unit that makes it. DNS settings are still those of the host's `/etc/resolv.conf`.",
	},
	NoExecPaths: {
		does: "Forbids running programs from these trees, for example everything except the service's own binary.",
		without: 'Whatever is executable may be run, also what an intruder has just stored in `/tmp`.',
		pitfall:
			'Interpreters open scripts as data: `sh /tmp/x` still works if `sh` is allowed. Exceptions go into `ExecPaths=`.',
	},
	PrivateBPF: {
		does: 'Mounts a separate BPF file system for the unit.',
		without: 'Programs and maps pinned by the host are visible in `/sys/fs/bpf`.',
		pitfall:
			'Tools that look for pinned objects of others find none. To let an unprivileged unit *use* BPF, add the `BPFDelegate…=` keys.',
		words: {
			no: "The host's BPF file system is visible.",
			yes: 'A fresh, empty BPF file system of its own is mounted.',
		},
	},
	PrivateDevices: {
		does: 'Replaces `/dev` by one with pseudo devices only: `null`, `zero`, `random`, terminals. No disk, no sound, no serial port. It also blocks raw I/O calls and making device nodes.',
		without: 'The program sees all devices; permissions are the only barrier.',
		pitfall:
			'Services for hardware fail with “No such file”, also when `DeviceAllow=` names the device, since its node is not there. `/dev/kvm`, `/dev/fuse` and `/dev/net/tun` are gone, too. The new `/dev` is mounted `noexec`. Programs that mount something for the host to see cannot do so any more, as with every mount sandbox.',
	},
	PrivateIPC: {
		does: 'Separates System V IPC and POSIX message queues from those of the host.',
		without: 'IPC objects are shared with everybody of the same user.',
		pitfall:
			'Unix sockets and POSIX shared memory are not covered. PostgreSQL tools or monitoring that attach to the shared segments no longer find them.',
	},
	PrivateMounts: {
		does: 'Keeps mounts made by the service to itself; mounts of the host still appear inside.',
		without: 'Any mount the service makes is seen by all.',
		pitfall:
			'Each `Exec…=` command gets its own namespace: what `ExecStartPre=` mounts is gone before `ExecStart=`. Most other sandbox lines imply it.',
	},
	PrivateNetwork: {
		does: 'Cuts the program off from the network: it sees a loopback interface of its own and nothing else. Sockets handed over by a socket unit keep working, which makes a neat sandbox for daemons.',
		without: 'The program can reach, and be reached by, everything the host can.',
		pitfall:
			"“localhost” is now another one: databases on the host's 127.0.0.1 are out of reach. Abstract Unix sockets are cut off as well, those with a path are not. With `JoinsNamespaceOf=` several units share one private network. `IPAddressDeny=any` is milder, and for containers the engine's network is what counts, not this line.",
	},
	PrivatePIDs: {
		does: 'Gives the service its own process numbering, with its main process as PID 1 and no view of others.',
		without: 'It sees, and as root may signal, all processes of the host.',
		pitfall:
			'A PID 1 must reap orphans and has no default signal handling; programs not made for it ignore SIGTERM. Not possible with `Type=forking`. Since 257.',
		words: {
			no: 'The unit sees the process numbers of the host.',
			yes: 'The unit has process numbers of its own, beginning with its main process as 1.',
		},
	},
	PrivateTmp: {
		does: 'Gives the service a `/tmp` and `/var/tmp` of its own, emptied when it stops. Predictable names there can no longer be abused by other users, and nothing is left lying about.',
		without: 'Temporary files are shared with the whole machine and stay until `systemd-tmpfiles` clears them.',
		pitfall:
			"Files and *sockets* there are invisible outside: a PostgreSQL or X11 socket in `/tmp` is not found, and `ls /tmp` on the host shows an odd `systemd-private-…` folder. Exchange files through `RuntimeDirectory=`. Everything is lost with each restart. Container images are not affected, as the client's sandbox is not that of the container.",
		words: {
			no: 'Shares `/tmp` and `/var/tmp` with everybody.',
			yes: "Has its own folders for both, kept on the host's disk and removed at the stop.",
			disconnected: 'Has its own, on a fresh tmpfs that nothing else can share.',
		},
	},
	PrivateUsers: {
		does: 'Runs the unit in a user namespace, so that its capabilities count only inside.',
		without: 'Users and capabilities are those of the host.',
		pitfall:
			"Files of other users appear as `nobody`. Root inside cannot mount, bind low ports on the host's network, or change the system. From 257 there are more modes than yes and no.",
		words: {
			no: 'Users are those of the host.',
			yes: "Root and the unit's own user are mapped to themselves, all others appear as `nobody`.",
			self: 'The same as `yes`, said plainly.',
			identity: 'The first 65536 users keep their numbers; capabilities still count only inside.',
			full: 'All users keep their numbers, and groups may be set.',
			managed: 'A range of 65536 foreign numbers is allotted for the run, with root inside being the first.',
		},
	},
	ProcSubset: {
		does: 'With `pid`, hides everything in `/proc` that is not about processes.',
		without: '`/proc` is complete.',
		pitfall:
			'`/proc/sys`, `/proc/meminfo` and `/proc/cpuinfo` vanish, which breaks Java, Go and most monitoring. A measure for small, well-known programs.',
		words: {
			all: '`/proc` is complete.',
			pid: 'Only the folders of processes are left in `/proc`.',
		},
	},
	ProtectClock: {
		does: 'Forbids setting the system clock and makes the hardware clock read-only.',
		without: 'A root service can change the time.',
		pitfall:
			'NTP daemons need the opposite. It also sets `DeviceAllow=`, which closes other devices where nothing else was listed. Calls that only ask for the state of the clock, such as `adjtimex()`, are blocked as well.',
	},
	ProtectControlGroups: {
		does: 'Makes the cgroup tree read-only, or private with newer values, as only container engines and systemd should write there.',
		without: 'Root services may move processes and change limits of others.',
		pitfall: 'Docker, Podman, LXC and Kubernetes daemons break with it; ordinary ones do not notice.',
		words: {
			no: 'The cgroup tree can be written by whoever has the right.',
			yes: 'The cgroup tree is visible, but read-only.',
			private: 'The unit sees only its own branch, and may write there.',
			strict: 'The unit sees only its own branch, read-only.',
		},
	},
	ProtectHome: {
		does: 'Shields `/home`, `/root` and `/run/user`: `yes` makes them empty, `read-only` forbids writing, `tmpfs` covers them with empty file systems into which single paths can be bound. Very few daemons have any business there.',
		without: "Personal files are open to the service as far as permissions go, and root's go far.",
		pitfall:
			'Programs that look for their configuration in `~` find nothing; that includes tools run as root with files in `/root/.ssh` or `/root/.docker`. Homes in other places, `/srv/home` say, are not covered. A `WorkingDirectory=` below `/home` fails with 200/CHDIR. Binding single paths into them works with `tmpfs`, not with `yes`.',
		example: 'ProtectHome=tmpfs\nBindReadOnlyPaths=/home/app/site',
		words: {
			no: 'Home directories are open as far as permissions go.',
			yes: '`/home`, `/root` and `/run/user` look empty and cannot be entered.',
			'read-only': 'Homes can be read, as far as permissions go, and not written.',
			tmpfs: 'Empty read-only file systems cover the homes, into which single paths can be bound.',
		},
	},
	ProtectHostname: {
		does: 'Stops the unit from changing the host name, or lets it do so only for itself (`private`).',
		without: 'Root services can rename the machine.',
		pitfall:
			'A changed name of the host does not reach the running unit. The route over `hostnamectl` stays open to privileged users.',
		words: {
			no: 'The host name can be changed, with privilege, for the whole machine.',
			yes: 'The unit has a copy of the name and cannot change it.',
			private: 'The unit has a copy and may change that.',
		},
	},
	ProtectKernelLogs: {
		does: "Denies the kernel's log buffer, reading and writing.",
		without: 'With the right capability, kernel messages and the addresses in them can be read.',
		pitfall: 'Collectors that read `/dev/kmsg` stop working. The journal of systemd is not touched.',
	},
	ProtectKernelModules: {
		does: 'Forbids loading and unloading modules, and hides their files.',
		without: 'Root services can load any module.',
		pitfall:
			"The kernel's own on-demand loading goes on: a socket of a rare protocol can still pull a module in. VPN and firewall services may have to load theirs beforehand.",
	},
	ProtectKernelTunables: {
		does: 'Makes `/proc/sys`, `/sys` and similar switches read-only for the unit.',
		without: 'A root service can change kernel settings for the whole machine.',
		pitfall:
			'Writing to `/sys` for LEDs, GPIO or back-light fails, as does `sysctl -w`. Settings belong in `sysctl.d`. With releases before 232 it is ignored.',
	},
	ProtectProc: {
		does: 'How much the unit sees in `/proc` of processes that belong to other users.',
		without: 'All processes are visible, with their command lines.',
		pitfall:
			'Without effect for root or with `CAP_SYS_PTRACE`: it goes together with `User=`. Monitoring agents turn blind. `invisible` is right for most daemons.',
		words: {
			default: 'Nothing is hidden.',
			noaccess: "Other users' processes are listed, but their details are closed.",
			invisible: "Other users' processes are not even listed.",
			ptraceable: 'Only processes that this one could debug are listed.',
		},
	},
	ProtectSystem: {
		does: 'Makes system directories read-only for the service: `yes` covers `/usr` and the boot partitions, `full` adds `/etc`, `strict` everything but `/dev`, `/proc` and `/sys`. A hole in the program then no longer means a changed system.',
		without: 'A root service may overwrite the operating system.',
		pitfall:
			'With `strict`, `/var` is closed as well: open what is needed with `StateDirectory=`, `LogsDirectory=` or `ReadWritePaths=`, else the first write fails with “Read-only file system”. What `ReadWritePaths=` names must exist. Programs that rewrite their own configuration in `/etc` cannot have `full`. `strict` came with 232.',
		example: 'ProtectSystem=strict\nStateDirectory=app\nReadWritePaths=/srv/data',
		words: {
			no: "Permissions alone protect the system's files.",
			yes: '`/usr` and the boot partitions are read-only.',
			full: 'As `yes`, and `/etc` is read-only, too.',
			strict: 'Everything is read-only except `/dev`, `/proc`, `/sys` and what you open explicitly.',
		},
	},
	ReadOnlyDirectories: {
		does: 'Name of `ReadOnlyPaths=` before release 231.',
	},
	ReadOnlyPaths: {
		does: 'Takes the right to write to these files and directories, with all below them, from every process of the unit, root included. `ReadOnlyPaths=/` with exceptions makes a coarse sandbox.',
		without: 'Permissions alone decide who may write.',
		pitfall:
			'The protection ends where something is mounted inside later: that mount comes along writable. Root with `CAP_SYS_ADMIN` can lift it again, so drop the capability or block `@mount` calls. A path that is missing fails the start with 226/NAMESPACE; the prefix `-` skips it. Exceptions inside are opened by `ReadWritePaths=`.',
		example: 'ReadOnlyPaths=/\nReadWritePaths=/srv/app',
	},
	ReadWriteDirectories: {
		does: 'Name of `ReadWritePaths=` before release 231.',
	},
	ReadWritePaths: {
		does: 'Keeps paths writable within what `ProtectSystem=strict` or `ReadOnlyPaths=` closes. The usual permissions still apply: it opens nothing that `User=` may not write to.',
		without:
			'Under `strict`, only the directories of `StateDirectory=` and its siblings, and private temporary ones, can be written.',
		pitfall:
			'The path has to exist when the service starts, or the start fails with 226/NAMESPACE; write `-/srv/data` if it may be missing, or let `StateDirectory=` create it. A file that is replaced by renaming needs its *directory* here. A read-only file system stays read-only. Lines add up, an empty one clears them.',
		example: 'ProtectSystem=strict\nReadWritePaths=/srv/data -/mnt/backup',
	},
	RemoveIPC: {
		does: "Deletes leftover IPC objects of the unit's user when the last unit of that user stops.",
		without: 'Shared memory of crashed programs lies around until a reboot.',
		pitfall:
			'It removes objects of *other* processes of the same account, too, those of a login included. Never use it with a shared user.',
	},
	RestrictAddressFamilies: {
		does: 'Allows sockets of the named families only, usually `AF_UNIX AF_INET AF_INET6`; `~` forbids the named ones.',
		without: 'Any protocol of the kernel is within reach, seldom audited ones included.',
		pitfall:
			'Leave `AF_UNIX` in, as logging needs it, and `AF_NETLINK` for programs that list interfaces. Sockets handed over are not restricted. No effect on 32-bit x86.',
	},
	RestrictFileSystems: {
		does: 'Limits on which types of file system files may be opened, with groups such as `@basic-api`.',
		without: 'All types are accessible.',
		pitfall:
			'Needs BPF as a kernel security module and cgroup v2; elsewhere it is without effect. `~` makes a list of exclusions.',
	},
	RestrictNamespaces: {
		does: 'Forbids creating or joining namespaces, all of them or all but the listed types.',
		without: 'Unprivileged user namespaces, a frequent stepping stone of exploits, can be used.',
		pitfall: 'Browsers, Flatpak, container engines and anything with its own sandbox need namespaces.',
		words: {
			yes: 'No namespace of any type may be made or joined.',
			no: 'Nothing is restricted.',
		},
	},
	RestrictRealtime: {
		does: 'Denies real-time scheduling, with which a process could monopolise a CPU.',
		without: 'Allowed, for those with the privilege or limit.',
		pitfall:
			'Audio servers and some time daemons need it. Since `sched_setattr()` is blocked as a whole, harmless uses of it fail as well.',
	},
	RestrictSUIDSGID: {
		does: 'Forbids giving files the setuid or setgid bit.',
		without: 'A root service could leave a door open for others.',
		pitfall:
			'Package managers, tar and backup tools restore such bits and fail. Setgid on directories is caught as well.',
	},
	SELinuxContext: {
		does: "Forces an SELinux context instead of the one that policy derives from the program's label.",
		without: 'The transition of the policy applies, as it should for packaged services.',
		pitfall:
			'The policy must allow that transition, or nothing starts; with `-` it goes on in whatever context results.',
	},
	SmackProcessLabel: {
		does: 'Runs the processes under a Smack label.',
		without: 'They have the label of systemd.',
		pitfall:
			"A label in the file's own attribute wins. On kernels without Smack the line is ignored, so it protects nothing there.",
	},
	TemporaryFileSystem: {
		does: 'Covers paths with an empty tmpfs, e.g. `/var:ro`, to show the program only what is bound into it.',
		without: 'The contents of the paths are visible.',
		pitfall:
			'What the program writes there is lost at stop and costs memory; limit it with `:size=16M`. Binds below it are made afterwards, in the right order.',
	},
	UserNamespacePath: {
		does: 'Joins an existing user namespace by its file.',
		without: "The host's users, or those of `PrivateUsers=`.",
		pitfall:
			'`PrivateUsers=` does nothing beside it. System services only, since 259; the file must be there when the process starts.',
	},
};
