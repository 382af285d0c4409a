// A small unit file with two slips of the finger, for those who have no unit file at hand. It is not on the disk before
// it is saved; where a folder is open, saving puts it there.

import * as vscode from 'vscode';

/** Opens the example. Where there is a file of its name already, it gets another one. */
export async function openExample(): Promise<void> {
	const document = await vscode.workspace.openTextDocument(await freeName());
	const editor = await vscode.window.showTextDocument(document);
	if (document.getText() === '') await editor.edit((edit) => edit.insert(new vscode.Position(0, 0), text));
}

const text = `# Two words in this file are misspelt: find and mend them.
[Unit]
Descripton=Says hello, once a second

[Service]
ExecStart=/bin/sh -c "while true; do echo Hello; sleep 1; done"
Restrat=on-failure
`;

/** `hello.service` in the first folder, or nowhere yet; with a number where that is taken. */
async function freeName(): Promise<vscode.Uri> {
	const [folder] = vscode.workspace.workspaceFolders ?? [];
	for (let number = 1; ; number++) {
		const name = number === 1 ? 'hello.service' : `hello-${number}.service`;
		if (folder === undefined) return vscode.Uri.from({ scheme: 'untitled', path: name });
		const file = vscode.Uri.joinPath(folder.uri, name);
		const isTaken = await vscode.workspace.fs.stat(file).then(
			() => true,
			() => false,
		);
		if (!isTaken) return file.with({ scheme: 'untitled' });
	}
}
