// Fixes that change nothing but line ends. VS Code keeps one line end a document and undoes such edits in silence, so
// they are turned into the one edit that it has for them.

import * as vscode from 'vscode';

type Actions = readonly (vscode.Command | vscode.CodeAction)[] | null | undefined;

/** Turns the edits of those actions of a document that only write LF line ends into a change of its line end. */
export function useLineEndEdits(
	document: vscode.TextDocument,
	actions: Actions,
): (vscode.Command | vscode.CodeAction)[] {
	for (const action of actions ?? []) {
		if (!('edit' in action) || action.edit === undefined) continue;
		const edits = action.edit.get(document.uri);
		if (edits.length === 0 || !edits.every((edit) => writesLineFeed(document, edit))) continue;
		const edit = new vscode.WorkspaceEdit();
		edit.set(document.uri, [vscode.TextEdit.setEndOfLine(vscode.EndOfLine.LF)]);
		action.edit = edit;
	}
	return [...(actions ?? [])];
}

function writesLineFeed(document: vscode.TextDocument, { range, newText }: vscode.TextEdit): boolean {
	return newText === '\n' && document.getText(range) === '\r\n';
}
