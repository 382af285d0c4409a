// Programs of this machine by name, looked for in PATH as a shell would. Nothing is started.

import { accessSync, constants } from 'node:fs';
import path from 'node:path';

/** The path of a program; `undefined` where PATH has none of that name. Windows knows no `man`, and is not looked at. */
export function findProgram(name: string, searchPath = process.env['PATH'] ?? ''): string | undefined {
	if (process.platform === 'win32') return undefined;
	const candidates = searchPath.split(path.delimiter).filter(path.isAbsolute);
	return candidates.map((folder) => path.join(folder, name)).find(isExecutable);
}

function isExecutable(file: string): boolean {
	try {
		accessSync(file, constants.X_OK);
		return true;
	} catch {
		return false;
	}
}
