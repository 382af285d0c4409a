// Names that become a file's or a folder's: of control groups, sets of OOM rules, file descriptors, extended attributes
// and live update sessions.

import type { Flaw } from './fault.ts';
import { checkWhole, checkWords } from './judge.ts';
import { plain } from './quote.ts';
import { noItems, type ValueBehaviour } from './value-kind.ts';

/** `DelegateSubgroup=`: no name that the kernel has files for. */
export const cgroupName: ValueBehaviour = {
	check: checkWhole((text) => {
		const kernelFile = /^[._]|^(?:cgroup|cpu|cpuset|cpuacct|io|memory|pids|hugetlb|rdma|misc|irq|devices)\./.test(text);
		return isFileName(text) && !kernelFile
			? undefined
			: { what: `\`${plain(text)}\` is no name of a control group`, advice: 'write one without `/`' };
	}),
	complete: () => noItems,
	describe: () => undefined,
};

/** `OOMRules=`. */
export const oomRulesetName: ValueBehaviour = {
	check: checkWords((text) =>
		isFileName(text) && !/[*?[]/.test(text)
			? undefined
			: { what: `\`${plain(text)}\` is no name of a set of rules`, advice: 'write it without folders' },
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** `LUOSession=`. */
export const luoSession: ValueBehaviour = {
	check: checkWords(
		(text) =>
			/^[!-~]+$/.test(text) && !/["'*?[:]/.test(text)
				? undefined
				: { what: `\`${plain(text)}\` is no name of a session`, advice: 'use ASCII without quotes and globs' },
		{ quoting: { retainEscape: true } },
	),
	complete: () => noItems,
	describe: () => undefined,
};

/** `FileDescriptorName=`. */
export const fdName: ValueBehaviour = {
	check: checkWhole((text) => {
		const fine = /^[\x20-\x7e]{1,255}$/.test(text) && !text.includes(':');
		return fine
			? undefined
			: { what: `\`${plain(text)}\` is no name of a file descriptor`, advice: 'use ASCII without colons' };
	}),
	complete: () => noItems,
	describe: () => undefined,
};

/** `XAttrListen=` and its like: attributes of users. */
export const xattrAssignment: ValueBehaviour = {
	check: checkWhole(judgeAttribute),
	complete: () => noItems,
	describe: () => undefined,
};

function isFileName(text: string): boolean {
	return text !== '.' && text !== '..' && !text.includes('/') && text.length <= 255;
}

function judgeAttribute(text: string): Flaw | undefined {
	const equals = text.indexOf('=');
	if (equals === -1) return { what: `\`${plain(text)}\` is no attribute`, advice: 'write `user.name=value`' };
	const name = text.slice(0, equals);
	if (name.startsWith('user.')) return undefined;
	return { what: `\`${plain(name)}\` is no attribute that systemd may set`, advice: 'begin it with `user.`' };
}
