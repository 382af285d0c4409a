// The folder ../shared beside the repository: tables of systemd's own tests and recordings, too large or not ours to
// ship. Suites that read it register themselves through here, so that without it they say that they did not run.

import { existsSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { describe, expect, test } from 'vitest';

/** The path of ../shared, counted from the root of the repository. */
export const sharedFolder = fileURLToPath(new URL('../../../shared', import.meta.url));

/** Registers a suite that needs ../shared. Without the folder, one passing test says that the suite did not run. */
export function describeWithShared(suite: string, register: () => void): void {
	if (existsSync(sharedFolder)) describe(suite, register);
	else registerAbsence(suite);
}

/** Reads a JSON file of ../shared. The caller says what is in it; nothing is checked. */
export function readShared<T>(...path: readonly string[]): T {
	// The files are fixed recordings, so their shape is known to the suite that names the type.
	return JSON.parse(readFileSync(join(sharedFolder, ...path), 'utf8')) as T;
}

function registerAbsence(suite: string): void {
	const notice = `../shared is absent: ${suite} did not run`;
	test(notice, () => {
		console.log(notice);
		expect(existsSync(sharedFolder)).toBe(false);
	});
}
