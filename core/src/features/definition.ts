// “Go to definition” of the name of a unit: its file or that of its template, and the drop-ins that amend it.

import type { LintContext } from '../rules/settings.ts';
import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { dropInsFor } from '../workspace/drop-ins.ts';
import type { IndexedFile } from '../workspace/model.ts';
import { filesOf, mentionAt } from './mentions.ts';

/** Where a name leads. */
export interface Definition {
	/** The name. */
	readonly span: Span;
	readonly files: readonly IndexedFile[];
}

/** The files of the unit that is named at `offset`; `undefined` where none is, or none is known. */
export function definitionAt(unit: UnitFile, offset: number, context: LintContext): Definition | undefined {
	const { workspace, path } = context;
	const mention = mentionAt(unit, offset, context);
	if (mention === undefined || workspace === undefined || path === undefined) return undefined;
	const files = filesOf(mention, workspace, path);
	const names = new Set([mention.name, ...files.map(({ name }) => name.unit)]);
	const dropIns = [...names].flatMap((name) => dropInsFor(workspace, name));
	const all = [...files, ...dropIns];
	return all.length === 0 ? undefined : { span: mention.span, files: all };
}
