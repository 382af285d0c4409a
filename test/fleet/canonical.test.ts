// The text and hash that fleet makes of options. Many more are in options.test.ts, recorded from fleet.

import { expect, test } from 'vitest';
import { canonicalText } from '../../core/src/fleet/canonical.ts';
import { shortHash, unitHash } from '../../core/src/fleet/hash.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { sha1 } from './vectors.ts';

test('no options are the empty text', () => {
	expect(canonicalText([])).toBe('');
	expect(unitHash([], sha1)).toBe('da39a3ee5e6b4b0d3255bfef95601890afd80709');
});

test('sections stand where they first appear, with all of their options', () => {
	const options = [
		{ section: 'Unit', name: 'After', value: 'a.service' },
		{ section: 'X-Fleet', name: 'Global', value: 'true' },
		{ section: 'Unit', name: 'After', value: '' },
	];
	expect(canonicalText(options)).toBe('[Unit]\nAfter=a.service\nAfter=\n\n[X-Fleet]\nGlobal=true\n');
});

test('comments, blanks and the case of nothing but headers do not change the hash', () => {
	const tidy = readOptions('[Unit]\nDescription=Web\n').options;
	const loose = readOptions('# Web\n[Install]\n[Unit]\n\n  Description = Web\n').options;
	expect(unitHash(loose, sha1)).toBe(unitHash(tidy, sha1));
});

test('a unit with continuation lines has another hash up to fleet 0.11', () => {
	const text = '[Service]\nExecStart=/bin/a \\\n  -b\n';
	const [old, now] = [readOptions(text, '0.11').options, readOptions(text, '0.12').options];
	expect(unitHash(old, sha1)).toBe(sha1('[Service]\nExecStart=/bin/a    -b\n'));
	expect(unitHash(now, sha1)).toBe(sha1(text));
});

test('the short form is the first seven digits', () => {
	expect(shortHash('e55c0aeb44ba0b68004ceb8a200e685194448b45')).toBe('e55c0ae');
});
