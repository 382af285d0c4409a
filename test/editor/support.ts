// Places and temporary folders that the editor suites share.
import { cpSync, existsSync, mkdtempSync, readFileSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';

const here = path.dirname(fileURLToPath(import.meta.url));

/** The folder of the project. */
export const root = path.dirname(path.dirname(here));

/** Where screenshots, logs and the packed extension are left for a look at them afterwards; not in git. */
export const artefacts = path.join(here, 'artefacts');

/** The packed extension that global-setup.ts makes. */
export const vsix = path.join(artefacts, 'fleet-units.vsix');

/** The mocha suite that runs inside the extension host. */
export const hostSuite = path.join(here, 'host', 'index.cjs');

/** The language server as an editor without an extension starts it. */
export const serverCommand: readonly string[] = [process.execPath, path.join(root, 'dist', 'server.cjs'), '--stdio'];

/** A temporary folder that `remove` deletes. */
export interface TemporaryFolder {
	readonly folder: string;
	readonly remove: () => void;
}

/** An empty temporary folder. */
export function temporaryFolder(): TemporaryFolder {
	const folder = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	return { folder, remove: () => rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** A copy of examples/ with the unit files of workspace/ beside, for tests to edit. */
export function temporaryWorkspace(): TemporaryFolder {
	const workspace = temporaryFolder();
	const examples = path.join(root, 'examples');
	if (existsSync(examples)) cpSync(examples, workspace.folder, { recursive: true });
	cpSync(path.join(here, 'workspace'), workspace.folder, { recursive: true });
	return workspace;
}

/** What the suites read in package.json. */
export interface Manifest {
	readonly name: string;
	readonly publisher: string;
	readonly version: string;
}

/** The manifest of the extension. */
export function readManifest(): Manifest {
	return JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
}
