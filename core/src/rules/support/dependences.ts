// Settings that do nothing unless another setting is there, or is not there: facts of the manuals, each checked in what
// systemd does. Left out is what only usually does nothing, and what other programs may add while the unit runs.

import type { UnitKind } from '../../catalogue/unit-kinds.ts';
import { readBoolean } from '../../values/boolean.ts';
import { readTimeSpan } from '../../values/time-span.ts';
import { addedSettings, settingOf, settingValue } from './counting-settings.ts';
import { commandsOf } from './service-commands.ts';
import { listenKeys } from './trigger-keys.ts';
import type { WholeUnit } from './whole-unit.ts';

/** When a setting does nothing. */
export interface Dependence {
	readonly key: string;
	/** Kinds of units to which the row is confined. */
	readonly kinds?: readonly UnitKind[];
	/** systemd itself complains of it. */
	readonly logged?: true;
	/** What keeps the setting from acting, such as “without `Restart=`”; `undefined` where it acts. */
	readonly idle: (whole: WholeUnit, value: string) => string | undefined;
}

/** The rows for a key. */
export function dependencesOf(key: string): readonly Dependence[] {
	return byKey.get(key) ?? none;
}

/** A setting that needs one of some others; the first is the one to name. */
function needs(key: string, others: readonly string[]): Dependence {
	return { key, idle: (whole) => (others.some((other) => acts(whole, other)) ? undefined : without(others)) };
}

function without([other]: readonly string[]): string {
	return `without \`${other}=\``;
}

/** Whether a setting of the unit's own section or of [Unit] is there and does not say “no”. */
function acts(whole: WholeUnit, key: string): boolean {
	const value = settingValue(whole, key) ?? settingValue(whole, key, 'Unit');
	return value !== undefined && !isOffWord(value);
}

/** Whether a value switches its setting off, or sets no limit. */
export function isOffWord(value: string): boolean {
	return value === 'none' || value === 'infinity' || readBoolean(value) === false;
}

/** A setting that is only read where another one, which outweighs it, is absent. */
function outweighed(key: string, other: string): Dependence {
	return { key, idle: (whole) => (settingOf(whole, other) === undefined ? undefined : `beside \`${other}=\``) };
}

/** A setting that services of some types, told by `fits`, act on. */
function needsType(key: string, fits: (type: string) => boolean): Dependence {
	return {
		key,
		kinds: ['service'],
		idle: (whole) => {
			const { type } = commandsOf(whole);
			return fits(type) ? undefined : `with \`Type=${type}\``;
		},
	};
}

function logged(row: Dependence): Dependence {
	return { ...row, logged: true };
}

const restarting = ['Restart', 'RestartForceExitStatus'];
const unfailing: readonly UnitKind[] = ['slice', 'device'];

const dependences: readonly Dependence[] = [
	// systemd.service(5)
	needs('RestartSec', restarting),
	{ key: 'RestartSec', logged: true, idle: longerThanLongest },
	needs('RestartPreventExitStatus', restarting),
	needs('RestartMode', restarting),
	logged(needs('RestartSteps', ['RestartMaxDelaySec'])),
	logged(needs('RestartMaxDelaySec', ['RestartSteps'])),
	logged(needs('RuntimeRandomizedExtraSec', ['RuntimeMaxSec'])),
	logged(needs('USBFunctionDescriptors', ['USBFunctionStrings'])),
	logged(needs('USBFunctionStrings', ['USBFunctionDescriptors'])),
	needs('FileDescriptorStorePreserve', ['FileDescriptorStoreMax']),
	logged(needsType('RuntimeMaxSec', (type) => type !== 'oneshot')),
	needsType('GuessMainPID', (type) => type === 'forking'),
	needsType('ReloadSignal', (type) => type === 'notify-reload'),
	{ key: 'ExecReload', kinds: ['service'], idle: reloadOfOneshot },
	// systemd.exec(5), systemd.kill(5), systemd.resource-control(5)
	needs('SystemCallErrorNumber', ['SystemCallFilter']),
	needs('RuntimeDirectoryMode', ['RuntimeDirectory']),
	needs('StateDirectoryMode', ['StateDirectory']),
	needs('CacheDirectoryMode', ['CacheDirectory']),
	needs('LogsDirectoryMode', ['LogsDirectory']),
	needs('ConfigurationDirectoryMode', ['ConfigurationDirectory']),
	needs('RootImageOptions', ['RootImage']),
	needs('RootVerity', ['RootImage']),
	needs('NUMAMask', ['NUMAPolicy', 'CPUAffinity']),
	needs('CPUQuotaPeriodSec', ['CPUQuota']),
	needs('SocketBindAllow', ['SocketBindDeny']),
	outweighed('RootDirectory', 'RootImage'),
	{ key: 'FinalKillSignal', idle: unsentSignal },
	// systemd.timer(5), systemd.path(5)
	needs('Persistent', ['OnCalendar']),
	needs('FixedRandomDelay', ['RandomizedDelaySec']),
	needs('MakeDirectory', ['PathChanged', 'PathModified', 'DirectoryNotEmpty']),
	{ ...needs('DirectoryMode', ['MakeDirectory']), kinds: ['path'] },
	// systemd.socket(5)
	needs('MaxConnections', ['Accept']),
	needs('MaxConnectionsPerSource', ['Accept']),
	needs('DeferTriggerMaxSec', ['DeferTrigger']),
	needs('PipeSize', ['ListenFIFO']),
	needs('MessageQueueMaxMessages', ['ListenMessageQueue']),
	needs('MessageQueueMessageSize', ['ListenMessageQueue']),
	needs('MessageQueueMaxMessages', ['MessageQueueMessageSize']),
	needs('MessageQueueMessageSize', ['MessageQueueMaxMessages']),
	needs('Writable', ['ListenSpecial']),
	...['SocketMode', 'SocketUser', 'SocketGroup'].map((key) => ({ key, idle: withoutNode })),
	// systemd.unit(5)
	needs('OnFailureJobMode', ['OnFailure']),
	needs('OnSuccessJobMode', ['OnSuccess']),
	needs('FailureActionExitStatus', ['FailureAction']),
	needs('SuccessActionExitStatus', ['SuccessAction']),
	needs('JobTimeoutRebootArgument', ['JobTimeoutAction']),
	{ key: 'OnFailure', kinds: unfailing, logged: true, idle: ({ kind }) => `in a ${kind}, which cannot fail` },
	{ key: 'FailureAction', kinds: unfailing, idle: ({ kind }) => `in a ${kind}, which cannot fail` },
	{ key: 'JobRunningTimeoutSec', logged: true, idle: longerThanWhole },
	{
		key: 'DefaultInstance',
		logged: true,
		idle: ({ file }) => (file.instance === undefined ? 'in a unit that is no template' : undefined),
	},
];

const none: readonly Dependence[] = [];
const byKey = new Map<string, readonly Dependence[]>();
for (const row of dependences) byKey.set(row.key, [...dependencesOf(row.key), row]);

/** A oneshot that does not stay is never active, and only what is active can be reloaded. */
function reloadOfOneshot(whole: WholeUnit): string | undefined {
	const { type, remainsAfterExit } = commandsOf(whole);
	return type === 'oneshot' && !remainsAfterExit ? 'with `Type=oneshot` but without `RemainAfterExit=yes`' : undefined;
}

function unsentSignal(whole: WholeUnit): string | undefined {
	return readBoolean(settingValue(whole, 'SendSIGKILL') ?? 'yes') ? undefined : 'with `SendSIGKILL=no`';
}

function longerThanLongest(whole: WholeUnit, value: string): string | undefined {
	const isLonger = exceeds(value, settingValue(whole, 'RestartMaxDelaySec'));
	return isLonger ? 'beside a shorter `RestartMaxDelaySec=`' : undefined;
}

/** The time of a job includes that in which it runs. */
function longerThanWhole(whole: WholeUnit, value: string): string | undefined {
	return exceeds(value, settingValue(whole, 'JobTimeoutSec', 'Unit')) ? 'beside a shorter `JobTimeoutSec=`' : undefined;
}

function exceeds(span: string, limit: string | undefined): boolean {
	return Number(readTimeSpan(span)) > Number(readTimeSpan(limit ?? ''));
}

/** Owners and modes are those of nodes in the file system; ports and abstract names have none. */
function withoutNode(whole: WholeUnit): string | undefined {
	const hasNode = addedSettings(whole, listenKeys).some(({ directive: { key }, entry }) => {
		return !key.endsWith('Netlink') && (/^[/%]/.test(entry.value.text) || key === 'ListenMessageQueue');
	});
	return hasNode ? undefined : 'without a path in `Listen…=`';
}
