// The words that conditions ask for: machines, security, firmware, and the operators of comparisons (systemd.unit(5),
// "Conditions and Asserts").

/** What `ConditionVirtualization=` knows beside a truth value. */
export const virtualizations: Readonly<Record<string, string>> = {
	vm: 'any virtual machine',
	container: 'any container',
	'private-users': 'a user namespace of its own',
	none: 'no virtualization',
	...Object.fromEntries(
		[
			...['kvm', 'amazon', 'qemu', 'bochs', 'xen', 'uml', 'vmware', 'oracle', 'microsoft', 'zvm', 'parallels', 'bhyve'],
			...['qnx', 'acrn', 'powervm', 'apple', 'sre', 'google', 'vm-other'],
		].map((name) => [name, 'a virtual machine']),
	),
	...Object.fromEntries(
		[
			...['systemd-nspawn', 'lxc-libvirt', 'lxc', 'openvz', 'docker', 'podman', 'rkt', 'wsl', 'proot', 'pouch'],
			'container-other',
		].map((name) => [name, 'a container']),
	),
};

/** What `ConditionSecurity=` knows. */
export const securityTechnologies: Readonly<Record<string, string>> = {
	selinux: 'SELinux is enabled',
	smack: 'Smack is enabled',
	apparmor: 'AppArmor is enabled',
	audit: 'the kernel audits',
	ima: 'IMA is enabled',
	tomoyo: 'Tomoyo is enabled',
	'uefi-secureboot': 'Secure Boot is on',
	tpm2: 'a TPM 2 can be used',
	cvm: 'a confidential virtual machine',
	'measured-uki': 'booted from a measured kernel image',
	'measured-os': 'the operating system measures itself',
};

/** Operators of comparisons, longest first. `=` and `!=` compare as texts with globs where versions are compared. */
export const comparisonOperators = ['!=$', '=$', '<=', '>=', '==', '!=', '<>', '<', '>', '='] as const;
