// Hashes of the sample units of fleet's own source tree, as fleet computed them.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { unitHash } from '../../core/src/fleet/hash.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import { readVectors, sha1 } from '../fleet/vectors.ts';
import { describeWithShared, sharedFolder } from './shared.ts';

interface Case {
	readonly path: string;
	readonly hash: string;
}

const units = join(sharedFolder, 'corpus', 'fleet', 'coreos+fleet');

describeWithShared('hashes of fleet’s sample units', () => {
	const cases = readVectors<Case>('fixture-hashes.json');
	const absent = cases.filter(({ path }) => !existsSync(join(units, path)));

	for (const { path, hash } of cases.filter((one) => !absent.includes(one))) {
		test(path, () => {
			const { options, error } = readOptions(readFileSync(join(units, path), 'utf8'));
			expect(error).toBeUndefined();
			expect(unitHash(options, sha1)).toBe(hash);
		});
	}

	test('no sample unit is missing', () => {
		expect(cases).toHaveLength(34);
		expect(absent.map(({ path }) => path)).toEqual([]);
	});
});
