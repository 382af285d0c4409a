// The unit files that are open in editors: on the disk, or not yet.

import * as vscode from 'vscode';
import { languageId } from '../../protocol/src/settings.ts';

/** The unit files that are open, in no order that means anything. */
export function openUnitFiles(): readonly vscode.TextDocument[] {
	return vscode.workspace.textDocuments.filter(isUnitFile);
}

/** The unit file in the active editor; where a page or a list has the keyboard, the only one that is open. */
export function currentUnitFile(): vscode.TextDocument | undefined {
	const active = vscode.window.activeTextEditor?.document;
	if (active !== undefined) return isUnitFile(active) ? active : undefined;
	const [only, ...others] = openUnitFiles();
	return others.length === 0 ? only : undefined;
}

/** The file of a document. One that has none yet is saved first; `undefined` where the user does not want that. */
export async function savedFile({ uri, isUntitled }: vscode.TextDocument): Promise<string | undefined> {
	return (isUntitled ? await vscode.workspace.save(uri) : uri)?.fsPath;
}

function isUnitFile({ languageId: id, uri, isClosed }: vscode.TextDocument): boolean {
	return id === languageId && !isClosed && (uri.scheme === 'file' || uri.scheme === 'untitled');
}
