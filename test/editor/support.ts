// Places and temporary folders that the editor suites share.
import { cpSync, mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import path from 'node:path';
import { fileURLToPath } from 'node:url';
import { findDirective } from '../../core/src/catalogue/lookup.ts';

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

/** What the catalogue says of a directive in a sentence, which every hover must contain. */
export function summaryOf(section: string, key: string): string {
	const directive = findDirective(section, key);
	if (directive === undefined) throw new Error(`the catalogue has no ${key} in [${section}]`);
	return directive.summary;
}
