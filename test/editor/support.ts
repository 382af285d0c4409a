// Places and temporary folders that the editor suites share.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { texts } from '../../core/src/texts.ts';

/** The folder of the editor suites. */
export const here = path.dirname(fileURLToPath(import.meta.url));

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
export interface Workspace {
	readonly folder: string;
	readonly remove: () => void;
}

/** A copy of examples/ with the unit files of workspace/ beside, for tests to edit. */
export function temporaryWorkspace(): Workspace {
	const parent = mkdtempSync(path.join(tmpdir(), 'fleet-units-test-'));
	// Named after what a user would see in the title.
	const folder = path.join(parent, 'units');
	cpSync(path.join(root, 'examples'), folder, { recursive: true });
	cpSync(path.join(here, 'workspace'), folder, { recursive: true });
	return { folder, remove: () => rmSync(parent, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 }) };
}

/** How our text about a directive begins, which every hover must contain; up to where its first markup is. */
export function textOf(table: string, key: string): string {
	const text = texts[table]?.[key]?.does;
	if (text === undefined) throw new Error(`there is no text about ${key} of ${table}`);
	return text.split(/[`*]/, 1)[0]?.trim() ?? text;
}
