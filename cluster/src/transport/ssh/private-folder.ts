// A folder that only we may enter, for the sockets of ssh: its path is short enough for the address of a socket, and has
// no character that ssh reads as anything else.

import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { ClusterError } from '../../errors.ts';
import { atExit } from '../at-exit.ts';

/** A folder that is gone after `remove`, and at the latest when our process ends. */
export interface PrivateFolder {
	readonly path: string;
	remove(): void;
}

/** Names of our folders begin so, then comes the ID of the process. */
export const folderPrefix = 'fleet-ssh-';

/** Makes a folder with mode 0700 (mkdtemp(3)). Throws `refused` when there is no place for one. */
export function makePrivateFolder(env: NodeJS.ProcessEnv = process.env): PrivateFolder {
	for (const base of folderBases(env)) {
		const folder = tryMake(path.join(base, `${folderPrefix}${process.pid}-`));
		if (folder !== undefined) return folder;
	}
	throw new ClusterError('refused', 'there is no place for the sockets of ssh', {
		advice: 'set XDG_RUNTIME_DIR or TMPDIR to a folder with a short path that you may write to',
	});
}

/** Where such folders may stand, the best place first. */
export function folderBases(env: NodeJS.ProcessEnv): readonly string[] {
	const bases = [env['XDG_RUNTIME_DIR'] ?? '', tmpdir(), '/tmp'].filter(isUsable);
	return [...new Set(bases)];
}

/**
 * An address of a socket has 104 bytes on macOS and 108 on Linux, with the final NUL; ssh binds to a longer name first,
 * and `:`, `%` and `\` mean something to it.
 */
function isUsable(base: string): boolean {
	const longest = path.join(base, `${folderPrefix}4194304-XXXXXX`, 'master-9999.XXXXXXXXXXXXXXXX');
	return path.isAbsolute(base) && longest.length < 104 && /^[A-Za-z0-9_./+@=-]+$/.test(base);
}

function tryMake(prefix: string): PrivateFolder | undefined {
	try {
		const made = mkdtempSync(prefix);
		const removeNow = () => removeFolder(made);
		const forget = atExit(removeNow);
		return {
			path: made,
			remove: () => {
				forget();
				removeNow();
			},
		};
	} catch {
		return undefined; // Not there or not ours; the next place will do.
	}
}

function removeFolder(folder: string): void {
	try {
		rmSync(folder, { recursive: true, force: true });
	} catch {
		// It holds nothing but dead sockets, and the next process of ours tries again.
	}
}
