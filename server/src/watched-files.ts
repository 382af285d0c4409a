// Which files the client is asked to watch, for what happens to them outside of the editor.

import path from 'node:path';
import { type FileSystemWatcher, WatchKind } from 'vscode-languageserver/node';
import { configFileName, unitKindNames } from '../../core/src/index.ts';

const kinds = `{${unitKindNames.join(',')}}`;

/** Unit files, drop-ins left out. */
export const unitFileGlob = `**/*.${kinds}`;

/** Config files, unit files with and without the ending of a template engine, and drop-ins. */
export const watchers: FileSystemWatcher[] = [
	{ globPattern: `**/${configFileName}` },
	{ globPattern: unitFileGlob },
	{ globPattern: `**/*.${kinds}.*` },
	{ globPattern: '**/*.d/*.conf' },
	// Of a folder that is deleted, clients tell the folder alone.
	{ globPattern: '**/*', kind: WatchKind.Delete },
];

/** Whether a path is that of a config file. */
export function isConfigFile(file: string): boolean {
	return path.basename(file) === configFileName;
}
