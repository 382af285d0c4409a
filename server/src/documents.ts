// The open documents with what is derived from them: parsed once a version, linted once a version and settings.

import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type LintContext, lint, type Problem, parse, type UnitFile } from '../../core/src/index.ts';

/** An open document at one version, under settings that do not change either. */
export interface OpenUnit {
	readonly document: TextDocument;
	readonly unit: UnitFile;
	readonly context: LintContext;
	/** Of no other version, settings or document. */
	readonly id: string;
}

/** The open documents, parsed. */
export interface OpenUnits {
	readonly get: (uri: string) => OpenUnit | undefined;
	readonly uris: () => readonly string[];
	/** Settings have changed: derive everything anew. */
	readonly forget: () => void;
}

/** Follows the documents of the protocol library. `contextFor` says what a document is linted with. */
export function createOpenUnits(
	documents: TextDocuments<TextDocument>,
	contextFor: (uri: string) => LintContext,
): OpenUnits {
	const kept = new Map<string, OpenUnit & { readonly version: number }>();
	let made = 0;
	documents.onDidClose(({ document }) => kept.delete(document.uri));
	return {
		get(uri) {
			const document = documents.get(uri);
			if (document === undefined) return undefined;
			const known = kept.get(uri);
			// The library changes documents in place, so only the version tells whether the text is still the same.
			if (known !== undefined && known.document === document && known.version === document.version) return known;
			made++;
			const { version } = document;
			const open = { document, version, unit: parse(document.getText()), context: contextFor(uri), id: String(made) };
			kept.set(uri, open);
			return open;
		},
		uris: () => documents.keys(),
		forget: () => kept.clear(),
	};
}

const problemsOfUnit = new WeakMap<OpenUnit, readonly Problem[]>();

/** The problems of an open document; linted when first asked. */
export function problemsOf(open: OpenUnit): readonly Problem[] {
	const known = problemsOfUnit.get(open);
	if (known !== undefined) return known;
	const problems = lint(open.unit, open.context);
	problemsOfUnit.set(open, problems);
	return problems;
}
