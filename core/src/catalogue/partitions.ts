// The partitions of a disk image that settings may name, and the flags of image policies (systemd.image-policy(7)).

/** Partitions by their designators, with a phrase. */
export const partitions: Readonly<Record<string, string>> = {
	root: 'root file system',
	usr: '/usr',
	home: '/home',
	srv: '/srv',
	esp: 'EFI system partition',
	xbootldr: 'boot loader partition',
	swap: 'swap space',
	'root-verity': 'Verity data of the root file system',
	'usr-verity': 'Verity data of /usr',
	'root-verity-sig': 'Verity signature of the root file system',
	'usr-verity-sig': 'Verity signature of /usr',
	tmp: '/var/tmp',
	var: '/var',
};

/** Flags of a policy, with a phrase. */
export const imagePolicyFlags: Readonly<Record<string, string>> = {
	unprotected: 'may be plain',
	verity: 'may be protected by Verity',
	signed: 'may be protected by signed Verity',
	encrypted: 'may be encrypted with LUKS',
	unused: 'may be there, and is not used',
	absent: 'may be missing',
	open: 'anything goes',
	ignore: 'may be there or missing, and is not used',
	'read-only-on': 'must be marked read-only',
	'read-only-off': 'must not be marked read-only',
	'growfs-on': 'must be marked to grow',
	'growfs-off': 'must not be marked to grow',
};
