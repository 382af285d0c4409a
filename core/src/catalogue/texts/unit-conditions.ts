// Our texts for `Condition…=` of systemd.unit(5). Their louder twins stand in unit-asserts.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const unitConditionsTexts: DirectiveTexts = {
	ConditionACPower: {
		does: 'Starts only on mains power (`yes`) or only on battery (`no`); else the start is skipped in silence.',
		without: 'The unit runs on battery, too.',
		pitfall: 'Checked when the unit starts. Pulling the plug afterwards stops nothing.',
	},
	ConditionArchitecture: {
		does: 'Runs the unit on one CPU architecture only, such as `arm64`; `native` means that of systemd itself, and `!` negates.',
		without: 'One unit file for all machines starts on each of them.',
		pitfall: "Debian's and Docker's names (`amd64`, `armhf`) are never true here.",
	},
	ConditionCPUFeature: {
		does: 'Skips the unit on processors without a feature, by its flag name, for example `rdrand` or `sse4_2`.',
		without: 'Optimised builds start where they cannot run.',
		pitfall: 'Flags in `/proc/cpuinfo` may be spelt differently; test with `systemd-analyze condition`.',
	},
	ConditionCPUPressure: {
		does: 'Holds off the unit if CPU stalls exceed a share of time: `25%`, or with a window `25%/10sec`.',
		without: 'Background work ignores how busy the machine is.',
		pitfall: 'A skipped start is not repeated. Combine it with a timer that asks again.',
	},
	ConditionCPUs: {
		does: 'Compares the number of CPUs at hand with a value such as `>1` and skips the unit if that is false.',
		without: 'The size of the machine has no influence on what starts.',
		pitfall: 'A bare number means “at least”; for an exact count write `=4`.',
	},
	ConditionCapability: {
		does: 'Skips the unit if systemd was started without a capability, as in many containers: `CAP_SYS_MODULE`, `!CAP_MKNOD`.',
		without: 'Units for real machines fail in containers instead of staying away.',
		pitfall: 'What `User=` and `CapabilityBoundingSet=` leave to the program is not considered.',
	},
	ConditionControlGroupController: {
		does: 'Starts the unit where all named cgroup controllers can be used, or where the hierarchy is `v1` or `v2`.',
		without: 'It starts also where its limits would be void.',
		pitfall: '`v1` includes the hybrid layout. From systemd 258 on the old hierarchy is gone altogether.',
	},
	ConditionCredential: {
		does: 'Is fulfilled if systemd received a credential of that name from its container manager, firmware or kernel command line.',
		without: 'First-boot helpers start although nobody provided their input.',
		pitfall: 'Names with a typo are simply absent: the unit is skipped for good, without an error.',
	},
	ConditionDirectoryNotEmpty: {
		does: 'Starts the unit if a directory has at least one entry, for instance a spool or a drop-in folder; `!` turns it round.',
		without: 'The job starts for an empty folder and ends at once.',
		pitfall:
			'It does not watch. To act when files arrive, write a `.path` unit with the directive of nearly this name.',
	},
	ConditionEnvironment: {
		does: "Asks for a variable in the service manager's environment, by name or as `NAME=value`.",
		without: 'User units cannot tell, say, a Wayland session from a bare login.',
		pitfall:
			'In user managers variables come from `systemctl import-environment`; imported too late, they are not seen.',
	},
	ConditionFileIsExecutable: {
		does: 'Starts the unit only if a regular file with an execute bit is at that path, the classic test for optional tools.',
		without: 'An uninstalled tool makes a failed unit.',
		pitfall: 'Scripts on a `noexec` mount pass the test and fail afterwards.',
	},
	ConditionFileNotEmpty: {
		does: "True for a regular file with at least one byte, such as a list of keys or a machine's enrolment token.",
		without: 'Presence alone, even of an empty file, would have to do.',
		pitfall: 'Directories and sockets never fulfil it. A file of blanks does.',
	},
	ConditionFirmware: {
		does: 'Distinguishes machines by firmware: `uefi`, `device-tree`, a compatible board, or a field of SMBIOS.',
		without: 'Board-specific units start on all hardware.',
		pitfall:
			'Comparisons such as `smbios-field(board_name = "X")` came later than the plain words; an older systemd takes them for unmet.',
	},
	ConditionFirstBoot: {
		does: 'True (`yes`) while a machine boots with an unpopulated `/etc`, the moment to generate keys or ask questions.',
		without: 'Set-up work is repeated with each boot unless it guards itself.',
		pitfall:
			'Golden images must ship without a machine ID (or with the word `uninitialized`), else no boot is ever the first.',
	},
	ConditionFraction: {
		does: 'Starts the unit on a stable part of the fleet: `5%`, or `newkernel 5%` to draw another sample. Each machine decides by its ID alone.',
		without: 'A new service reaches every machine at once.',
		pitfall:
			'Clones that share a machine ID decide alike, and two roll-outs without a tag always hit the same machines first.',
	},
	ConditionGroup: {
		does: 'Compares the groups of the service manager with a name or number, which is of interest in user managers.',
		without: 'Units for members of a group start for everybody.',
		pitfall: 'For system services the outcome is constant; the group of the program itself is `Group=`.',
	},
	ConditionHost: {
		does: 'Starts the unit only on a certain machine: its host name, shell patterns such as `web-*` allowed, or its machine ID. Several lines must all hold; with `|` in front of each, one is enough. `!` negates.',
		without: 'A unit file that is copied to all machines starts on all of them.',
		pitfall:
			'The name is compared as `hostname` prints it, without a domain that is not part of it. Early in boot that may be another one. Fleet does not read this line; there, `MachineMetadata=` or `MachineID=` in [X-Fleet] choose the machine, and a skipped unit still occupies its place.',
	},
	ConditionIOPressure: {
		does: 'Skips a start while the disks keep too many tasks waiting, e.g. `10%/1min`, optionally for one slice.',
		without: 'Scrubs and indexers compete with real work.',
		pitfall: 'Kernels may be built without this measure; there the condition counts as met.',
	},
	ConditionKernelCommandLine: {
		does: 'Looks for a boot parameter: a word (`rescue`), or a pair that must agree completely (`mode=kiosk`); `!` demands its absence.',
		without: 'Boot entries cannot switch the unit on or off.',
		pitfall: 'Containers see the arguments of their PID 1 rather than those of the kernel.',
	},
	ConditionKernelModuleLoaded: {
		does: 'Is met when the kernel has the named module loaded and initialised.',
		without: 'The unit starts on machines that lack the driver.',
		pitfall: "Built-in drivers appear only if they have an entry in `/sys/module`. Loading is somebody else's job.",
	},
	ConditionKernelVersion: {
		does: 'Starts only for kernels that satisfy an expression, such as `>=6.1` or the glob `*-cloud-*`.',
		without: 'Units for new kernel features fail on older machines.',
		pitfall: 'A value without an operator is a glob: `6.1` matches that very string and not 6.1.27.',
	},
	ConditionMachineTag: {
		does: 'Skips machines without a matching tag in `machine-info`, for example `rack=a*`; `!` selects those that have none.',
		without: 'Roles must be expressed by enabling units machine by machine.',
		pitfall: 'Tags are set with `hostnamectl`, so anybody who may do that decides what starts.',
	},
	ConditionMemory: {
		does: 'Tests the size of the memory: `>=4G`, `<512M`; the unit is passed over otherwise.',
		without: 'Small machines start what only large ones should.',
		pitfall: 'Firmware and kernel keep a little, so a “4 GB” machine falls short of `>=4G`. Leave a margin.',
	},
	ConditionMemoryPressure: {
		does: 'Postpones nothing but skips: if memory stalls take more than, say, `15%/5min` of the time, the unit is not started.',
		without: 'Optional caches start on a machine that is already swapping.',
		pitfall: 'The threshold may name a slice first, `user.slice:15%`; without one the whole system is measured.',
	},
	ConditionNeedsUpdate: {
		does: 'Holds when `/etc` or `/var` has to catch up with an exchanged `/usr`; for units that migrate data after an image update.',
		without: 'Such a unit would run with every boot.',
		pitfall:
			'Order it before `systemd-update-done.service`, which ends the state. Ordinary package upgrades do not start it.',
	},
	ConditionNull: {
		does: 'Always true or always false, to try conditions out. It went with release 247.',
	},
	ConditionOSRelease: {
		does: 'Compares fields of `os-release`: `ID=fedora`, `VERSION_ID>=40`, with several tests on one line all true.',
		without: 'One unit has to suit every distribution.',
		pitfall:
			'Derivatives carry another `ID`; their parents stand in `ID_LIKE`, a list that only a glob (`$=`) can search.',
	},
	ConditionPathExists: {
		does: 'Starts the unit only if the path exists, with `!` only if it does not. Anything counts: file, directory, device, socket. A false result skips the start quietly, and the unit is neither active nor failed.',
		without: 'The unit starts, and the program itself has to cope with the missing file.',
		pitfall:
			'People wonder why “nothing happens”: `systemctl status` names the condition that was not met. Other units that require this one start regardless, since a skipped start counts as done. The check is made once, after ordering; to wait for a file use a `.path` unit, and to fail loudly `AssertPathExists=`.',
	},
	ConditionPathExistsGlob: {
		does: 'Is fulfilled by any path that fits a shell pattern, for example `/dev/ttyUSB*`.',
		without: 'The unit starts although no device or file of that kind is there.',
		pitfall:
			'Devices may appear a second later; for those a `.device` dependency or a udev rule is the better trigger.',
	},
	ConditionPathIsDirectory: {
		does: 'Wants a directory at the path; files and absent paths skip the start. Links are followed.',
		without: 'Old layouts with a file at this place confuse the program.',
		pitfall: 'The directory below an unmounted file system satisfies it as well.',
	},
	ConditionPathIsEncrypted: {
		does: 'True where the path lies on a dm-crypt device, so that key material is only written to protected disks.',
		without: 'The unit runs on plain disks, too.',
		pitfall:
			'Loop devices are judged by what is above them; the encrypted disk that holds the image file is overlooked.',
	},
	ConditionPathIsMountPoint: {
		does: 'Starts the unit if a file system is mounted exactly there; the usual negation is `!`, as in “mount unless mounted”.',
		without: 'Nobody notices that the data is not there, only its empty directory.',
		pitfall: 'Bind mounts count. The check neither mounts nor waits: that takes `RequiresMountsFor=`.',
	},
	ConditionPathIsReadWrite: {
		does: "Lets a start through if the path's file system is writable; live images and kiosks negate it.",
		without: 'Units that must write fail on read-only roots.',
		pitfall: 'A remount that is still to come in this boot is not foreseen: order after `systemd-remount-fs.service`.',
	},
	ConditionPathIsSocket: {
		does: 'Checks that the file at the path is a socket.',
		without: 'A regular file of that name would do.',
		pitfall:
			'Older releases do not know the key and start the unit without a check; a leftover socket without its server is accepted.',
	},
	ConditionPathIsSymbolicLink: {
		does: 'Tells symbolic links from all else, without following them, e.g. to see whether `/etc/localtime` was replaced by a copy.',
		without: 'No other path test can make that distinction.',
		pitfall: 'A link that leads nowhere is a link. Where the target matters, add a test for existence.',
	},
	ConditionSecurity: {
		does: 'Skips the unit on systems without a security feature, such as `apparmor`, `tpm2` or `uefi-secureboot`.',
		without: 'Policy loaders and sealing tools fail where they have nothing to do.',
		pitfall: 'The list of words grew over the releases; a word that systemd does not know counts as “not there”.',
	},
	ConditionUser: {
		does: 'Restricts a user unit to one account, a numeric ID or `@system` for all system accounts.',
		without: 'Units in `/etc/systemd/user` start in the manager of every user, root and display managers included.',
		pitfall:
			'In system units it compares with root and nothing else; to choose the account that runs the program there is `User=`.',
	},
	ConditionVersion: {
		does: "Tests versions, by default the kernel's: `>=6.6`, `systemd >=256`, `glibc <2.40`.",
		without: 'Fallback units for old systems cannot be told apart.',
		pitfall: 'Read since 258 only; in older systemd, the line is ignored with a warning and the unit starts.',
	},
	ConditionVirtualization: {
		does: 'Starts the unit depending on where the system runs: `no` on bare metal, `vm`, `container`, or a certain product such as `kvm`, `docker`, `lxc`. `!container` is the usual way to keep hardware services out of containers.',
		without:
			'The unit starts on bare metal, in virtual machines and in containers alike, and there perhaps fails for want of a device or privilege.',
		pitfall:
			'Only the innermost layer is seen, so a container inside a VM is a `container` and no `vm`. Product names are those of `systemd-detect-virt`; a misspelt one is never true, and the unit is then skipped everywhere without an error.',
	},
};
