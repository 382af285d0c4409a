// Our texts for the directives of systemd.resource-control(5). Those of cgroup v1 say only what replaced them.

import type { DirectiveTexts } from './directive-text.ts';
import { managedOomWords, pressureWatchWords } from './shared-words.ts';

/** Texts by key. */
export const resourceControlTexts: DirectiveTexts = {
	AllowedCPUs: {
		does: 'Confines the unit to certain CPUs; its processes cannot leave them.',
		without: 'Any CPU the slices above allow.',
		pitfall:
			'Needs the cpuset controller of cgroup v2. A set that the parent slice does not contain is cut down without an error: look at `EffectiveCPUs`.',
	},
	AllowedMemoryNodes: {
		does: 'Confines memory to certain NUMA nodes.',
		without: 'All nodes.',
		pitfall:
			'Pages from before a change stay where they were. An overfull node ends in the OOM killer though others have room.',
	},
	BPFProgram: {
		does: "Attaches a BPF program pinned in `/sys/fs/bpf` to the unit's cgroup at a hook, `egress:/sys/fs/bpf/count`.",
		without: "Only systemd's own filters act.",
		pitfall:
			'A program that is not there is passed over with a warning, so do not build security on it. It must be loaded before the unit starts.',
	},
	BindNetworkInterface: {
		does: 'Binds every socket the unit makes to one interface or VRF, as `ip vrf exec` does.',
		without: 'Routing decides.',
		pitfall:
			'Loopback traffic is bound, too, so local DNS and databases become unreachable. Read since 260; before, traffic takes the ordinary route.',
	},
	BlockIOAccounting: {
		does: 'Counted disk traffic on cgroup v1. Dead since 258; see `IOAccounting=`.',
	},
	BlockIODeviceWeight: {
		does: 'Weighted single disks on cgroup v1. Dead since 258; see `IODeviceWeight=`.',
		bounds: '10 to 1000',
	},
	BlockIOReadBandwidth: {
		does: 'Capped reading on cgroup v1. Dead since 258; see `IOReadBandwidthMax=`.',
	},
	BlockIOWeight: {
		does: 'Weighted disk access on cgroup v1, 10 to 1000. Dead since 258; see `IOWeight=`, whose scale differs.',
		bounds: '10 to 1000',
	},
	BlockIOWriteBandwidth: {
		does: 'Capped writing on cgroup v1. Dead since 258; see `IOWriteBandwidthMax=`.',
	},
	CPUAccounting: {
		does: 'Asked for CPU figures of the unit.',
		without: '`systemctl status` shows CPU time anyway on cgroup v2.',
		pitfall:
			'On v1, switching it on for one unit did so for its siblings, at a measurable cost. From 262 on the line is ignored.',
	},
	CPUPressureThresholdSec: {
		does: 'How long tasks may wait for CPU within two seconds until the program hears of it.',
		without: '200 ms, unless the system says otherwise.',
		pitfall: 'Only programs that watch `$CPU_PRESSURE_WATCH` notice. Too low a value wakes them all the time.',
	},
	CPUPressureWatch: {
		does: 'Whether programs are told where to watch for CPU pressure, through environment variables.',
		without: "As the manager's `DefaultCPUPressureWatch=` has it.",
		pitfall: 'The file is only useful to programs written for it; nothing is limited by this line. Since 261.',
		words: pressureWatchWords,
	},
	CPUQuota: {
		does: 'The most CPU time the unit may use, as a share of *one* CPU: `50%` is half a core, `200%` two. Beyond that the processes are paused until the next period, even while the machine is idle. It protects others from a runaway and makes performance predictable.',
		without: 'The unit may use every core completely.',
		pitfall:
			'On eight cores `100%` is an eighth of the machine. Programs with many threads use the budget up within the first milliseconds and then stand still together, which shows as latency: see `CPUQuotaPeriodSec=`. The `%` is required. If others should merely go first, `CPUWeight=` wastes nothing. A container started by Docker is outside the unit and needs `--cpus`.',
		example: 'CPUQuota=150%',
	},
	CPUQuotaPeriodSec: {
		does: 'The period over which `CPUQuota=` is reckoned, from 1 ms to 1 s.',
		without: '100 ms.',
		pitfall:
			"Short periods smooth the pauses and cost overhead; long ones allow bursts followed by long standstill. Values beyond the kernel's bounds are adjusted silently.",
		bounds: '1 ms to 1 s; other values are moved into them',
	},
	CPUSetPartition: {
		does: 'Turns the CPUs of `AllowedCPUs=` into a partition: `root`, or `isolated` without load balancing.',
		without: '`member`: they are shared as usual.',
		pitfall:
			'Without `AllowedCPUs=` it has no effect, and the kernel refuses overlaps with siblings. In an isolated set each thread must be placed by hand. Since 261.',
		words: {
			member: 'An ordinary group that shares CPUs with its neighbours.',
			root: 'The CPUs are its own partition, with load balancing inside.',
			isolated: 'The CPUs are its own, with no load balancing: each thread stays where it is put.',
		},
	},
	CPUShares: {
		does: 'CPU share on cgroup v1, 2 to 262144. Dead since 258; see `CPUWeight=`, which runs from 1 to 10000.',
		bounds: '2 to 262144',
	},
	CPUWeight: {
		does: "The unit's share when CPU time is scarce, relative to its neighbours in the same slice: 200 gets twice what 100 gets. On an idle machine nobody is held back. `idle` (252) works only when no one else wants the CPU.",
		without: '100, like everybody.',
		pitfall:
			'Weights compare siblings: a service in `system.slice` does not compete with one in `user.slice`, but their slices do. It is no cap, and `CPUWeight=1` still takes whole idle cores. The key turns the cpu controller on for the neighbours, too. `Nice=` only sorts processes within the service.',
		example: 'CPUWeight=20',
	},
	CoredumpReceive: {
		does: "Forwards core dumps of a container's processes into the container.",
		without: 'The host collects them, and inside nobody knows of the crash.',
		pitfall:
			'Needs `Delegate=yes` and a systemd-coredump running inside; otherwise, the dump stays where it was. Since 255.',
	},
	DefaultMemoryLow: {
		does: 'Was the `MemoryLow=` of child units without one. Ignored from 262 on.',
		without: 'Children have no protection unless they ask for it.',
		pitfall: 'Drop-ins that still carry it protect nobody. Set the value in the children instead.',
	},
	DefaultMemoryMin: {
		does: 'Gave child units a `MemoryMin=`. Without effect since 262.',
		without: "Each child's minimum is zero.",
		pitfall: 'Minimums that add up to more than the parent has are scaled down. Put the line into each child.',
	},
	DefaultStartupMemoryLow: {
		does: 'Gave child units a `StartupMemoryLow=`. Without effect since 262.',
		without: 'Nothing special holds at boot.',
		pitfall: "Hardly ever seen outside of systemd's own tests; state it where it is needed.",
	},
	Delegate: {
		does: "Hands the unit's part of the cgroup tree over: what runs inside may make groups and set limits there, as container engines, user managers and job runners must. `yes` includes all controllers; a list names those needed at least.",
		without: "The tree is systemd's, and groups made inside are removed or moved at the next change.",
		pitfall:
			'Docker, containerd, Kubernetes and Podman units need it; without, limits of containers vanish at some `daemon-reload`. Only with `User=` does a user get rights to the subtree. Processes must then live in leaf groups: see `DelegateSubgroup=` (254). It sets `OOMPolicy=continue`. It exists in [Service] and [Scope] only.',
		example: 'Delegate=yes',
		words: {
			yes: 'All controllers are handed over, and what runs inside manages its own subtree.',
			no: "The unit's groups are managed by systemd alone.",
			cpu: 'Weights and quotas of CPU time.',
			cpuacct: 'Figures of CPU time, on cgroup v1 only.',
			cpuset: 'Which CPUs and memory nodes may be used.',
			io: 'Weights and limits for block devices.',
			blkio: 'The same for disks on cgroup v1.',
			memory: 'Limits and figures of memory.',
			devices: 'Access to device nodes, on cgroup v1 only.',
			pids: 'The number of tasks.',
			'bpf-firewall': 'Filters and counts of packets that systemd attaches by BPF.',
			'bpf-devices': 'Device access by BPF, as cgroup v2 does it.',
			'bpf-foreign': 'BPF programs attached with `BPFProgram=`.',
			'bpf-socket-bind': 'Rules on binding to ports.',
			'bpf-restrict-network-interfaces': 'Rules on network interfaces.',
			'bpf-bind-network-interface': 'Binding of all sockets to one interface.',
		},
	},
	DelegateSubgroup: {
		does: 'Starts the main process in a named subgroup, since delegated units must not have processes at their top.',
		without: 'It starts at the top and has to move itself.',
		pitfall: "A name, not a path, and not one of the kernel's file names. Reload and stop commands run in `.control`.",
	},
	DeviceAllow: {
		does: 'Permits access to a device or a class: `/dev/ttyUSB0 rw`, `char-alsa rw`; letters stand for read, write, mknod.',
		without: 'All devices, as far as permissions go.',
		pitfall:
			'The first such line closes all others, except basic ones like `/dev/null`. Unknown classes are skipped at start, so load the module before. With `PrivateDevices=yes` the node is missing all the same.',
	},
	DevicePolicy: {
		does: 'What is permitted besides `DeviceAllow=`.',
		without: '`auto`: everything, until the first `DeviceAllow=`.',
		pitfall:
			'`strict` takes `/dev/null` and `/dev/urandom` away as well, which hardly any program survives. `closed` is what people mean.',
		words: {
			auto: 'All devices, until the first `DeviceAllow=` makes it `closed`.',
			closed: 'Only what `DeviceAllow=` names, and harmless ones such as `/dev/null` and `/dev/urandom`.',
			strict: 'Only what `DeviceAllow=` names, not even `/dev/null`.',
		},
	},
	DisableControllers: {
		does: 'Keeps cgroup controllers off for all units below, e.g. `cpu` to avoid its overhead.',
		without: 'Any unit below may switch them on.',
		pitfall: 'Their limits then have no effect, silently. Units that delegate cannot be overruled.',
	},
	IOAccounting: {
		does: 'Counts what the unit reads from and writes to disks.',
		without: 'Off, until a limit for I/O needs it.',
		pitfall:
			'It switches the controller on for neighbours too. Figures appear in `systemctl status` and cover devices, not the page cache.',
	},
	IODeviceLatencyTargetSec: {
		does: 'Guards an average latency on a disk: neighbours with laxer targets are slowed down if it is missed.',
		without: 'No target.',
		pitfall:
			'Only neighbours at the same level of the tree are compared. The device must be a whole disk; partitions do not count.',
	},
	IODeviceWeight: {
		does: 'Weight for one disk, overriding `IOWeight=` there: `/dev/sda 200`.',
		without: '`IOWeight=` holds for all disks.',
		pitfall: 'Name the disk, not a partition, and remember that RAID and LVM are not followed to their members.',
		bounds: 'weights 1 to 10000',
	},
	IOPressureThresholdSec: {
		does: 'Stall time on disk, per two seconds, from which the program is notified.',
		without: "200 ms by the manager's default.",
		pitfall: 'It throttles nothing. Without a program that reads the pressure file it is idle decoration.',
	},
	IOPressureWatch: {
		does: 'Tells programs by environment variables whether to watch for I/O pressure.',
		without: "The manager's `DefaultIOPressureWatch=` decides.",
		pitfall: '`yes` turns the accounting of I/O on. Before 261 the variables are absent and programs must cope.',
		words: pressureWatchWords,
	},
	IOReadBandwidthMax: {
		does: 'Caps reading from a disk: `/dev/nvme0n1 20M` is 20 million bytes a second.',
		without: 'As fast as the disk allows.',
		pitfall:
			'Suffixes count in thousands here. The cap holds even if the disk is idle; weights are friendlier. Reads from the page cache are free.',
	},
	IOReadIOPSMax: {
		does: 'Caps the number of read operations a second on a disk.',
		without: 'Unlimited.',
		pitfall:
			'Merged requests count once, so figures from `iostat` and this one differ. One line a device; the path may be any file on it.',
	},
	IOWeight: {
		does: 'Share of disk time among siblings, 1 to 10000.',
		without: '100.',
		pitfall:
			'Works with the BFQ scheduler or `io.cost`; on plain NVMe without either nothing changes. Buffered writes need a file system that supports cgroup writeback.',
	},
	IOWriteBandwidthMax: {
		does: 'Caps writing to a disk in bytes a second, `K`, `M`, `G` being powers of 1000.',
		without: 'No cap.',
		pitfall: 'Buffered writes count for ext4, btrfs and XFS on cgroup v2 only, and throttled pages pile up in memory.',
	},
	IOWriteIOPSMax: {
		does: 'Caps write operations a second on a disk.',
		without: 'Unlimited.',
		pitfall: 'A database that syncs after each commit is throttled at once, by far more than the figure suggests.',
	},
	IPAccounting: {
		does: 'Counts bytes and packets the unit sends and receives.',
		without: 'Not counted.',
		pitfall:
			"Traffic of sockets from a socket unit is counted there. What a container does behind Docker's bridge appears in neither.",
	},
	IPAddressAllow: {
		does: 'Permits traffic with these addresses, even where `IPAddressDeny=` covers them.',
		without: 'Whatever is not denied is permitted.',
		pitfall:
			"Alone it restricts nothing: it needs `IPAddressDeny=any` beside it. Names are not resolved; DNS needs its server's address, often `localhost`.",
	},
	IPAddressDeny: {
		does: 'Blocks traffic from and to these addresses; `any` blocks all but what is allowed.',
		without: 'Traffic passes.',
		pitfall:
			"Without BPF in the kernel it does nothing, and only a log line tells. Sockets passed in from a socket unit follow the socket unit's lists, so set both.",
	},
	IPEgressFilterPath: {
		does: 'Runs a pinned BPF program on each packet the unit sends.',
		without: 'Address lists are the only filter.',
		pitfall:
			'The program must exist when the unit starts. It adds to the filters of the slices above; any of them may drop.',
	},
	IPIngressFilterPath: {
		does: 'Lets a pinned BPF program judge each packet the unit receives.',
		without: 'What arrives is delivered.',
		pitfall:
			'Packets for sockets of a socket unit are judged there. A filter that drops everything also drops replies.',
	},
	ManagedOOMMemoryPressure: {
		does: 'With `kill`, systemd-oomd may end something below this unit when its memory pressure stays too high.',
		without: '`auto`: watched only if a unit above asks for it.',
		pitfall:
			'The victim is a whole cgroup below, for a slice one of its services, killed with SIGKILL. The daemon must run, and swap helps its judgement.',
		words: managedOomWords,
	},
	ManagedOOMMemoryPressureDurationSec: {
		does: 'How long the pressure must last before systemd-oomd acts.',
		without: 'The value of `oomd.conf`, 30 seconds as shipped.',
		pitfall: 'At least one second. Of use only beside `ManagedOOMMemoryPressure=kill`; since 257.',
		bounds: '1 s or more',
	},
	ManagedOOMMemoryPressureLimit: {
		does: 'The pressure, in per cent of time, above which systemd-oomd acts on this unit.',
		without: '`oomd.conf` decides, 60% as shipped.',
		pitfall: '`0%` means “the default”, not “at once”. It is a share of time lost to stalls, not of memory used.',
		bounds: '0% to 100%',
	},
	ManagedOOMMemoryPressureLimitPercent: {
		does: 'Name of `ManagedOOMMemoryPressureLimit=` in release 247 alone.',
	},
	ManagedOOMPreference: {
		does: 'Lets systemd-oomd spare this unit: `avoid` as a last choice, `omit` for ever.',
		without: 'It is judged like all.',
		pitfall:
			'Each exempt unit makes others more likely victims. The mark does not extend to groups below it, and for units of other users it is heeded in part only.',
		words: {
			none: 'Judged like any other.',
			avoid: 'Killed only if there is no other candidate.',
			omit: 'Never chosen, whatever it uses.',
		},
	},
	ManagedOOMSwap: {
		does: 'When swap runs out, `kill` lets systemd-oomd choose a victim below this unit.',
		without: '`auto`: no monitoring for its own sake.',
		pitfall: 'Usually set on the root slice `-.slice`, where it then concerns everything. Without swap it never acts.',
		words: managedOomWords,
	},
	MemoryAccounting: {
		does: 'Counts the memory of the unit, as `systemctl status` shows it.',
		without: 'On in most systems since 238.',
		pitfall: 'Page cache of files the unit has read is included, so the figure looks larger than what `ps` adds up to.',
	},
	MemoryHigh: {
		does: 'A soft ceiling: above it the processes are slowed down and their memory is reclaimed, but nothing is killed. The main tool for keeping a service in bounds, with `MemoryMax=` a little above as the last resort.',
		without: 'The unit may grow until the machine runs short.',
		pitfall:
			"A program that really needs more crawls, seemingly hung, instead of failing: watch for it in `memory.events` or `systemctl status`. Page cache counts as well, so heavy readers come near it without leaking. Without swap there is little to reclaim. Percentages are of the machine's RAM, also in containers.",
		example: 'MemoryHigh=900M\nMemoryMax=1G',
	},
	MemoryLimit: {
		does: 'Was the cap on cgroup v1. Dead since 258; see `MemoryMax=`.',
	},
	MemoryLow: {
		does: 'Spares this much memory from reclaim while others have memory to give.',
		without: 'The unit is reclaimed like any other.',
		pitfall:
			'All slices above need a share as well, or it protects nothing. Too generous values push everybody else into swap.',
	},
	MemoryMax: {
		does: 'Hard ceiling for all processes of the unit together. If reclaiming does not help, the kernel kills one of them, and `OOMPolicy=` decides what follows. `512M`, `2G` (powers of 1024), `30%` of the RAM, or `infinity`.',
		without: 'A leak in this unit can take the whole machine down.',
		pitfall:
			'Set too tightly, the service dies under load, with “oom-kill” as its result; Java, Node.js and databases should be told a lower limit of their own. Swap is not included, so a leak may go on there: `MemorySwapMax=0`. Tmpfs and page cache count. Containers started by Docker are outside; they need `--memory`.',
		example: 'MemoryHigh=900M\nMemoryMax=1G',
	},
	MemoryMin: {
		does: 'Memory that is never taken from the unit, even if something elsewhere has to be killed.',
		without: 'No guarantee.',
		pitfall: 'More guarantees than memory mean certain OOM kills. The slices above must guarantee at least as much.',
	},
	MemoryPressureThresholdSec: {
		does: 'Stall time for memory, per two seconds, at which programs are notified.',
		without: '200 ms.',
		pitfall: 'Programs with the glib or sd-event handlers free caches then; all others go on as before.',
	},
	MemoryPressureWatch: {
		does: 'Tells programs through `$MEMORY_PRESSURE_WATCH` where to learn of memory pressure.',
		without: "By the manager's default, `auto`: where memory is counted.",
		pitfall: 'Each program must implement it. `no` points the variable at `/dev/null` so that none tries.',
		words: pressureWatchWords,
	},
	MemorySoftLimit: {
		does: 'Was a soft limit on cgroup v1. Gone since 208; see `MemoryHigh=` and `MemoryLow=`.',
	},
	MemorySwapMax: {
		does: 'How much swap the unit may occupy; 0 forbids it.',
		without: 'As much as there is.',
		pitfall:
			'With 0 and a tight `MemoryMax=` it is killed earlier, but without dragging the machine through swapping first. Percentages refer to the size of the swap.',
	},
	MemoryZSwapMax: {
		does: "How much of the compressed swap cache in RAM may be the unit's.",
		without: 'Any amount.',
		pitfall: '0 sends its pages straight to the swap device, which is slower. Works only where zswap is switched on.',
	},
	MemoryZSwapWriteback: {
		does: 'Whether compressed pages may move on to the swap device.',
		without: 'They may.',
		pitfall:
			'With `no`, incompressible pages stay in RAM. Good for flash storage, bad for machines short of memory. Since 256.',
	},
	NFTSet: {
		does: "Puts the unit's cgroup, user or group ID into an nftables set while it runs, for firewall rules by service.",
		without: 'Rules need fixed addresses or IDs.',
		pitfall:
			'Set and table must exist; mistakes are ignored. Reloading the firewall empties the sets until `systemctl daemon-reload`.',
	},
	NetClass: {
		does: 'Tagged packets with a net_cls class of cgroup v1. Dead since 229.',
	},
	OOMRules: {
		does: 'Puts the unit under rule sets of systemd-oomd, from `.oomrule` files in `/etc/systemd/oomd/rules.d`.',
		without: "Only the daemon's general limits apply.",
		pitfall: 'Names are given without suffix. Since 261. Large trees under rules cost time at each check.',
	},
	RestrictNetworkInterfaces: {
		does: 'Traffic only over the named interfaces, or with `~` over all others.',
		without: 'Every interface.',
		pitfall:
			'`lo` is not exempt: leave it out and local connections die. Commands with the prefix `+` are bound by it as well.',
	},
	Slice: {
		does: 'Sorts the unit into a slice, a group whose limits all members share. Dashes build the tree: `app-web.slice` lies in `app.slice`. The slice is made on demand; its limits are written in a unit file of that name, in [Slice].',
		without:
			'`system.slice`, for instances of a template a slice of their own below it; user units go into `app.slice`.',
		pitfall:
			'A running service stays where it is until it is *restarted*. Names are no paths, and a dash too many creates levels you did not mean. Limits of all levels apply together, the tightest wins. For slices themselves the key is pointless, since their name tells the parent.',
		example: 'Slice=app.slice',
	},
	SocketBindAllow: {
		does: 'Permits binding to certain ports: `8080`, `ipv4:tcp:1000-2000`.',
		without: 'Nothing is permitted that `SocketBindDeny=` forbids.',
		pitfall:
			'It needs `SocketBindDeny=any` beside it to mean anything. Ranges run from the lower to the higher port, within 1 to 65535.',
		bounds: 'ports 1 to 65535, at most 128 rules',
	},
	SocketBindDeny: {
		does: 'Forbids binding to certain ports or protocols, or with `any` to all.',
		without: 'Each port above 1023, and with privilege each port, can be taken.',
		pitfall:
			'At most 128 lines. The `+` prefix does not escape it. Listening sockets passed in by systemd are not affected.',
		bounds: 'ports 1 to 65535, at most 128 rules',
	},
	StartupAllowedCPUs: {
		does: 'Takes the place of `AllowedCPUs=` during boot and shutdown, on cgroup v2.',
		without: 'The ordinary setting holds throughout.',
		pitfall: "“Startup” is the machine's, not the service's: it ends when boot has finished.",
	},
	StartupAllowedMemoryNodes: {
		does: '`AllowedMemoryNodes=` while the machine boots or goes down.',
		without: 'No difference between the phases.',
		pitfall:
			'Memory taken during boot stays on its nodes afterwards, so long-lived caches keep the layout of the start.',
	},
	StartupBlockIOWeight: {
		does: 'Weighted disk access in the boot phase on cgroup v1. Dead since 258; see `StartupIOWeight=`.',
		bounds: '10 to 1000',
	},
	StartupCPUShares: {
		does: 'CPU share during boot on cgroup v1. Dead since 258; see `StartupCPUWeight=`.',
		bounds: '2 to 262144',
	},
	StartupCPUWeight: {
		does: '`CPUWeight=` for boot and shutdown, to let the important services come up first.',
		without: 'The normal weight.',
		pitfall:
			'Has no influence when a single service is restarted later. Ordering with `After=` usually does more for boot times.',
	},
	StartupIOWeight: {
		does: '`IOWeight=` for boot and shutdown.',
		without: 'The normal weight for disks.',
		pitfall:
			'As ineffective as the ordinary one on disks without a weighing scheduler. Boot is mostly bound by reading, which helps.',
	},
	StartupMemoryHigh: {
		does: 'Another `MemoryHigh=` during boot and shutdown, for programs that need more to begin with.',
		without: 'One value for all phases.',
		pitfall: 'When boot is over the lower value takes effect and reclaiming begins, perhaps just as requests arrive.',
	},
	StartupMemoryLow: {
		does: 'Another `MemoryLow=` during boot and shutdown.',
		without: 'Protection is the same all the time.',
		pitfall: 'Useful only if memory is scarce while booting. Slices above must take part.',
	},
	StartupMemoryMax: {
		does: 'Another `MemoryMax=` during boot and shutdown.',
		without: 'The same ceiling applies always.',
		pitfall: 'Dropping to a lower ceiling after boot can kill the service on the spot.',
	},
	StartupMemorySwapMax: {
		does: 'Another `MemorySwapMax=` during boot and shutdown.',
		without: 'Swap has one limit.',
		pitfall: 'Pages already swapped stay out until they are used, even when the lower limit has come into force.',
	},
	StartupMemoryZSwapMax: {
		does: 'Another `MemoryZSwapMax=` during boot and shutdown.',
		without: 'The cache has one limit.',
		pitfall: 'Shrinking it afterwards writes pages out, which costs I/O right after boot, when disks are busy anyway.',
	},
	TasksAccounting: {
		does: "Counts the unit's processes and threads.",
		without: 'On by default in current systems.',
		pitfall: 'Costs next to nothing, so there is little reason to switch it off. `TasksMax=` sets the limit.',
	},
	TasksMax: {
		does: 'How many tasks the unit may have, where threads count as well as processes. At the limit none can be created: a fork bomb in one service leaves the others alone.',
		without: "15% of the system's maximum, often about 4915 or more; `DefaultTasksMax=` sets it.",
		pitfall:
			"Programs report it badly: “Resource temporarily unavailable”, “unable to create native thread”. Databases, JVMs, build servers and everything that runs many containers reach it. `LimitNPROC=` is another thing, counted for the user. `systemctl status` shows “Tasks: 4870 (limit: 4915)”, worth a look before raising. Percentages are of the machine's maximum.",
		example: 'TasksMax=8192',
	},
};
