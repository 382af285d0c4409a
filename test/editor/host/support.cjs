// Helpers for the suites that run inside the extension host.
'use strict';
const fs = require('node:fs');
const path = require('node:path');
const vscode = require('vscode');

/** The folder that is open in the window. */
exports.workspaceFolder = () => vscode.workspace.workspaceFolders[0].uri.fsPath;

/** The extension under test, whether it is installed or in development. */
exports.extension = () => vscode.extensions.getExtension('fleet-units.fleet-units');

/** Opens a file of the workspace in an editor. */
exports.openFile = async (name) => {
	const document = await vscode.workspace.openTextDocument(path.join(exports.workspaceFolder(), name));
	await vscode.window.showTextDocument(document);
	return document;
};

/** Writes a file into the workspace and opens it in an editor. */
exports.openText = async (name, text) => {
	fs.writeFileSync(path.join(exports.workspaceFolder(), name), text);
	return exports.openFile(name);
};

/** Asks again and again until the answer is neither undefined nor false. What it waits for is a text, or makes one. */
exports.until = async (what, ask, milliseconds = 60_000) => {
	const end = Date.now() + milliseconds;
	while (Date.now() < end) {
		const answer = await ask();
		if (answer !== undefined && answer !== false) return answer;
		await new Promise((resolve) => setTimeout(resolve, 50));
	}
	const happening = typeof what === 'function' ? what() : what;
	throw new Error(`this did not happen within ${milliseconds / 1000} s: ${happening}`);
};

/** The ids of the rules that find fault with a document just now. */
exports.ruleIds = (document) => vscode.languages.getDiagnostics(document.uri).map(({ code }) => code?.value ?? code);

/** The position of a piece of text in a document, and of a place inside it. */
exports.positionOf = (document, text, within = 0) => {
	const offset = document.getText().indexOf(text);
	if (offset < 0) throw new Error(`"${text}" is not in ${document.fileName}`);
	return document.positionAt(offset + within);
};
