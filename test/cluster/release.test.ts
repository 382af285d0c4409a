// Which release a version of a server behaves like.

import { expect, test } from 'vitest';
import { releaseOf } from '../../cluster/src/release.ts';

test.each([
	['v1.0.0', '1.0'],
	['v1.0.0-15-g45224983', '1.0'],
	['2.1.0', '1.0'],
	['v0.13.0', '0.13'],
	['0.11.8+git', '0.11'],
	['v0.8.3', '0.8'],
	['v0.5.1', '0.8'],
	['v0.14.0', '0.13'],
	['nginx', undefined],
	['', undefined],
	[undefined, undefined],
])('%s is like %s', (version, release) => {
	expect(releaseOf(version)).toBe(release);
});
