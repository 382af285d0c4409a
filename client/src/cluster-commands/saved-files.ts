// The files that operations read texts of units from. What is edited and not saved yet is saved first: what one sees is
// what one starts.

import path from 'node:path';
import * as vscode from 'vscode';
import { filesIn, type UnitFiles } from '../../../cluster/src/operations/unit-files.ts';
import { templateName } from '../../../core/src/fleet/unit-name.ts';

/** The files, after those that units are named by, or made from, were saved. */
export async function savedFiles(units: readonly string[]): Promise<UnitFiles> {
	const read = new Set(units.flatMap((unit) => [unit, templateFile(unit)]));
	const edited = vscode.workspace.textDocuments.filter(({ isDirty, uri }) => isDirty && read.has(uri.fsPath));
	await Promise.all(edited.map((document) => document.save()));
	// Paths are absolute here, so the folder does not matter.
	return filesIn('/');
}

function templateFile(unit: string): string | undefined {
	const template = templateName(path.basename(unit));
	return template === undefined ? undefined : path.join(path.dirname(unit), template);
}
