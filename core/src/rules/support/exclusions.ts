// Pairs of settings that systemd does not take together: service_verify(), socket_verify() and unit_verify_contexts()
// refuse a unit that has both. What is refused for other reasons has rules of its own.

import type { UnitKind } from '../../catalogue/unit-kinds.ts';
import { readBoolean } from '../../values/boolean.ts';
import { settingOf } from './counting-settings.ts';
import type { UnitSetting, WholeUnit } from './whole-unit.ts';

/** Two settings of which the first has to go. Without a release, the row holds for all. */
export interface Exclusion {
	readonly kinds: readonly UnitKind[];
	readonly first: Wanted;
	readonly second: Wanted;
	/** First release that refuses both. */
	readonly since?: number;
	/** First release that takes both again. */
	readonly until?: number;
}

interface Wanted {
	readonly keys: readonly string[];
	readonly is: (value: string) => boolean;
}

const anything = () => true;
const isYes = (value: string) => readBoolean(value) === true;
const isNotNo = (value: string) => readBoolean(value) !== false;
const accepting: Wanted = { keys: ['Accept'], is: isYes };
const dynamicUser: Wanted = { keys: ['DynamicUser'], is: isYes };
const withPam: Wanted = { keys: ['PAMName'], is: anything };
const withProcesses: readonly UnitKind[] = ['service', 'socket', 'mount', 'swap'];

/** Settings of which a unit may have only one. */
export const exclusions: readonly Exclusion[] = [
	{
		kinds: ['service'],
		first: { keys: ['ExitType'], is: (value) => value === 'cgroup' },
		second: { keys: ['Type'], is: (value) => value === 'oneshot' },
	},
	{
		kinds: ['service'],
		first: { keys: ['PrivatePIDs'], is: isYes },
		second: { keys: ['Type'], is: (value) => value === 'forking' },
	},
	{
		kinds: withProcesses,
		first: { keys: ['KillMode'], is: (value) => value === 'process' || value === 'none' },
		second: withPam,
	},
	{
		kinds: ['socket', 'mount', 'swap'],
		first: { keys: ['KillMode'], is: (value) => value === 'mixed' },
		second: withPam,
		until: 255,
	},
	{ kinds: ['socket'], first: { keys: ['Service'], is: anything }, second: accepting },
	{ kinds: ['socket'], first: { keys: ['MaxConnections'], is: (value) => Number(value) === 0 }, second: accepting },
	{ kinds: ['socket'], first: { keys: ['DeferTrigger'], is: isNotNo }, second: accepting },
	{
		kinds: withProcesses,
		first: { keys: ['WorkingDirectory'], is: (value) => /^-?~$/.test(value) },
		second: dynamicUser,
		since: 257,
	},
	{
		kinds: withProcesses,
		first: { keys: ['PrivateUsers'], is: (value) => value === 'managed' },
		second: { keys: ['User', 'Group', 'PAMName'], is: anything },
		since: 262,
	},
	{
		kinds: withProcesses,
		first: { keys: ['PrivateUsers'], is: (value) => value === 'managed' },
		second: dynamicUser,
		since: 262,
	},
	{
		kinds: withProcesses,
		first: { keys: ['PrivateUsers'], is: isNotNo },
		second: { keys: ['UserNamespacePath'], is: anything },
		since: 262,
	},
];

/** The two settings of a unit that a row speaks of, if it has both and its release refuses them. */
export function excludedBy(
	{ kinds, first, second, since = 0, until = Number.POSITIVE_INFINITY }: Exclusion,
	whole: WholeUnit,
): readonly [UnitSetting, UnitSetting] | undefined {
	if (!kinds.includes(whole.kind) || whole.release < since || whole.release >= until) return undefined;
	const one = findWanted(first, whole);
	const other = one && findWanted(second, whole);
	return one && other && [one, other];
}

function findWanted({ keys, is }: Wanted, whole: WholeUnit): UnitSetting | undefined {
	for (const key of keys) {
		const setting = settingOf(whole, key);
		if (setting !== undefined && is(setting.entry.value.text)) return setting;
	}
	return undefined;
}
