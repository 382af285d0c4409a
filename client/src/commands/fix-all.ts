// Applies every certain fix to the unit file in the active editor. It asks for them itself: VS Code's own command acts
// on the editor that has the keyboard, which is none while a list or a view has it.

import * as vscode from 'vscode';
import { languageId } from '../../../protocol/src/settings.ts';
import { currentUnitFile } from '../unit-documents.ts';

/** The command. Does nothing where no unit file is active or the only one that is open, or nothing is to be mended. */
export async function fixAll(): Promise<void> {
	const active = vscode.window.activeTextEditor?.document;
	const document = active?.languageId === languageId ? active : currentUnitFile();
	if (document === undefined) return;
	if (document !== active) await vscode.window.showTextDocument(document);
	const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		new vscode.Range(0, 0, document.lineCount, 0),
		'source.fixAll.fleetUnits',
	);
	if (action?.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
}
