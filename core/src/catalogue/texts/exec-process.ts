// Our texts for systemd.exec(5): limits and scheduling of processes. Limits of a whole unit stand in resource-control.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execProcessTexts: DirectiveTexts = {
	CPUAffinity: {
		does: 'Pins processes to certain CPUs: `0-3 8`, or `numa` to follow `NUMAMask=`.',
		without: "All CPUs that the system's configuration leaves.",
		pitfall:
			'A process may change it again; `AllowedCPUs=` it cannot escape. A list without any CPU that exists fails the start. Lines add up.',
	},
	CPUSchedulingPolicy: {
		does: 'The scheduler class: normal (`other`), `batch`, `idle`, real-time `fifo` or `rr`, or `ext` for BPF schedulers.',
		without: '`other`.',
		pitfall:
			'Real time on a busy loop can freeze the machine. It needs `CPUSchedulingPriority=` and is refused inside many containers.',
		words: {
			other: 'The normal scheduler, fair by `Nice=` and weights.',
			batch: 'Normal, but treated as a number cruncher that need not react quickly.',
			idle: 'Runs only when nothing else wants the CPU.',
			fifo: 'Real time: runs until it yields or something of higher rank comes.',
			rr: 'Real time with time slices among processes of one rank.',
			ext: 'A scheduler loaded as a BPF program decides; kernel 6.12 and newer.',
		},
	},
	CPUSchedulingPriority: {
		does: 'The rank among real-time tasks, 1 to 99, higher first.',
		without: 'The lowest of its class.',
		pitfall:
			'Only `fifo` and `rr` heed it; put the policy first in the file. Above 50 you outrank kernel interrupt threads on real-time kernels.',
	},
	CPUSchedulingResetOnFork: {
		does: 'Gives child processes normal scheduling again.',
		without: 'Children inherit real-time priority, scripts and all.',
		pitfall:
			'Threads are children in this sense as well: a program that expects its workers to be real-time gets ordinary ones.',
	},
	CoredumpFilter: {
		does: 'Selects the kinds of memory that a core dump contains, by names such as `private-anonymous` or as a hexadecimal mask.',
		without: "The kernel's default: private and anonymous shared memory, ELF headers, private huge pages.",
		pitfall: '`all` can write gigabytes of shared buffers. Numbers are hexadecimal, even without `0x`.',
	},
	IOSchedulingClass: {
		does: 'Disk priority class: `realtime`, `best-effort` or `idle`.',
		without: '`best-effort`, at a rank derived from `Nice=`.',
		pitfall:
			'Only some I/O schedulers (BFQ, mq-deadline) care; with `none`, common on NVMe, nothing happens. Writes through the page cache are mostly beyond it.',
		words: {
			none: 'No class of its own: the kernel derives it from the nice level.',
			realtime: 'Served before all others, who may starve; needs privilege.',
			'best-effort': 'The ordinary class, with ranks from 0 to 7.',
			idle: 'Served only when the disk has nothing else to do.',
		},
	},
	IOSchedulingPriority: {
		does: 'The rank within the class, 0 to 7, where 0 is served first.',
		without: '4 for `best-effort`.',
		pitfall: 'Meaningless for `idle`. Between services, `IOWeight=` has more effect.',
	},
	IgnoreSIGPIPE: {
		does: 'Starts the program with SIGPIPE ignored, so that a closed connection gives an error instead of death.',
		without: 'It is ignored, the opposite of what a shell does.',
		pitfall:
			'Scripts suffer: the left side of a pipe meets write errors where it would have ended quietly. Set `no` for services that are shell pipelines.',
	},
	KeyringMode: {
		does: "What kernel keyring the service starts with: a new private one, one that also sees the user's keys, or whatever there was.",
		without: '`private` for system services, `inherit` for those of users.',
		pitfall: 'Kerberos tickets and fscrypt keys of the user are missing with `private`; that takes `shared`.',
		words: {
			inherit: "No new keyring; the kernel's own rules decide.",
			private: "A new session keyring that is linked to no user's keys.",
			shared: 'A new session keyring from which the keys of `User=` can be reached.',
		},
	},
	LimitAS: {
		does: 'Caps the address space of each process.',
		without: 'Unlimited.',
		pitfall:
			'Reserved address space is not used memory: Go, Java, sanitizers and V8 reserve huge ranges and fail. To limit memory, set `MemoryMax=`.',
	},
	LimitCORE: {
		does: 'Caps the size of core dumps; 0 switches them off, `infinity` allows any.',
		without: 'Set by the system; with systemd-coredump usually unlimited.',
		pitfall:
			'Where a program receives the dumps, the kernel honours this only in part: systemd-coredump has its own `ProcessSizeMax=`. Dumps contain secrets.',
	},
	LimitCPU: {
		does: 'Seconds of computing time one process may use up before SIGXCPU, and at the hard limit SIGKILL.',
		without: 'No limit.',
		pitfall:
			'It counts over the whole life of a process, so a healthy daemon dies some day. To slow a service down use `CPUQuota=`.',
	},
	LimitDATA: {
		does: 'Caps heap and other private writable memory of a process.',
		without: 'No cap.',
		pitfall:
			'Allocation fails in the middle of work, and few programs handle that. Memory limits belong in `MemoryMax=`, which counts what is really used.',
	},
	LimitFSIZE: {
		does: 'Largest file that a process may write; beyond it comes SIGXFSZ or an error.',
		without: 'Only the file system sets a bound.',
		pitfall:
			'Growing logs and databases hit it long after anybody remembers it was set. It is no quota for a directory.',
	},
	LimitLOCKS: {
		does: 'Was the number of file locks of a process; Linux stopped enforcing it in the days of 2.4.',
		without: 'No difference on any current kernel.',
		pitfall: 'Setting it gives a false sense of protection. Nothing replaces it.',
	},
	LimitMEMLOCK: {
		does: 'How much memory a process may lock into RAM, important for databases, DPDK, and secrets that must never be swapped.',
		without: '8 MiB in newer systemd, 64 KiB in older ones.',
		pitfall:
			'Elasticsearch with `bootstrap.memory_lock` wants `infinity` here; a line in `limits.conf` has no effect on services.',
	},
	LimitMSGQUEUE: {
		does: 'Bytes that POSIX message queues of the user may hold together.',
		without: "The kernel's 819200 bytes.",
		pitfall: 'It is accounted for each user, not each service; every service that shares the account draws on it.',
	},
	LimitNICE: {
		does: 'How far processes may raise their own priority later on.',
		without: 'Not at all, without privileges.',
		pitfall:
			'The raw form counts backwards (20 minus nice value); write `-5` with its sign for a nice level, and unsigned only if you mean the raw one.',
		bounds: '-20 to 19 with a sign, 0 to 40 without',
	},
	LimitNOFILE: {
		does: 'The number of files and sockets that each process may have open. One number sets both limits; `soft:hard` tells them apart, and programs may raise the soft one themselves.',
		without: '1024 soft, for old programs with `select()`, and 524288 hard, since release 240.',
		pitfall:
			"`limits.conf` and `ulimit` in a login shell do not apply to services, which is why “Too many open files” survives all tuning there. `infinity` harms some programs, which close or allocate for every possible number at start. In containers the engine's own setting counts, as in `docker run --ulimit`. Servers with many connections set it explicitly.",
		example: 'LimitNOFILE=1024:65536',
	},
	LimitNPROC: {
		does: 'Caps processes and threads of the *user*, counted over all that run under that account.',
		without: "A share of what the kernel's memory allows.",
		pitfall:
			'Two services of one account starve each other, and root is exempt. For one service, `TasksMax=` is right.',
	},
	LimitRSS: {
		does: 'Was the resident memory of a process; Linux ignores it.',
		without: 'Nothing is different, as nothing reads the value.',
		pitfall:
			'People believe that their service is limited, and it is not. `MemoryMax=` limits what is really resident, for the whole unit.',
	},
	LimitRTPRIO: {
		does: 'Highest real-time priority the processes may ask for by themselves.',
		without: '0: none, without `CAP_SYS_NICE`.',
		pitfall:
			'Audio software needs it, as 95 for JACK. With `CPUSchedulingPolicy=fifo` systemd sets the priority, and this is superfluous.',
	},
	LimitRTTIME: {
		does: 'Computing time without a pause under real-time scheduling; then SIGXCPU follows.',
		without: 'No limit: a runaway real-time loop can block a CPU.',
		pitfall: 'A number without a unit means *micro*seconds. Blocking calls reset the count.',
	},
	LimitSIGPENDING: {
		does: 'How many signals may be queued for the user.',
		without: 'Derived by the kernel from the size of memory.',
		pitfall:
			'POSIX timers use the same allowance: programs with thousands of them see EAGAIN. All services of the account share it.',
	},
	LimitSTACK: {
		does: 'Largest stack of the main thread, and default stack of new threads.',
		without: '8 MiB soft, usually.',
		pitfall:
			'Raising it multiplies by the number of threads in virtual memory; `infinity` changes the memory layout of old programs. Deep recursion is better cured in the program.',
	},
	MemoryKSM: {
		does: 'Lets the kernel merge identical pages of the processes, mainly useful for many similar virtual machines.',
		without: 'Only memory that programs offer themselves is merged.',
		pitfall:
			'Merging leaks information between tenants through timing. `ksmd` has to run, too: `/sys/kernel/mm/ksm/run`.',
	},
	MemoryTHP: {
		does: 'Controls transparent huge pages for the service: none, only on request, or as the system has it.',
		without: "Inherited from systemd, thus the system's setting.",
		pitfall:
			'Databases that advise “disable THP” can now be treated alone; before 260 the line is ignored and only `/sys/kernel/mm` helps.',
		words: {
			inherit: 'Leaves the policy as systemd itself was started with.',
			disable: 'No transparent huge pages for these processes at all.',
			madvise: 'Huge pages only for memory that the program marks for it.',
			system: 'The system-wide policy, even if systemd was started with another.',
		},
	},
	NUMAMask: {
		does: 'The memory nodes to which `NUMAPolicy=` refers, for instance `0-1` or `all`.',
		without: 'No node, so most policies are incomplete.',
		pitfall: '`preferred` takes a single one. Node numbers are of hardware and change with it.',
	},
	NUMAPolicy: {
		does: 'From which NUMA nodes memory is taken: `bind` strictly, `preferred` if possible, `interleave` in turn.',
		without: 'The node on which the thread runs.',
		pitfall:
			'`bind` to a full node ends in the OOM killer though other nodes have room. On single-node machines it does nothing.',
		words: {
			default: 'Memory comes from the node on which the thread happens to run.',
			preferred: 'From the one node named, and elsewhere when it is full.',
			bind: 'Only from the nodes named, even if that means running out.',
			interleave: 'Page by page in turn from the nodes named.',
			local: 'Always from the node of the CPU in use, whatever was inherited.',
			'preferred-many': 'From several preferred nodes, with others to fall back on; Linux 5.15.',
			'weighted-interleave': 'In turn by the weights set in `/sys`; Linux 6.9.',
		},
	},
	Nice: {
		does: 'Weight of the processes in the CPU scheduler: from -20 (gets most) to 19 (steps back for others).',
		without: '0, or what a parent had.',
		pitfall:
			'With the cpu controller on, it only ranks processes *within* the service; between services `CPUWeight=` decides. It has no bearing on disk or memory.',
	},
	OOMScoreAdjust: {
		does: "Makes the kernel's choice of victim more or less likely to fall on these processes, from -1000 (never) to 1000 (first).",
		without: '0, what systemd itself has.',
		pitfall:
			"Sparing one service sacrifices the others. Children inherit it, so all of a shell's jobs may become immune. User units can only raise it.",
	},
	Personality: {
		does: 'Which architecture `uname` reports, such as `x86` for 32-bit software on a 64-bit kernel.',
		without: 'That of the kernel.',
		pitfall:
			'It translates nothing: 32-bit libraries must be installed. Build scripts are the usual customers. A machine takes its own architecture and, if it has one, the 32-bit counterpart; other names are skipped with a line in the journal.',
		words: {
			x86: 'Reports a 32-bit PC, on a 64-bit one.',
			'x86-64': 'Reports a 64-bit PC.',
			arm64: 'Reports 64-bit ARM, `aarch64`.',
			'arm64-be': 'Reports 64-bit ARM, big-endian.',
			arm: 'Reports 32-bit ARM on a 64-bit machine that can run it.',
			'arm-be': 'Reports 32-bit ARM, big-endian.',
			ppc: 'Reports 32-bit PowerPC, big-endian.',
			'ppc-le': 'Reports 32-bit PowerPC, little-endian.',
			ppc64: 'Reports 64-bit PowerPC, big-endian.',
			'ppc64-le': "Reports 64-bit PowerPC, little-endian, as today's distributions are.",
			s390: 'Reports the 31-bit mainframe mode.',
			s390x: 'Reports the 64-bit mainframe.',
			alpha: 'Reports a DEC Alpha.',
			arc: 'Reports an ARC processor, little-endian.',
			'arc-be': 'Reports an ARC processor, big-endian.',
			cris: 'Reports an ETRAX CRIS.',
			ia64: 'Reports an Itanium.',
			loongarch64: 'Reports a 64-bit LoongArch.',
			m68k: 'Reports a Motorola 68000.',
			mips: 'Reports 32-bit MIPS, big-endian.',
			'mips-le': 'Reports 32-bit MIPS, little-endian.',
			mips64: 'Reports 64-bit MIPS, big-endian.',
			'mips64-le': 'Reports 64-bit MIPS, little-endian.',
			nios2: 'Reports a Nios II.',
			parisc: 'Reports a 32-bit PA-RISC.',
			parisc64: 'Reports a 64-bit PA-RISC.',
			riscv32: 'Reports a 32-bit RISC-V.',
			riscv64: 'Reports a 64-bit RISC-V.',
			sh: 'Reports a 32-bit SuperH.',
			sh64: 'Reports a 64-bit SuperH.',
			sparc: 'Reports a 32-bit SPARC.',
			sparc64: 'Reports a 64-bit SPARC.',
			tilegx: 'Reports a TILE-Gx.',
		},
	},
	TimerSlackNSec: {
		does: 'How much the kernel may delay timers of the processes to bundle wake-ups.',
		without: '50 microseconds, from the kernel.',
		pitfall: 'Numbers without a unit are nanoseconds here, unlike anywhere else. Real-time threads are exempt.',
	},
	UMask: {
		does: 'Permission bits that new files of the service do *not* get, in octal: `0027` gives the group read access and others none, `0077` leaves all to the owner.',
		without: '`0022`: everybody may read what the service writes.',
		pitfall:
			'It acts on files the program creates with open modes; explicit `chmod` calls in the program win, as do default ACLs of the directory. `StateDirectoryMode=` and its siblings, and sockets of socket units, have modes of their own and do not care. To share files within a group take `0002` or `0007` plus a setgid directory.',
		example: 'UMask=0027',
	},
};
