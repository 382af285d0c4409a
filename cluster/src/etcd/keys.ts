// Where fleet keeps what in etcd: names of keys below a prefix, and paths of requests for them (etcd v2 keys API). What
// the values mean is not known here.

/** The prefix that fleetd has where nothing else is configured (`etcd_key_prefix`). */
export const defaultKeyPrefix = '/_coreos.com/fleet/';

/** A key below fleet's prefix, as the names on the way to it: `['job', 'a.service', 'object']`. */
export type KeyPath = readonly string[];

/** The folders below the prefix. Legacy ones (`state`, `payload`) are left out: fleet v1.0 does not read them. */
export const rooms = {
	/** Unit → its `object`, `target-state`, `target` and `job-state`. */
	jobs: 'job',
	/** Hash → text of a unit. */
	texts: 'unit',
	/** Unit → machine → what the machine says of the unit. */
	states: 'states',
	/** Machine → its `object` and its folder `metadata`. */
	machines: 'machines',
} as const;

/** Who leads the engine. */
export const leaderKey: KeyPath = ['lease', 'engine-leader'];

/** The version that the engines agreed on. */
export const engineVersionKey: KeyPath = ['engine', 'version'];

/** Which text a unit has. */
export function objectKey(unit: string): KeyPath {
	return [rooms.jobs, unit, 'object'];
}

/** What a unit is to be. */
export function targetStateKey(unit: string): KeyPath {
	return [rooms.jobs, unit, 'target-state'];
}

/** The prefix as its names; slashes at its ends and doubled ones do not count. */
export function toPrefix(text: string): KeyPath {
	return text.split('/').filter((name) => name !== '');
}

/** The path of requests for a key, all of whose names can stand alone: `/v2/keys/_coreos.com/fleet/job/a%40.service`. */
export function requestPath(prefix: KeyPath, key: KeyPath): string {
	return ['/v2/keys', ...[...prefix, ...key].map(encodeURIComponent)].join('/');
}

/**
 * Whether a name leads to one key just below its folder. etcd takes a path apart only after it was decoded, so that
 * `..`, or a slash in a name, would lead elsewhere: to the folder of all units, for instance.
 */
export function standsAlone(name: string): boolean {
	return name !== '' && name !== '.' && name !== '..' && !/[/\0]|\p{Surrogate}/u.test(name);
}

/**
 * A key of etcd's answers as a path below the prefix. A folder that the prefix stands in gives the empty path, as the
 * prefix itself does; any other key, `undefined`.
 */
export function belowPrefix(prefix: KeyPath, key: string): KeyPath | undefined {
	const names = toPrefix(key);
	const shared = prefix.slice(0, names.length);
	return shared.every((name, index) => name === names[index]) ? names.slice(prefix.length) : undefined;
}

/** Whether etcd leaves a key out of the listings of the folders above it, because a name in it begins with `_`. */
export function isHidden(key: KeyPath): boolean {
	return key.some((name) => name.startsWith('_'));
}
