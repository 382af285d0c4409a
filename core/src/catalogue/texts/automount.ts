// Our texts for the directives of systemd.automount(5). What is mounted in the end is the mount unit’s.

import type { DirectiveTexts } from './directive-text.ts';

/** Texts by key. */
export const automountTexts: DirectiveTexts = {
	DirectoryMode: {
		does: 'Permissions of folders that have to be made for the automount point.',
		without: '`0755`.',
		pitfall: "After the mount, the file system's own root decides; the mode matters for the folders above.",
	},
	ExtraOptions: {
		does: 'Options for the autofs mount itself, not for what is mounted in the end.',
		without: 'Those systemd chooses.',
		pitfall: 'Options for the file system belong in the `.mount` unit. Known since 250.',
	},
	TimeoutIdleSec: {
		does: 'Unmounts the file system again when nobody has used it for this long; the next access mounts it anew. For backup disks, USB sticks and network shares that should not be mounted all day.',
		without: 'Once mounted, it stays so until shutdown or a stop by hand.',
		pitfall:
			'“Used” means open files, working directories and accesses: an indexer, a monitoring probe or a forgotten shell keeps it mounted for ever. Too short a time mounts and unmounts all day, and each access pays for that. Plain numbers are seconds, and 0 switches it off. Databases should not lie on such mounts.',
		example: 'Where=/mnt/backup\nTimeoutIdleSec=10min',
	},
	Where: {
		does: 'The folder whose first use triggers the mount. It names the file, `/mnt/nas` being `mnt-nas.automount`, and a `.mount` unit of the same name must say what is mounted. Boot goes on without waiting for slow or absent servers.',
		without: 'The unit is refused.',
		pitfall:
			'Enable the `.automount`, not the `.mount`, or it is mounted at boot in any case. The first access waits for the mount, 90 seconds with a dead server, and programs that walk the tree (`find /`, backup tools) trigger it. Automounts must not be nested. Paths with dashes are escaped in the name, see `systemd-escape`.',
		example: 'Where=/mnt/nas',
	},
};
