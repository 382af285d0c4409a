// Renaming a unit with all that names it: its file, a template's instances, drop-in folders, and the names in other
// files. Links in `.wants` and `.requires` folders are not followed; `systemctl enable` makes them anew. A name that is
// put together from specifiers follows by itself, or stands in the way where it means another unit.

import { nameStart } from '../catalogue/file-path.ts';
import { readUnitFileName } from '../catalogue/unit-file-name.ts';
import { isGlob, literalStart } from '../fleet/glob.ts';
import type { TextEdit } from '../rules/problem.ts';
import type { LintContext } from '../rules/settings.ts';
import { type Span, touches } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import { unitNameFlaw } from '../values/unit-name.ts';
import { dropInsFor } from '../workspace/drop-ins.ts';
import type { IndexedFile, WorkspaceView } from '../workspace/model.ts';
import { familyOf, filesOfFamily, isTemplateName } from '../workspace/names.ts';
import { mentionAt, mentionsIn } from './mentions.ts';
import { unitAt } from './references.ts';

/** What a rename does, or why it cannot be done. */
export type Rename =
	| { readonly kind: 'rename'; readonly edits: readonly FileEdits[]; readonly moves: readonly Move[] }
	| { readonly kind: 'refused'; readonly message: string };

/** Edits of one file, which do not overlap. */
export interface FileEdits {
	readonly file: IndexedFile;
	readonly edits: readonly TextEdit[];
}

/** A file or folder that gets another path. */
export interface Move {
	readonly from: string;
	readonly to: string;
}

/** The name of the unit that can be renamed at an offset, and where it stands: written out, in a name or a header. */
export function renameableAt(
	unit: UnitFile,
	offset: number,
	context: LintContext,
): { readonly name: string; readonly span: Span } | undefined {
	const asked = unitAt(unit, offset, context);
	const [file] = asked?.files ?? [];
	const mention = mentionAt(unit, offset, context);
	if (asked === undefined || file === undefined) return undefined;
	if (mention === undefined) return { name: file.name.unit, span: headerSpan(unit, offset) };
	return /%[pPnN]/.test(mention.written) ? undefined : { name: mention.written, span: mention.span };
}

function headerSpan({ sections }: UnitFile, offset: number): Span {
	return (
		sections.find(({ header }) => touches(header.content, offset))?.header.content ?? { start: offset, end: offset }
	);
}

/**
 * Renames a unit; of a template with all its instances, of an instance with its template. `name` and `newName` are names
 * of units of one kind, both with an instance, the same, or without.
 */
export function renameUnit(view: WorkspaceView, name: string, newName: string, context: LintContext): Rename {
	const [from, to] = [familyOf(name), familyOf(newName)];
	const obstacle = nameObstacle(name, newName) ?? takenName(view, to);
	if (obstacle !== undefined) return { kind: 'refused', message: obstacle };
	const files = filesOfFamily(view, from);
	if (files.length === 0) return { kind: 'refused', message: `no file of the workspace is \`${name}\`` };
	const blocking = files.flatMap((file) => composedNames(file, from, context));
	if (blocking[0] !== undefined) return { kind: 'refused', message: blocking[0] };
	return { kind: 'rename', edits: mentionEdits(view, from, to, context), moves: movesOf(view, files, from, to) };
}

/** The edits of all files that name a unit, or if it is a template an instance of it. */
export function mentionEdits(
	view: WorkspaceView,
	from: string,
	to: string,
	context: LintContext,
): readonly FileEdits[] {
	return [...view.files.values()].flatMap((file) => {
		const edits = mentionsIn(file.unit, contextOf(file, context)).flatMap(({ written, span }): readonly TextEdit[] => {
			return isWritten(written, from) ? [{ span, text: renamed(written, from, to) }] : [];
		});
		return edits.length === 0 ? [] : [{ file, edits: distinct(edits) }];
	});
}

function nameObstacle(name: string, newName: string): string | undefined {
	const flaw = unitNameFlaw(newName);
	if (flaw !== undefined) return `${flaw.what}${flaw.advice === undefined ? '' : `; ${flaw.advice}`}`;
	const [before, after] = [readUnitFileName(name), readUnitFileName(newName)];
	if (before?.kind !== after?.kind) return `the new name must end in \`.${before?.kind}\`, too`;
	if (before?.instance !== after?.instance) return 'the part from the `@` to the suffix must stay as it is';
	return before?.prefix === after?.prefix ? 'the new name is the old one' : undefined;
}

function takenName(view: WorkspaceView, to: string): string | undefined {
	const [taken] = filesOfFamily(view, to);
	return taken && `\`${taken.name.unit}\` is there already: ${taken.path}`;
}

/** Names of other units that a file makes out of its own name: they would change with it. */
function composedNames(file: IndexedFile, from: string, context: LintContext): readonly string[] {
	return mentionsIn(file.unit, contextOf(file, context))
		.filter(({ written, name }) => /%[pPnN]/.test(written) && familyOf(name) !== from && !isGlob(name))
		.map(({ written, name }) => `\`${written}\` in ${file.path} means \`${name}\` by the old name; write that first`);
}

/** Whether a name is another by its letters, or a name or the beginning of a glob that of an instance of a template. */
function isWritten(written: string, from: string): boolean {
	if (!isTemplateName(from)) return written === from;
	const text = isGlob(written) ? literalStart(written) : written;
	return text.startsWith(prefixOf(from)) && written.endsWith(from.slice(prefixOf(from).length));
}

/** A name or glob under the new name. */
function renamed(written: string, from: string, to: string): string {
	return isTemplateName(from) ? prefixOf(to) + written.slice(prefixOf(from).length) : to;
}

/** `web@` of `web@.service`. */
function prefixOf(family: string): string {
	return family.slice(0, family.indexOf('@') + 1);
}

/** Files, and the folders of their drop-ins. What stands behind the unit's name, such as `.j2` or `.d`, stays. */
function movesOf(view: WorkspaceView, files: readonly IndexedFile[], from: string, to: string): readonly Move[] {
	const names = new Set([from, ...files.map(({ name }) => name.unit)]);
	const dropIns = [...names].flatMap((name) => dropInsFor(view, name));
	const folders = dropIns.map(({ path }) => path.slice(0, nameStart(path) - 1));
	const [before, after] = isTemplateName(from) ? [prefixOf(from), prefixOf(to)] : [from, to];
	return [...new Set([...files.map(({ path }) => path), ...folders])].map((path) => {
		const start = nameStart(path);
		return { from: path, to: path.slice(0, start) + after + path.slice(start + before.length) };
	});
}

function contextOf({ name, path }: IndexedFile, { release, fleetRelease, rules, workspace }: LintContext): LintContext {
	return { release, fleetRelease, rules, file: name, path, ...(workspace && { workspace }) };
}

/** fleet and systemd may read the same name. */
function distinct(edits: readonly TextEdit[]): readonly TextEdit[] {
	return edits.filter(({ span }, index) => edits.findIndex((other) => other.span.start === span.start) === index);
}
