// Our texts for the directives of systemd.mount(5). fstab is another language.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const mountTexts: DirectiveTexts = {
	DirectoryMode: {
		does: 'Permissions of mount-point folders that have to be made.',
		without: '`0755`.',
		pitfall:
			'Once mounted, the root of the file system shows its own mode; this one is seen only while nothing is mounted.',
	},
	ForceUnmount: {
		does: 'Unmounts by force, for network file systems whose server is gone.',
		without: 'A dead NFS server blocks the stop until the timeout.',
		pitfall: 'Data not yet written may be lost. Local file systems pay no attention to it.',
	},
	FsckPassNo: {
		does: 'Was the order of file-system checks. Gone since 209; the sixth field of fstab has it.',
	},
	LazyUnmount: {
		does: 'Takes the mount out of sight at once and cleans up when the last user is gone.',
		without: 'A busy file system refuses to be unmounted, and the stop fails.',
		pitfall:
			'Afterwards nobody can tell when it is really free: the disk may be pulled too early, and a new mount may hit a busy device.',
	},
	Options: {
		does: 'Mount options, separated by commas: `ro,nodev,nosuid,noexec`. For network shares `_netdev` tells systemd to wait for the network where the type does not say so. Unknown ones make the mount fail, unless `SloppyOptions=yes`.',
		without: 'The defaults of `mount` and the file system: read-write, with setuid and devices allowed.',
		pitfall:
			'What fstab calls `x-systemd.…`, `noauto`, `nofail` and `user` mean nothing in a unit file: dependencies, [Install] and an `.automount` unit take their place. Blanks after commas are part of an option. A `%` before a letter or digit is doubled. Passwords for CIFS belong in a `credentials=` file.',
		example: 'Options=noatime,nodev,nosuid',
	},
	ReadWriteOnly: {
		does: 'Fails when a writable mount is not possible, rather than falling back to read-only.',
		without: 'A write-protected device is mounted read-only with a warning.',
		pitfall: 'Services that check `ConditionPathIsReadWrite=` get by without. Known since 246.',
	},
	SloppyOptions: {
		does: 'Tolerates options the file system does not know.',
		without: 'Such an option makes the mount fail.',
		pitfall:
			'Typing errors in security options like `noexec` then go unnoticed. Few file systems support it, NFS being one.',
	},
	TimeoutSec: {
		does: 'Time limit for the mount command.',
		without: '90 seconds.',
		pitfall:
			'A dead server makes boot wait for that long; `nofail`-like behaviour needs `Wants=` instead of a requirement. 0 means no limit.',
	},
	Type: {
		does: 'The type of the file system: `ext4`, `nfs`, `tmpfs`, `overlay`. For device-less ones such as `tmpfs` it is required in practice, and for network types systemd derives from it that the network has to be up first.',
		without: "The kernel's probing finds the type of local block devices.",
		pitfall:
			'It is the type of the *file system*; the key of the same name in [Service] is another. A bind mount has `Type=none` and `Options=bind`. Types without kernel module or helper fail with “unknown filesystem type”: `mount.nfs` comes from its own package. FUSE types are written `fuse.sshfs`.',
		example: 'What=tmpfs\nWhere=/srv/scratch\nType=tmpfs\nOptions=size=2G',
	},
	What: {
		does: "What is mounted: a device, `host:/export`, an image, or for pseudo file systems just a word such as `tmpfs`. systemd adds a dependency on the device's unit, hence the mount waits until the disk appears.",
		without: 'The unit is refused; there is no default.',
		pitfall:
			'`/dev/sdb1` may be another disk after the next boot: take `/dev/disk/by-uuid/…`, `UUID=…` or `LABEL=…`. A disk that never comes holds boot for 90 seconds and may end in emergency mode, if `local-fs.target` requires it. A `%` is doubled. Paths with blanks need no escaping here, other than in fstab.',
		example: 'What=/dev/disk/by-uuid/1234-ABCD\nWhere=/srv/data\nType=ext4',
	},
	Where: {
		does: 'The mount point, as an absolute path. It must agree with the name of the file: `/srv/data` is `srv-data.mount`, because other units find the mount by that name. Missing folders are created.',
		without: 'The unit is refused.',
		pitfall:
			"`systemd-escape -p --suffix=mount /srv/my-data` prints the right name, where a dash in a folder becomes `\\x2d`; a wrong name is an error (“Where= setting doesn't match unit name”). Files already in the folder are hidden, not deleted. The path must not contain symbolic links, `/var/run` for one. A trailing slash does no harm.",
		example: 'Where=/srv/data',
	},
};
