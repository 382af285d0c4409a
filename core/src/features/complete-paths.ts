// Completion of paths of the machine. The core reads no disk: it tells which folder a path being written lies in, and a
// host that may look hands in what is there.

import type { Directive } from '../catalogue/directive.ts';
import type { ValueKind } from '../catalogue/value-kinds.ts';
import type { LintContext } from '../rules/settings.ts';
import { sourceSpan } from '../syntax/joined.ts';
import { placeAt } from '../syntax/place.ts';
import type { Span } from '../syntax/span.ts';
import type { Joined, UnitFile } from '../syntax/tree.ts';
import { expandSpecifiers } from '../values/specifiers.ts';
import type { ValueContext } from '../values/value-kind.ts';
import type { CompletionItem, Completions } from './complete.ts';
import { sortText } from './sort-text.ts';
import { typedSetting } from './typed-value.ts';

/** A path at the caret of which the last name is being written. */
export interface PathPlace {
	/** Absolute, with a slash at the end; specifiers are filled in. */
	readonly folder: string;
	/** What is typed of the name. */
	readonly typed: string;
	/** Only folders make sense. */
	readonly foldersOnly: boolean;
	/** The name, on one line, touching the caret. */
	readonly replace: Span;
	/** How a name is written there; `undefined` for one that cannot be written plainly. */
	readonly write: (name: string) => string | undefined;
	readonly about: Completions['about'];
}

/** Something that lies in a folder. */
export interface FolderEntry {
	readonly name: string;
	readonly isFolder: boolean;
}

/** The path at `offset`, where the directive takes one and its folder is known. */
export function pathPlaceAt(unit: UnitFile, offset: number, context: LintContext): PathPlace | undefined {
	const place = placeAt(unit, offset);
	const typed = place.kind === 'value' ? typedSetting(unit, place, offset, context) : undefined;
	const form = typed && formOf(typed.of.directive);
	if (typed === undefined || form === undefined) return undefined;
	const { value, index, of } = typed;
	const path = form.exec(value.text.slice(0, index))?.[1];
	const folder = path === undefined ? undefined : folderOf(path, of);
	return folder === undefined ? undefined : { folder, ...lastName(value, index), ...writing(of, form) };
}

/** The name that the caret stands in, behind the last slash. */
function lastName(value: Joined, index: number): Pick<PathPlace, 'typed' | 'replace'> {
	const slash = value.text.lastIndexOf('/', index - 1) + 1;
	const rest = /^[^/\s:"']*/.exec(value.text.slice(index))?.[0].length ?? 0;
	return { typed: value.text.slice(slash, index), replace: sourceSpan(value, slash, index + rest) };
}

function writing(
	{ directive, section }: ValueContext,
	form: RegExp,
): Pick<PathPlace, 'foldersOnly' | 'write' | 'about'> {
	return {
		foldersOnly: foldersOnly.has(directive.key),
		write: (name) => writeName(name, form === whole, directive.specifiers !== undefined),
		about: { kind: 'value', section, key: directive.key },
	};
}

/** The names in a folder as items; folders end in a slash, unless one follows already. Hidden ones want a dot first. */
export function pathCompletions(
	{ text }: UnitFile,
	{ typed, foldersOnly, replace, write, about }: PathPlace,
	entries: readonly FolderEntry[],
): Completions {
	const slash = text.charAt(replace.end) === '/' ? '' : '/';
	const items = entries
		.filter(({ name }) => name.startsWith('.') === typed.startsWith('.'))
		.filter(({ isFolder }) => isFolder || !foldersOnly)
		.flatMap((entry, index) => pathItem(entry, write(entry.name), slash, index) ?? []);
	return { replace, about, items };
}

function pathItem(
	{ name, isFolder }: FolderEntry,
	written: string | undefined,
	slash: string,
	index: number,
): CompletionItem | undefined {
	if (written === undefined) return undefined;
	const insertText = isFolder ? written + slash : written;
	const label = isFolder ? `${name}/` : name;
	const filter = insertText === label ? {} : { filterText: insertText };
	const kind = isFolder ? 'folder' : 'file';
	return { label, kind, detail: '', insertText, ...filter, sortText: sortText(index), sinks: false };
}

// A value that is one path, blanks and all, and values that have paths between other things.
const whole = /^[-+!|]*((?:%[A-Za-z])?\/.*)$/;
const words = /(?:^|[\s:="'])[-+@!|]*((?:%[A-Za-z])?\/(?!\/)[^\s:="']*)$/;

const pathForms: Readonly<Partial<Record<ValueKind, RegExp>>> = {
	'bind-path': words,
	'bpf-program': words,
	'command-line': words,
	'condition-path': whole,
	'credential-load': words,
	'device-allow': words,
	'device-bandwidth': words,
	'device-latency': words,
	'device-weight': words,
	'documentation-uri': words,
	'environment-assignment': words,
	'image-spec': words,
	'mount-source': whole,
	'open-file': words,
	path: words,
	'path-optional': whole,
	'path-prefixed': words,
	'root-hash-signature': words,
	'socket-address': whole,
	'stdio-input': words,
	'stdio-output': words,
	'tmpfs-spec': words,
	'working-directory': whole,
};

const foldersOnly: ReadonlySet<string> = new Set([
	...['AssertDirectoryNotEmpty', 'AssertPathIsDirectory', 'AssertPathIsMountPoint'],
	...['ConditionDirectoryNotEmpty', 'ConditionPathIsDirectory', 'ConditionPathIsMountPoint'],
	...['DirectoryNotEmpty', 'RequiresMountsFor', 'RootDirectory', 'TemporaryFileSystem', 'WantsMountsFor', 'Where'],
	'WorkingDirectory',
]);

function formOf({ value, list }: Directive): RegExp | undefined {
	return value === 'path' && list === undefined ? whole : pathForms[value];
}

/** The folder of a path with its specifiers filled in; `undefined` where only the machine knows it. */
function folderOf(path: string, context: ValueContext): string | undefined {
	const folder = path.slice(0, path.lastIndexOf('/') + 1);
	if (/[\\]|%/.test(path.slice(folder.length)) || folder.includes('\\')) return undefined;
	if (!folder.includes('%')) return folder;
	const expanded = context.directive.specifiers === undefined ? undefined : expandSpecifiers(folder, context);
	return expanded?.likeness === false && expanded.text.startsWith('/') ? expanded.text : undefined;
}

function writeName(name: string, isWhole: boolean, readsSpecifiers: boolean): string | undefined {
	// What would have to be quoted or escaped is left to the person.
	if (/[\\\x00-\x1f\x7f]/.test(name) || (!isWhole && /[\s"':;$=]/.test(name)) || name.trim() !== name) return undefined;
	return readsSpecifiers ? name.replaceAll('%', '%%') : name;
}
