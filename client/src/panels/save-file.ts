// Saves what a page made where the user wants it.

import * as vscode from 'vscode';

/** What is saved. */
export interface FileToSave {
	/** The name that is proposed. */
	readonly name: string;
	readonly bytes: Uint8Array;
	/** Kinds of files with their endings: `{ Pictures: ['svg'] }`. */
	readonly filters: Readonly<Record<string, readonly string[]>>;
}

/** Asks for a file and writes it. A failure is told to the user, who may choose another place. */
export async function saveFile({ name, bytes, filters }: FileToSave): Promise<void> {
	const folder = vscode.workspace.workspaceFolders?.[0]?.uri;
	const target = await vscode.window.showSaveDialog({
		...(folder !== undefined && { defaultUri: vscode.Uri.joinPath(folder, name) }),
		filters: Object.fromEntries(Object.entries(filters).map(([kind, ends]) => [kind, [...ends]])),
	});
	if (target === undefined) return;
	try {
		await vscode.workspace.fs.writeFile(target, bytes);
		vscode.window.setStatusBarMessage(`$(save) saved ${vscode.workspace.asRelativePath(target)}`, 4000);
	} catch (error) {
		const why = error instanceof Error ? error.message : String(error);
		void vscode.window.showErrorMessage(`${vscode.workspace.asRelativePath(target)} was not saved: ${why}`);
	}
}
