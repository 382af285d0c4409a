// “Open the manual page”: runs `man` in a terminal, for the page that a hover names or, from the palette, for the
// directive at the caret. The arguments reach `man` as they are; no shell reads them.

import * as vscode from 'vscode';
import { readManualPage } from '../../../protocol/src/manual-page.ts';
import { type ManualPageResult, manualPageRequest } from '../../../protocol/src/requests.ts';
import { languageId } from '../../../protocol/src/settings.ts';
import { findProgram } from '../find-program.ts';
import type { LazyLanguage } from '../lazy-language.ts';

/** The command. `asked` comes from a link, and anybody may write links. */
export async function openManPage(language: LazyLanguage, asked: unknown): Promise<void> {
	const page = readManualPage(asked ?? (await pageAtCaret(language)));
	const program = findProgram('man');
	if (!vscode.workspace.isTrusted) tell('manual pages are opened in trusted workspaces only');
	else if (program === undefined) tell('there is no `man` on this machine; hovers link to the manual on the web');
	else if (page === undefined) tell('no manual page is known for what is at the caret; put it on a directive');
	else showPage(program, page.name, page.section);
}

function showPage(program: string, name: string, section: string): void {
	const options = { name: `${name}(${section})`, shellPath: program, shellArgs: [section, name], isTransient: true };
	vscode.window.createTerminal(options).show();
}

async function pageAtCaret(language: LazyLanguage): Promise<string | undefined> {
	const editor = vscode.window.activeTextEditor;
	if (editor?.document.languageId !== languageId) return undefined;
	const { client } = await language.load();
	if (!client.isRunning()) return undefined;
	const { line, character } = editor.selection.active;
	const textDocument = { uri: client.code2ProtocolConverter.asUri(editor.document.uri) };
	const params = { textDocument, position: { line, character } };
	return (await client.sendRequest<ManualPageResult>(manualPageRequest, params))?.page;
}

function tell(message: string): void {
	void vscode.window.showInformationMessage(`Fleet Units: ${message}`);
}
