// After a directive is accepted from the list, the list of its values opens, as it does when `=` is typed; likewise
// after a folder, and a word that wants a path behind its colon.

import type * as vscode from 'vscode';

type Completion = vscode.CompletionItem[] | vscode.CompletionList | null | undefined;

/** Lets items that are only a beginning open the list again. Where there is nothing to offer, VS Code shows none. */
export function offerValues(found: Completion): Completion {
	const items = Array.isArray(found) ? found : (found?.items ?? []);
	for (const item of items) {
		if (/[=:/]$/.test(textOf(item))) item.command = { command: 'editor.action.triggerSuggest', title: 'Offer values' };
	}
	return found;
}

function textOf({ insertText = '' }: vscode.CompletionItem): string {
	return typeof insertText === 'string' ? insertText : insertText.value;
}
