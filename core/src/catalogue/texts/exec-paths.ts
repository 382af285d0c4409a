// Our texts for systemd.exec(5): where a program runs, and what is laid over its root. Restrictions of paths stand in exec-sandbox.ts.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const execPathsTexts: DirectiveTexts = {
	BindLogSockets: {
		does: "Mounts the journal's and syslog's sockets into the unit's sandbox, so that programs with their own `/run` can still log.",
		without: "With another root the program's log calls end nowhere; output through `StandardOutput=` is not affected.",
		pitfall:
			'Switched on already by `LogNamespace=` and `MountAPIVFS=`. Before 257 bind `/run/systemd/journal` paths by hand.',
	},
	BindPaths: {
		does: 'Shows a file or directory of the host at another place inside the unit, writable: `/srv/data:/data`. Only this unit sees it. A prefix `-` tolerates a missing source. Inside `TemporaryFileSystem=` or a new root it opens exactly the paths that are needed.',
		without: "The program sees the host's paths as they are, minus what other sandbox lines take away.",
		pitfall:
			'The target must exist or be creatable, which fails below `ProtectHome=yes` and `InaccessiblePaths=`; there, `ProtectHome=tmpfs` is the partner. Ownership and permissions stay those of the source, hence `User=` may still be denied. An empty line clears `BindReadOnlyPaths=` as well, for both share one list.',
		example: 'BindPaths=/srv/data:/data -/run/app.sock',
	},
	BindReadOnlyPaths: {
		does: 'As `BindPaths=`, but the program cannot write through it, whatever the permissions are.',
		without: 'Configuration or certificates would need copies inside the sandbox.',
		pitfall:
			'Read-only applies to the mount, not to mounts inside it that appear later. Colons in paths are written `\\:`.',
	},
	ExecSearchPath: {
		does: 'Where commands without a slash are looked up, as a list with colons, and the `$PATH` the program gets.',
		without: 'A fixed list: the `bin` and `sbin` folders of `/usr/local` and `/usr`.',
		pitfall:
			'A `PATH=` in `Environment=` wins for the program. A search path that users may write to hands them the service.',
	},
	ExtensionDirectories: {
		does: 'Lays directory trees over `/usr`, `/opt` or `/etc` of this unit, read-only, as system extensions do for the host.',
		without: 'Add-ons must be installed into the real tree.',
		pitfall:
			'Each tree needs an `extension-release` file that matches the host, or the start fails. The last one listed lies on top.',
	},
	ExtensionImagePolicy: {
		does: 'Which partitions an image of `ExtensionImages=` may bring, and how they must be protected.',
		without: 'Any mix of signed, verity, encrypted or plain is accepted for root and usr.',
		pitfall: 'A strict policy turns an update without signature into a failed start; roll signing out first.',
	},
	ExtensionImages: {
		does: 'Lays the contents of disk images over `/usr`, `/opt` or `/etc` of the unit, read-only.',
		without: "The unit sees the host's trees, or those of its `RootImage=`.",
		pitfall:
			'An image is refused unless its release file fits the OS version, so each OS upgrade may break it. Needs a kernel with overlayfs.',
	},
	MountAPIVFS: {
		does: 'Provides `/proc`, `/sys`, `/dev` and an empty `/run` in a unit with its own root.',
		without:
			'Off, unless another sandbox line implies it; `RootImage=` and `RootDirectory=` switch it on in newer releases.',
		pitfall: 'An empty `/run` lacks the sockets of the host: D-Bus and syslog have to be bound in.',
	},
	MountImagePolicy: {
		does: 'Which kinds of partition and protection are acceptable in images of `MountImages=`.',
		without: 'Whatever the image offers is accepted, protected or not.',
		pitfall:
			'The names are partitions (`root`, `usr`, `home` …), not mount points. Test with `systemd-analyze image-policy`.',
	},
	MountImages: {
		does: 'Mounts the file system of a disk image at a place inside the unit: `/srv/tools.raw:/opt/tools`.',
		without: 'Image contents have to be mounted by a `.mount` unit, visible to all.',
		pitfall:
			'A missing image fails the start unless `-` stands in front. The device list is widened for loop devices, which weakens a tight `DevicePolicy=`.',
	},
	RootDirectory: {
		does: 'Makes a directory of the host the `/` of the program.',
		without: "The program sees the host's root.",
		pitfall:
			'Program, libraries and everything it reads must exist *inside*. Logging, DNS and user names need bound files, too. `RootImage=` or a container engine is often less work.',
	},
	RootEphemeral: {
		does: 'Runs the unit on a snapshot or copy of its root, so that all changes vanish with the stop.',
		without: 'Writes change the image or directory itself.',
		pitfall:
			'On file systems without snapshots the copy is made in full, with the time and space that takes. Data to keep belongs in `StateDirectory=`.',
	},
	RootHash: {
		does: "The top hash of the image's dm-verity tree, against which each block that is read is checked.",
		without: "Taken from the image's `.roothash` file or attribute if there is one, else nothing is verified.",
		pitfall: 'Alone it proves nothing about who made the image: the hash must come from a trusted place, or be signed.',
	},
	RootHashSignature: {
		does: 'A PKCS#7 signature over the root hash, as a path or as `base64:`, checked against keys in the kernel.',
		without: 'A file named like the image with `.roothash.p7s` is used, if present.',
		pitfall:
			"Keys must be in the kernel's keyring, else nothing opens. Hash and signature have to be exchanged together.",
	},
	RootImage: {
		does: 'Makes the file system in a disk image, or on a block device, the `/` of the program.',
		without: "It runs on the host's root or in `RootDirectory=`.",
		pitfall:
			"The program's binary must be in the image. GPT images follow the Discoverable Partitions rules; others may hold one file system only. User names are those of the image.",
	},
	RootImageOptions: {
		does: 'Mount options for the partitions of `RootImage=`, per partition if wanted: `root:ro usr:nosuid`.',
		without: "The file systems' default options.",
		pitfall:
			'Partition names are those of the discoverable set, not labels. Options that the file system does not know make the start fail.',
	},
	RootImagePolicy: {
		does: 'Which partitions `RootImage=` may contain and whether they must be signed, encrypted or verified.',
		without: 'Everything is allowed, unprotected partitions too.',
		pitfall:
			'Only a policy that excludes `unprotected` gives real protection: an attacker would otherwise just leave the verity data out.',
	},
	RootMStack: {
		does: "Builds the unit's root from a directory ending in `.mstack`, whose entries are layers and bind mounts.",
		without: 'Layered roots need a container engine or overlay mounts by hand.',
		pitfall: "New in 260 and ignored before, so the program would run on the host's root there.",
	},
	RootVerity: {
		does: 'File with the hash tree for a `RootImage=` that does not contain it.',
		without: 'A `.verity` file beside the image is found by name.',
		pitfall:
			'For images with a single file system only; partitioned ones carry their tree inside. It takes effect only with a root hash.',
	},
	WorkingDirectory: {
		does: 'The directory in which the program starts, so that relative paths in its arguments and files mean what they should. `~` stands for the home of `User=`; a prefix `-` tolerates that it is missing.',
		without: '`/` for system services, the home for user services.',
		pitfall:
			'A missing directory ends the start with status 200/CHDIR, also where only `User=` has no right to enter it. It must be absolute, and says nothing about where the *program* is: `ExecStart=./app` stays wrong. `StateDirectory=app` creates a suitable one, and then `WorkingDirectory=/var/lib/app` is safe. Neither `$HOME` nor other variables are expanded; specifiers are.',
		example: 'StateDirectory=app\nWorkingDirectory=%S/app',
	},
};
