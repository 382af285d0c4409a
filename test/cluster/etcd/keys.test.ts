// Names of keys: prefixes as people write them, paths of requests, and names that would lead elsewhere.
import { expect, test } from 'vitest';
import {
	belowPrefix,
	isHidden,
	objectKey,
	requestPath,
	standsAlone,
	toPrefix,
} from '../../../cluster/src/etcd/keys.ts';

const prefix = toPrefix('/_coreos.com/fleet/');

test.each(['/_coreos.com/fleet/', '_coreos.com/fleet', '//_coreos.com//fleet'])('%s is the same prefix', (text) => {
	expect(toPrefix(text)).toEqual(['_coreos.com', 'fleet']);
});

test('a path has its names encoded', () => {
	const path = requestPath(prefix, objectKey('a@1\\x20 ü.service'));
	expect(path).toBe('/v2/keys/_coreos.com/fleet/job/a%401%5Cx20%20%C3%BC.service/object');
});

test.each([
	['/_coreos.com/fleet/job/a.service/object', ['job', 'a.service', 'object']],
	['/_coreos.com/fleet', []],
	['/_coreos.com', []],
	['/', []],
	['/_coreos.com/fleets/job', undefined],
	['/other/fleet/job', undefined],
])('%s stands below the prefix as %j', (key, path) => {
	expect(belowPrefix(prefix, key)).toEqual(path);
});

test.each(['', '.', '..', 'a/b.service', '../machines', '\0', '\ud83d'])('%j does not stand alone', (name) => {
	expect(standsAlone(name)).toBe(false);
});

test.each(['a.service', '...service', 'a@1\\x20.service', '_a.service', '🚀'])('%j stands alone', (name) => {
	expect(standsAlone(name)).toBe(true);
});

test('a key with an underscore in front of a name is hidden', () => {
	expect(isHidden(['job', '_a.service', 'object'])).toBe(true);
	expect(isHidden(['job', 'a_.service', 'object'])).toBe(false);
});
