// Before the editor suites: builds the programs and packs the extension, so that no suite can test an old one.
import { execFileSync } from 'node:child_process';
import { mkdirSync, rmSync } from 'node:fs';
import path from 'node:path';
import { artefacts, root, vsix } from './support.ts';

/** What vitest calls once, before the first suite. */
export function setup(): void {
	rmSync(artefacts, { recursive: true, force: true });
	mkdirSync(artefacts, { recursive: true });
	execFileSync(process.execPath, [path.join(root, 'scripts', 'package.mjs'), vsix], { cwd: root, stdio: 'pipe' });
}
