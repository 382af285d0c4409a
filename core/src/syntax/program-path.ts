// The path of the program of a command: what systemd refuses of it (config_parse_exec()), and how it is simplified.
// Prefixes are taken away already; whether there is such a program is not asked.

import { byteLength } from './byte-length.ts';

/** What can be wrong with the path of a program. */
export type ProgramPathFault =
	| 'empty-path'
	| 'unsafe-path'
	| 'directory-path'
	| 'relative-path'
	| 'path-too-long'
	| 'repeated-prefix';

/** What is wrong with a path; `undefined` if systemd takes it. */
export function programPathFault(path: string): ProgramPathFault | undefined {
	if (path === '') return 'empty-path';
	// string_is_safe() of systemd refuses these.
	if (/[\u0001-\u001f\u007f"'\\]/.test(path)) return 'unsafe-path';
	if (path.endsWith('/')) return 'directory-path';
	// A specifier at the start may well give an absolute path; `%%` is a percent sign.
	if (/^%[^%]/.test(path)) return undefined;
	if (!isAbsoluteOrName(path)) return /^[-@:+!|]/.test(path) ? 'repeated-prefix' : 'relative-path';
	return isTooLong(path) ? 'path-too-long' : undefined;
}

/** A path without empty names and `.`, as path_simplify() of systemd leaves it. */
export function simplifyPath(path: string): string {
	const names = path.split('/').filter((name) => name !== '' && name !== '.');
	return (path.startsWith('/') ? '/' : '') + names.join('/');
}

function isAbsoluteOrName(path: string): boolean {
	return path.startsWith('/') || !(path.includes('/') || path === '.' || path === '..');
}

// NAME_MAX and PATH_MAX of Linux, in bytes. How long a specifier gets is not known.
function isTooLong(path: string): boolean {
	if (path.includes('%')) return false;
	return byteLength(path) >= 4096 || path.split('/').some((name) => byteLength(name) > 255);
}
