// The open documents with what is derived from them: parsed once a version, linted once for all that the problems
// depend on.

import type { TextDocuments } from 'vscode-languageserver/node';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import { type LintContext, lint, type Problem, parse, type UnitFile } from '../../core/src/index.ts';

/** An open document at one version, under settings and in a workspace that do not change either. */
export interface OpenUnit {
	readonly document: TextDocument;
	readonly unit: UnitFile;
	readonly context: LintContext;
	/** The same only where the problems are: of no other version, settings or document. */
	readonly id: string;
	/** Linted when first asked for. */
	readonly problems: () => readonly Problem[];
}

/** The open documents, parsed. */
export interface OpenUnits {
	readonly get: (uri: string) => OpenUnit | undefined;
	readonly uris: () => readonly string[];
	/** Other files have changed so that documents may have other problems now. */
	readonly recheck: (uris: readonly string[]) => void;
	/** Settings have changed: derive everything anew. */
	readonly forget: () => void;
}

/** Follows the documents of the protocol library. `contextFor` says what a document is linted with. */
export function createOpenUnits(
	documents: TextDocuments<TextDocument>,
	contextFor: (uri: string) => LintContext,
): OpenUnits {
	const kept = new Map<string, KeptUnit>();
	const stale = new Set<string>();
	let made = 0;
	documents.onDidClose(({ document: { uri } }) => {
		kept.delete(uri);
		stale.delete(uri);
	});
	return {
		get(uri) {
			const document = documents.get(uri);
			if (document === undefined) return undefined;
			const context = contextFor(uri);
			const known = sameVersion(kept.get(uri), document);
			const isStale = stale.delete(uri);
			if (known !== undefined && !isStale && known.context.workspace === context.workspace) return known;
			const unit = known?.unit ?? parse(document.getText());
			// Other files have changed, and not so that it matters here: the problems are those that they were.
			const open =
				known === undefined || isStale ? openUnit(document, unit, context, String(++made)) : { ...known, context };
			kept.set(uri, open);
			return open;
		},
		uris: () => documents.keys(),
		recheck(uris) {
			for (const uri of uris) stale.add(uri);
		},
		forget: () => kept.clear(),
	};
}

/** The problems of an open document. */
export function problemsOf(open: OpenUnit): readonly Problem[] {
	return open.problems();
}

interface KeptUnit extends OpenUnit {
	readonly version: number;
}

/** The library changes documents in place, so only the version tells whether the text is still the same. */
function sameVersion(known: KeptUnit | undefined, document: TextDocument): KeptUnit | undefined {
	return known?.document === document && known.version === document.version ? known : undefined;
}

function openUnit(document: TextDocument, unit: UnitFile, context: LintContext, id: string): KeptUnit {
	let found: readonly Problem[] | undefined;
	const problems = () => {
		found ??= lint(unit, context);
		return found;
	};
	return { document, version: document.version, unit, context, id, problems };
}
