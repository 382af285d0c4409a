// The config file of a project: the nearest one beside or above a unit file, no higher than the open folder it is in.
// Files are read when they are first asked for and kept until `forget`.

import { readFileSync } from 'node:fs';
import path from 'node:path';
import { configFileName, type LintSettings, readConfig } from '../../core/src/index.ts';

/** Answers what the config file says that holds for a path. */
export interface ProjectConfig {
	readonly settingsFor: (file: string) => Partial<LintSettings>;
	/** Config files have changed, or the open folders have: look again. */
	readonly forget: () => void;
}

/** `fault` is told of a config file that cannot be used; it then counts as one that sets nothing. */
export function createProjectConfig(
	folders: () => readonly string[],
	fault: (file: string, message: string) => void,
): ProjectConfig {
	const byFolder = new Map<string, Partial<LintSettings> | undefined>();
	const inFolder = (folder: string): Partial<LintSettings> | undefined => {
		if (!byFolder.has(folder)) byFolder.set(folder, readIn(folder, fault));
		return byFolder.get(folder);
	};
	return {
		settingsFor(file) {
			for (const folder of foldersAbove(file, folders())) {
				const found = inFolder(folder);
				if (found !== undefined) return found;
			}
			return {};
		},
		forget: () => byFolder.clear(),
	};
}

/** The folder of a file and those above it, up to the open folder; up to the root for a file in none. */
function foldersAbove(file: string, open: readonly string[]): readonly string[] {
	const found: string[] = [];
	let folder = path.dirname(file);
	while (!found.includes(folder)) {
		found.push(folder);
		if (open.some((one) => path.relative(one, folder) === '')) break;
		folder = path.dirname(folder);
	}
	return found;
}

function readIn(folder: string, fault: (file: string, message: string) => void): Partial<LintSettings> | undefined {
	const file = path.join(folder, configFileName);
	const text = readIfThere(file, (message) => fault(file, message));
	if (text === undefined) return undefined;
	const result = readConfig(text);
	if (result.kind === 'config') return result.settings;
	fault(file, result.message);
	return {};
}

function readIfThere(file: string, fault: (message: string) => void): string | undefined {
	try {
		return readFileSync(file, 'utf8');
	} catch (error) {
		// Node's calls fail with nothing else.
		const { code, message } = error as NodeJS.ErrnoException;
		// ENOTDIR: a document whose folder is a file, as editors have for members of archives.
		if (code !== 'ENOENT' && code !== 'ENOTDIR') fault(message);
		return undefined;
	}
}
