// Where the program is installed, and what lies there beside its code: the manifest and the rules' pages.

import { existsSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { pathToFileURL } from 'node:url';

/** Address of a rule's page in this package. */
export function rulePage(rule: string): string {
	return pathToFileURL(path.join(packageFolder(), 'docs', 'rules', `${rule}.md`)).href;
}

/** Version of this package. */
export function packageVersion(): string {
	const manifest: unknown = JSON.parse(readFileSync(path.join(packageFolder(), 'package.json'), 'utf8'));
	const version = typeof manifest === 'object' && manifest !== null && 'version' in manifest && manifest.version;
	if (typeof version !== 'string') throw new Error('the package of fleet-units has no version; install it again');
	return version;
}

let found: string | undefined;

/** The nearest folder above this code with a manifest: code lies in `dist/` when bundled and in `cli/src/` as source. */
function packageFolder(): string {
	if (found !== undefined) return found;
	let folder = path.dirname(__dirname);
	while (!existsSync(path.join(folder, 'package.json')) && folder !== path.dirname(folder))
		folder = path.dirname(folder);
	found = folder;
	return found;
}
