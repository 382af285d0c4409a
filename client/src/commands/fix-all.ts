// Applies every certain fix to the unit file in the active editor. It asks for them itself: VS Code's own command acts
// on the editor that has the keyboard, which is none while a list or a view has it.

import * as vscode from 'vscode';
import { languageId } from '../../../protocol/src/settings.ts';

/** The command. Does nothing where no unit file is active, or nothing is to be mended. */
export async function fixAll(): Promise<void> {
	const document = vscode.window.activeTextEditor?.document;
	if (document?.languageId !== languageId) return;
	const [action] = await vscode.commands.executeCommand<vscode.CodeAction[]>(
		'vscode.executeCodeActionProvider',
		document.uri,
		new vscode.Range(0, 0, document.lineCount, 0),
		'source.fixAll.fleetUnits',
	);
	if (action?.edit !== undefined) await vscode.workspace.applyEdit(action.edit);
}
