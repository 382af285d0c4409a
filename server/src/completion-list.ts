// Completion items in the protocol's terms. A section has hundreds of keys, so what they share is said once where the
// client understands that; documentation waits until an item is looked at.

import * as lsp from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as core from '../../core/src/index.ts';
import { toRange } from './to-lsp.ts';

/** What an item carries to the editor and back: what it is about, and the release it was offered for. */
interface ItemData extends core.About {
	readonly release: number;
	/** The key is the item's label. */
	readonly keyIsLabel?: true;
}

/** The items of one place. `sharesDefaults`: the client takes an edit range and data for all of them. */
export function toCompletionList(
	document: TextDocument,
	items: readonly core.CompletionItem[],
	release: number,
	sharesDefaults: boolean,
): lsp.CompletionList {
	const [first] = items;
	if (first === undefined) return { isIncomplete: false, items: [] };
	const shared = sharesDefaults && items.every((item) => isAlike(item, first));
	if (!shared) return { isIncomplete: false, items: items.map((item) => toWholeItem(document, item, release)) };
	const data: ItemData = { section: first.about.section ?? '', release, keyIsLabel: true };
	return {
		isIncomplete: false,
		itemDefaults: { editRange: toRange(document, first.replace), data },
		items: items.map((item) => ({ ...toItem(item), textEditText: item.insertText })),
	};
}

/** The documentation of an item that came from `toCompletionList`. */
export function documentationOf(
	{ label, data }: lsp.CompletionItem,
	texts: core.Texts | undefined,
): string | undefined {
	// The client gives back what it got; from another client, nothing is found.
	const { release = core.defaultSettings.release, keyIsLabel, ...about }: Partial<ItemData> = data ?? {};
	return core.completionDocumentation(keyIsLabel ? { ...about, key: label } : about, release, texts);
}

/** Keys of one section that replace the same text. */
function isAlike({ kind, about, replace }: core.CompletionItem, first: core.CompletionItem): boolean {
	const samePlace = replace.start === first.replace.start && replace.end === first.replace.end;
	return kind === 'key' && about.section === first.about.section && samePlace;
}

function toWholeItem(document: TextDocument, item: core.CompletionItem, release: number): lsp.CompletionItem {
	const data: ItemData = { ...item.about, release };
	return { ...toItem(item), textEdit: { range: toRange(document, item.replace), newText: item.insertText }, data };
}

function toItem({ label, kind, detail, filterText, sortText }: core.CompletionItem): lsp.CompletionItem {
	return {
		label,
		kind: itemKinds[kind],
		...(detail !== '' && { detail }),
		...(filterText !== undefined && { filterText }),
		sortText,
	};
}

const itemKinds: Readonly<Record<core.CompletionItem['kind'], lsp.CompletionItemKind>> = {
	section: lsp.CompletionItemKind.Module,
	key: lsp.CompletionItemKind.Property,
	value: lsp.CompletionItemKind.EnumMember,
	rule: lsp.CompletionItemKind.Constant,
};
