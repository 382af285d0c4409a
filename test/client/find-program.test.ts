// Programs in PATH.

import { chmodSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { findProgram } from '../../client/src/find-program.ts';
import { folderWith } from '../support/cli.ts';

test('the first folder of PATH that has the program, and may run it, counts', () => {
	const folder = folderWith({ 'a/man': '', 'b/man': '', 'c/man': '' });
	for (const name of ['b', 'c']) chmodSync(path.join(folder, name, 'man'), 0o755);
	const searchPath = ['a', 'b', 'c'].map((name) => path.join(folder, name)).join(path.delimiter);
	expect(findProgram('man', searchPath)).toBe(path.join(folder, 'b', 'man'));
});

test('a program that is nowhere, and folders that are not absolute, are not found', () => {
	expect(findProgram('man', folderWith({}))).toBeUndefined();
	expect(findProgram('man', '.:bin:')).toBeUndefined();
});
