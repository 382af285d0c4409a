// Where a unit is named: in all files of the workspace, or in the file at hand. The unit is the one whose name is under
// the caret, and on the header of a section the one that the file itself is.

import type { LintContext } from '../rules/settings.ts';
import { placeAt } from '../syntax/place.ts';
import type { Span } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { IndexedFile, WorkspaceView } from '../workspace/model.ts';
import { symbolicName } from '../workspace/names.ts';
import { filesWithGlobs, referrersOf } from '../workspace/references.ts';
import { filesOf, type Mention, mentionAt, mentionsIn } from './mentions.ts';

/** A mention in some file. */
export interface PlacedMention {
	readonly file: IndexedFile;
	readonly mention: Mention;
}

/** A unit that is asked about: its name, and its files as far as the workspace has them. */
export interface AskedUnit {
	readonly name: string;
	readonly files: readonly IndexedFile[];
}

/** The unit that is asked about at `offset`. Where several are meant, as by a glob, none is. */
export function unitAt(unit: UnitFile, offset: number, context: LintContext): AskedUnit | undefined {
	const { workspace, path, file } = context;
	if (workspace === undefined || path === undefined) return undefined;
	const mention = mentionAt(unit, offset, context);
	if (mention !== undefined) {
		return isOne(mention) ? { name: mention.name, files: filesOf(mention, workspace, path) } : undefined;
	}
	const own = workspace.files.get(path);
	const isHeader = placeAt(unit, offset).kind === 'section-name';
	if (!isHeader || own === undefined || file === undefined) return undefined;
	return { name: symbolicName(file), files: file.dropIn ? (workspace.byUnit.get(file.unit) ?? []) : [own] };
}

/** The mentions of a unit in all files, by path. */
export function referencesTo(asked: AskedUnit, view: WorkspaceView, context: LintContext): readonly PlacedMention[] {
	const files = new Set([...referrersOf(view, asked.name), ...filesWithGlobs(view)]);
	return [...files]
		.sort((a, b) => (a.path < b.path ? -1 : 1))
		.flatMap((file) => mentionsOfUnit(asked, view, file, context).map((mention) => ({ file, mention })));
}

/** The places in the file at hand that name the same unit as the one at `offset`. */
export function highlightsAt(unit: UnitFile, offset: number, context: LintContext): readonly Span[] {
	const mention = mentionAt(unit, offset, context);
	if (mention === undefined) return [];
	return mentionsIn(unit, context).flatMap(({ name, span }) => (name === mention.name ? [span] : []));
}

function mentionsOfUnit(
	{ name, files }: AskedUnit,
	view: WorkspaceView,
	{ path, unit, name: file }: IndexedFile,
	{ release, fleetRelease, rules }: LintContext,
): readonly Mention[] {
	const mentions = mentionsIn(unit, { release, fleetRelease, rules, file, path, workspace: view });
	return mentions.filter((mention) => {
		return mention.name === name || filesOf(mention, view, path).some((meant) => files.includes(meant));
	});
}

function isOne({ name }: Mention): boolean {
	return !/[*?[\s]/.test(name);
}
