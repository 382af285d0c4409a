// Saves a text where the user wants it.

import * as vscode from 'vscode';

/** Asks for a file and writes the text there. A failure is told to the user, who may choose another place. */
export async function saveText(name: string, text: string): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target = await vscode.window.showSaveDialog({
		...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
		filters: { 'Log files': ['log', 'txt'] },
	});
	if (target === undefined) return;
	try {
		await vscode.workspace.fs.writeFile(target, Buffer.from(text, 'utf8'));
		vscode.window.setStatusBarMessage(`$(save) saved ${vscode.workspace.asRelativePath(target)}`, 4000);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} was not saved: ${why}`);
	}
}
