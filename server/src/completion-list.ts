// Completion items in the protocol's terms. A section has hundreds of keys, so what they share is said once where the
// client understands that, and documentation, and details if it may, wait until an item is looked at.

import * as lsp from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import * as core from '../../core/src/index.ts';
import type { ClientFeatures } from './from-lsp.ts';
import { toRange } from './to-lsp.ts';

/** What items carry to the editor and back: what they are about, and the release they were offered for. */
interface ItemData extends core.About {
	readonly release: number;
}

/** The items of one place, as much of each as the client wants at once. */
export function toCompletionList(
	document: TextDocument,
	{ replace, about, items, isIncomplete = false }: core.Completions,
	release: number,
	{ sharesItemDefaults }: ClientFeatures,
): lsp.CompletionList {
	const range = toRange(document, replace);
	const data: ItemData = { ...about, release };
	if (sharesItemDefaults) return { isIncomplete, itemDefaults: { editRange: range, data }, items: items.map(toItem) };
	return { isIncomplete, items: items.map((item) => toWholeItem(item, range, data)) };
}

/** The documentation of an item that came from `toCompletionList`. */
export function documentationOf(
	{ label, data }: lsp.CompletionItem,
	texts: core.Texts | undefined,
): string | undefined {
	// The client gives back what it got; from another client, nothing is found.
	const { release = core.defaultSettings.release, kind, ...names }: Partial<ItemData> = data ?? {};
	return kind && core.completionDocumentation(label, { kind, ...names }, release, texts);
}

const made = new WeakMap<core.CompletionItem, lsp.CompletionItem>();

/** The core gives the same object for the same item, as with the keys of a section, so it is converted once. */
function toItem(item: core.CompletionItem): lsp.CompletionItem {
	const known = made.get(item);
	if (known !== undefined) return known;
	const { label, kind, detail, insertText, filterText, sortText } = item;
	const converted: lsp.CompletionItem = {
		label,
		kind: itemKinds[kind],
		...(detail !== '' && { detail }),
		...(filterText !== undefined && { filterText }),
		...(insertText !== label && { textEditText: insertText }),
		sortText,
	};
	made.set(item, converted);
	return converted;
}

function toWholeItem(item: core.CompletionItem, range: lsp.Range, data: ItemData): lsp.CompletionItem {
	const { textEditText: _, ...rest } = toItem(item);
	return { ...rest, textEdit: { range, newText: item.insertText }, data };
}

const itemKinds: Readonly<Record<core.ItemKind, lsp.CompletionItemKind>> = {
	section: lsp.CompletionItemKind.Module,
	key: lsp.CompletionItemKind.Property,
	value: lsp.CompletionItemKind.EnumMember,
	unit: lsp.CompletionItemKind.Reference,
	specifier: lsp.CompletionItemKind.Constant,
	variable: lsp.CompletionItemKind.Variable,
	file: lsp.CompletionItemKind.File,
	folder: lsp.CompletionItemKind.Folder,
	rule: lsp.CompletionItemKind.Constant,
};
