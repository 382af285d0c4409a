// The project's own files, for tests that look at them as text.
import { readdirSync, readFileSync } from 'node:fs';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

/** The folder that holds package.json. */
export const root = fileURLToPath(new URL('../..', import.meta.url));

const skipped = new Set(['node_modules', '.git', 'dist', '.tsbuild', 'artefacts', '.builtin']);

/** Paths of all files below a folder of the project, with `/`, from its root. */
export function filesBelow(folder: string): readonly string[] {
	return readdirSync(path.join(root, folder), { withFileTypes: true }).flatMap((entry) => {
		const file = path.posix.join(folder, entry.name);
		if (entry.isDirectory()) return skipped.has(entry.name) ? [] : filesBelow(file);
		return entry.isFile() ? [file] : [];
	});
}

/** The text of a file of the project. */
export function readProjectFile(file: string): string {
	return readFileSync(path.join(root, file), 'utf8');
}

/** The folders that hold the product's source. */
export const sourceFolders = [
	'core/src',
	'protocol/src',
	'server/src',
	'cluster/src',
	'cli/src',
	'client/src',
	'webviews',
] as const;
