// The directives of systemd.mount(5): facts, and one sentence of ours for each.
// `npm run generate:directives` makes every column but `summary` and `replacedBy`, which are written by hand.

import type { DirectiveTable } from '../directive.ts';

/** Directives that systemd.mount(5) describes. */
export const mountDirectives: DirectiveTable = {
	name: 'mount',
	man: 'systemd.mount(5)',
	directives: [
		{ key: 'DirectoryMode', value: 'octal-mode', default: '0755', summary: 'Permissions of mount point directories that have to be created' },
		{ key: 'ForceUnmount', value: 'boolean', since: 232, default: 'off', summary: 'Unmounts even if the server is unreachable, as with stuck NFS' },
		{ key: 'FsckPassNo', value: 'ignored', removed: 209, summary: 'Gave the file system check order; removed, has no effect, the sixth fstab field does this' },
		{ key: 'LazyUnmount', value: 'boolean', since: 232, default: 'off', summary: 'Detaches the file system at once and cleans up when nobody uses it any more' },
		{ key: 'Options', value: 'string', empty: true, specifiers: 'unit', summary: 'Mount options, separated by commas' },
		{ key: 'ReadWriteOnly', value: 'boolean', since: 246, default: 'off', summary: 'Fails when a writable mount is impossible instead of falling back to read-only' },
		{ key: 'SloppyOptions', value: 'boolean', since: 215, default: 'off', summary: 'Tolerates mount options the file system does not know' },
		{ key: 'TimeoutSec', value: 'time-span', summary: 'Fails the mount if the mount command takes longer than this' },
		{ key: 'Type', value: 'string', empty: true, specifiers: 'unit', summary: 'File system type, for example ext4 or nfs' },
		{ key: 'What', value: 'mount-source', empty: true, specifiers: 'unit', summary: 'Device, image, network share or other source to mount' },
		{ key: 'Where', value: 'path', empty: true, specifiers: 'unit', summary: "Directory to mount on; the unit's file name must match it" },
	],
};
