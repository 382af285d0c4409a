// What is measured in dist/ must be what stands in the sources.

import { spawnSync } from 'node:child_process';
import { readdirSync, statSync } from 'node:fs';
import path from 'node:path';

const sources = [
	...['core/src', 'protocol/src', 'server/src', 'cli/src', 'cluster/src', 'client/src'],
	...['scripts/build.mjs', 'package-lock.json'],
];
const programs = [
	...['dist/server.cjs', 'dist/session.cjs', 'dist/texts.json', 'dist/cli.cjs'],
	...['dist/extension.cjs', 'dist/language.cjs', 'dist/clusters.cjs'],
];

/** Builds dist/ if a program is missing there, or older than a source. What the build prints goes to stderr. */
export function buildIfOld(): void {
	const newest = Math.max(...sources.flatMap(filesOf).map(changedAt));
	if (programs.every((program) => changedAt(program) > newest)) return;
	const { status } = spawnSync(process.execPath, ['scripts/build.mjs'], { stdio: ['ignore', 2, 2] });
	if (status !== 0) throw new Error('the build failed: the reason stands above; put it right and try again');
}

/** A file itself, or all files below a folder. */
function filesOf(name: string): readonly string[] {
	if (statSync(name).isFile()) return [name];
	const entries = readdirSync(name, { recursive: true, withFileTypes: true });
	return entries.filter((entry) => entry.isFile()).map((entry) => path.join(entry.parentPath, entry.name));
}

/** When a file was last changed; long ago if it is not there. */
function changedAt(file: string): number {
	return statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0;
}
