// Shapes of values for completion where the set of values is open, so that the value kind itself has nothing to offer:
// what people mostly write there, with what it means. By kind, and for conditions by what they ask for.

import type { ValueKind } from '../catalogue/value-kinds.ts';
import { type ItemDraft, wholeItems, wordItems } from '../values/items.ts';
import type { ValueContext, ValueItem } from '../values/value-kind.ts';

/** Shapes for the caret at an index of a value. */
export function shapeItems(value: string, index: number, context: ValueContext): readonly ValueItem[] {
	const { directive, section } = context;
	if (directive.value === 'condition-string') return conditionItems(value, index, context);
	const options = optionShapes[`${section}.${directive.key}`];
	if (options !== undefined) return wordItems(value, index, context, options, /[\s,]/);
	const drafts = shapesByKey[directive.key] ?? shapesByKind[directive.value] ?? [];
	if (directive.list === undefined) return wholeItems(value, index, context, drafts);
	// The mark of a list that is turned into its opposite is no part of a word.
	return wordItems(value, index, context, drafts, /[\s"'~]/);
}

/** The prefix of a condition stays. */
function conditionItems(value: string, index: number, { directive, release }: ValueContext): readonly ValueItem[] {
	const start = /^\|?!?\s*/.exec(value)?.[0].length ?? 0;
	const drafts = conditionShapes[directive.key.replace(/^(?:Condition|Assert)/, '')] ?? [];
	if (index < start) return [];
	const known = drafts.filter(({ since = release }) => since <= release);
	return known.map((draft) => ({ ...draft, replace: { start, end: value.length } }));
}

/** `label — meaning` rows. */
function shapes(...rows: readonly (readonly [label: string, detail: string])[]): readonly ItemDraft[] {
	return rows.map(([label, detail]) => ({ label, detail }));
}

const groups = shapes(
	['root', 'the group of the administrator'],
	['adm', 'may read logs'],
	['docker', 'may use the Docker daemon, and so anything'],
	['systemd-journal', 'may read the journal'],
);

const variables = shapes(
	['LANG', 'language of messages and formats'],
	['PATH', 'folders in which programs are looked for'],
	['HOME', 'home of the user'],
	['TZ', 'time zone'],
	['http_proxy', 'proxy for HTTP'],
	['https_proxy', 'proxy for HTTPS'],
	['no_proxy', 'hosts to reach without a proxy'],
);

const shapesByKind: Readonly<Partial<Record<ValueKind, readonly ItemDraft[]>>> = {
	'bind-path': shapes(['/srv/a:/mnt/a', 'source and where it is seen'], ['-/srv/a', 'no error if it is missing']),
	'credential-import': shapes(['%p.*', 'all whose names begin with that of the unit']),
	'credential-load': shapes(['token:/etc/%p/token', 'name and file']),
	'credential-set': shapes(['name:content', 'name and content, readable by everybody']),
	'cpu-set': shapes(['0-3', 'a range'], ['0 2 4', 'single ones']),
	'device-allow': shapes(
		['char-tty r', 'a class of devices, to read'],
		['/dev/null rw', 'a device, to read and write'],
		['char-* rwm', 'all character devices'],
		['block-* r', 'all block devices, to read'],
	),
	'device-bandwidth': shapes(['/dev/sda 5M', 'device and rate a second']),
	'device-latency': shapes(['/dev/sda 25ms', 'device and time span']),
	'device-weight': shapes(['/dev/sda 200', 'device and weight']),
	'environment-assignment': variables.map(({ label, detail }) => ({ label: `${label}=`, detail })),
	'environment-name': variables,
	'environment-name-or-assignment': variables,
	'exec-directory': shapes(['%p', 'named as the unit'], ['%p/%i', 'one for each instance']),
	group: groups,
	'interface-name': shapes(['lo', 'the loopback interface'], ['eth0', 'the first wired one by its old name']),
	'interface-set': shapes(['lo', 'the loopback interface'], ['eth0', 'the first wired one by its old name']),
	'mount-source': shapes(
		['UUID=', 'by the UUID of the file system'],
		['LABEL=', 'by its label'],
		['PARTUUID=', 'by the UUID of the partition'],
		['PARTLABEL=', 'by the label of the partition'],
		['tmpfs', 'a file system in memory'],
		['server:/path', 'a share of NFS'],
	),
	'nft-set': shapes(['cgroup:inet:filter:app', 'source, family, table and set']),
	'open-file': shapes(['/etc/app.conf:config:read-only', 'path, name and options']),
	'socket-bind-rule': shapes(['any', 'every port']),
	'socket-address': shapes(
		['8080', 'a port, on all addresses'],
		['127.0.0.1:8080', 'a port, for this machine alone'],
		['[::1]:8080', 'likewise, with IPv6'],
		['/run/%p.sock', 'a Unix socket in the file system'],
		['@%p', 'an abstract Unix socket'],
		['vsock::8080', 'a port for virtual machines'],
	),
	'tmpfs-spec': shapes(['/var:ro', 'empty and read-only'], ['/run/%p:size=16M', 'with a limit']),
	'unsigned-or-infinity': shapes(['infinity', 'no limit']),
};

/** Where a kind is shared by keys that want different things. */
const shapesByKey: Readonly<Record<string, readonly ItemDraft[]>> = {
	SetCredentialEncrypted: [],
	ListenFIFO: shapes(['/run/%p.fifo', 'a pipe in the file system']),
	ListenMessageQueue: shapes(['/%p', 'a message queue']),
	ListenSpecial: shapes(['/dev/kmsg', 'a device']),
	PIDFile: shapes(['/run/%p.pid', 'where most daemons write it']),
	WorkingDirectory: shapes(['%S/%p', 'the state directory of the unit'], ['/', 'the root'], ['~', "the user's home"]),
};

/** Options of mount(8) and swapon(8), with commas between them. */
const optionShapes: Readonly<Record<string, readonly ItemDraft[]>> = {
	'Mount.Options': shapes(
		['noatime', 'times of access are not kept'],
		['nodev', 'no device nodes'],
		['noexec', 'no programs'],
		['nosuid', 'set-ID bits have no effect'],
		['ro', 'read-only'],
	),
	'Swap.Options': shapes(['discard', 'the disk is told what is free'], ['pri=10', 'higher ones are used first']),
};

const conditionShapes: Readonly<Record<string, readonly ItemDraft[]>> = {
	CPUFeature: shapes(['avx2', 'vector instructions'], ['rdrand', 'random numbers of the CPU']),
	CPUPressure: shapes(['10%/5min', 'waited for the CPU less than that']),
	Credential: shapes(['name', 'a credential of that name was passed in']),
	Environment: shapes(['NAME', 'is set for the manager'], ['NAME=value', 'has that value']),
	Firmware: shapes(
		['uefi', 'the firmware is UEFI'],
		['device-tree', 'the firmware has a device tree'],
		['device-tree-compatible(value)', 'the machine is compatible with that'],
		['smbios-field(board_vendor=value)', 'a field of SMBIOS has that value'],
	),
	Fraction: shapes(['name 10%', 'a tenth of the machines, told apart by that name']),
	Group: shapes(['0', 'the manager runs in that group'], ['wheel', 'likewise, by name']),
	Host: shapes(['web-*', 'the host name, with globs'], ['%m', 'a machine ID']),
	IOPressure: shapes(['10%/5min', 'waited for I/O less than that']),
	KernelCommandLine: shapes(['quiet', 'a word of the kernel command line'], ['root=/dev/sda1', 'an assignment']),
	KernelModuleLoaded: shapes(['overlay', 'a module that is loaded']),
	KernelVersion: shapes(['>=5.10', 'at least that'], ['<6', 'older than that'], ['*-amd64', 'with globs']),
	MemoryPressure: shapes(['10%/5min', 'waited for memory less than that']),
	OSRelease: shapes(['ID=debian', 'the distribution'], ['VERSION_ID>=12', 'its version']),
	User: shapes(['root', 'the manager of the system'], ['@system', 'a system user'], ['1000', 'a user by number']),
	Version: shapes(['systemd >= 252', 'of systemd'], ['kernel >= 5.10', 'of the kernel']),
};
