// Architectures by systemd's names: those a condition may ask for, and those of system calls.

/** What `ConditionArchitecture=` knows (systemd.unit(5)). */
export const architectures: readonly string[] = [
	...['x86', 'x86-64', 'arm', 'arm-be', 'arm64', 'arm64-be', 'alpha', 'arc', 'arc-be', 'cris', 'ia64', 'loongarch64'],
	...[
		'm68k',
		'mips',
		'mips-le',
		'mips64',
		'mips64-le',
		'nios2',
		'parisc',
		'parisc64',
		'ppc',
		'ppc-le',
		'ppc64',
		'ppc64-le',
	],
	...['riscv32', 'riscv64', 's390', 's390x', 'sh', 'sh64', 'sparc', 'sparc64', 'tilegx'],
];

/** What `SystemCallArchitectures=` knows, with the release that added it. */
export const syscallArchitectures: ReadonlyMap<string, number> = new Map([
	['native', 183],
	['x86', 183],
	['x86-64', 183],
	['x32', 183],
	['arm', 183],
	['arm64', 233],
	['loongarch64', 253],
	['mips', 233],
	['mips64', 233],
	['mips64-n32', 233],
	['mips-le', 233],
	['mips64-le', 233],
	['mips64-le-n32', 233],
	['parisc', 241],
	['parisc64', 241],
	['ppc', 233],
	['ppc64', 233],
	['ppc64-le', 233],
	['riscv64', 247],
	['s390', 233],
	['s390x', 233],
]);

/** Names that other programs have for architectures, and systemd's. */
export const foreignArchitectures: ReadonlyMap<string, string> = new Map([
	['x86_64', 'x86-64'],
	['amd64', 'x86-64'],
	['i386', 'x86'],
	['i686', 'x86'],
	['aarch64', 'arm64'],
	['armv7l', 'arm'],
	['armhf', 'arm'],
	['ppc64le', 'ppc64-le'],
	['ppc64el', 'ppc64-le'],
	['mipsel', 'mips-le'],
	['mips64el', 'mips64-le'],
]);
