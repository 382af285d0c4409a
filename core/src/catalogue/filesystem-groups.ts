// The file system types that systemd knows, in the groups that `RestrictFileSystems=` may name (systemd.exec(5)).

/** A group of file system types. */
export interface FilesystemGroup {
	/** A phrase. */
	readonly meaning: string;
	/** Types, with blanks between them. */
	readonly members: string;
}

/** The groups by name. `@known` stands for all of them. */
export const filesystemGroups: Readonly<Record<string, FilesystemGroup>> = {
	'@basic-api': {
		meaning: 'interfaces of the kernel that all programs use',
		members: 'cgroup cgroup2 devpts devtmpfs mqueue proc sysfs',
	},
	'@anonymous': { meaning: 'file systems without a mount', members: 'anon_inodefs pipefs sockfs' },
	'@application': { meaning: 'layers and file systems in programs', members: 'autofs fuse overlay' },
	'@auxiliary-api': {
		meaning: 'further interfaces of the kernel',
		members: 'binfmt_misc configfs efivarfs fusectl hugetlbfs rpc_pipefs securityfs',
	},
	'@common-block': {
		meaning: 'file systems on disks',
		members: 'btrfs erofs exfat ext4 f2fs iso9660 ntfs3 squashfs udf vfat xfs',
	},
	'@historical-block': { meaning: 'old file systems on disks', members: 'ext2 ext3 minix' },
	'@network': {
		meaning: 'file systems on the network',
		members: 'afs ceph cifs gfs gfs2 ncp ncpfs nfs nfs4 ocfs2 orangefs pvfs2 smb3 smbfs',
	},
	'@privileged-api': { meaning: 'interfaces for debugging', members: 'bpf debugfs pstore tracefs' },
	'@security': { meaning: 'interfaces of security modules', members: 'apparmorfs selinuxfs smackfs' },
	'@temporary': { meaning: 'file systems in memory', members: 'ramfs tmpfs' },
	'@known': { meaning: 'all file systems that systemd knows', members: '' },
};
