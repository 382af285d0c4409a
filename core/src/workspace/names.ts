// Names of units as files write them → the units of the workspace that they may mean. A template is asked what it says
// for any instance: its `%i` stays a symbol, so that `web@%i.service` in `announce@.service` is the template `web@`.

import { nameStart } from '../catalogue/file-path.ts';
import type { UnitFileName } from '../catalogue/unit-file-name.ts';
import type { IndexedFile, WorkspaceView } from './model.ts';

/**
 * A name in a directive with the specifiers that the file’s own name decides put in; others, and a template’s `%i`,
 * stay. Into the name of a template systemd puts the instance of the unit that names it, or else its prefix.
 */
export function expandName(name: string, from: UnitFileName): string {
	const expanded = name.includes('%') ? expandSpecifiers(name, from) : name;
	if (!isTemplateName(expanded)) return expanded;
	return expanded.replace('@.', `@${from.instance === '' ? '%i' : (from.instance ?? from.prefix)}.`);
}

function expandSpecifiers(name: string, from: UnitFileName): string {
	const stem = from.unit.slice(0, from.unit.lastIndexOf('.'));
	const instance = from.instance === '' ? '%i' : (from.instance ?? '');
	const values: Readonly<Record<string, string>> = {
		'%n': symbolicName(from),
		'%N': from.instance === '' ? `${stem}%i` : stem,
		'%p': from.prefix,
		'%i': instance,
		'%I': from.instance === '' ? '%i' : '%I',
		'%%': '%%',
	};
	return name.replace(/%./g, (specifier) => values[specifier] ?? specifier);
}

/** The name of a unit; that of a template has `%i` for its instance: `web@%i.service`. */
export function symbolicName({ unit, instance }: UnitFileName): string {
	return instance === '' ? unit.replace(/@(?=\.[^.]*$)/, '@%i') : unit;
}

/** What a template and its instances have in common, `web@.service`; the name itself for any other unit. */
export function familyOf(name: string): string {
	const at = name.indexOf('@');
	const dot = name.lastIndexOf('.');
	return at === -1 || dot < at ? name : name.slice(0, at + 1) + name.slice(dot);
}

/** Whether a name is that of a template. */
export function isTemplateName(name: string): boolean {
	const at = name.indexOf('@');
	return at > 0 && name.lastIndexOf('.') === at + 1;
}

/** Whether the unit that a name means cannot be told, for a specifier outside the instance is left in it. */
export function isOpenName(name: string): boolean {
	return familyOf(name).includes('%');
}

/**
 * The files of the unit that an expanded name means: its own, else those of its template, and where the instance is
 * not known those of the template or else of all its instances.
 */
export function filesNamed(view: WorkspaceView, name: string): readonly IndexedFile[] {
	const own = view.byUnit.get(name);
	if (own !== undefined) return own;
	const family = familyOf(name);
	if (family === name || family.includes('%')) return none;
	const template = view.byUnit.get(family);
	if (template !== undefined) return template;
	return name.includes('%') ? filesOfFamily(view, family) : none;
}

const none: readonly IndexedFile[] = [];

/** Those files whose folders have most in common with that of a path: a copy for another purpose stands elsewhere. */
export function nearestTo(path: string, files: readonly IndexedFile[]): readonly IndexedFile[] {
	if (files.length < 2) return files;
	const common = files.map((file) => commonFolders(path, file.path));
	const most = Math.max(...common);
	return files.filter((_, index) => common[index] === most);
}

function commonFolders(a: string, b: string): number {
	const [mine, others] = [foldersOf(a), foldersOf(b)];
	const differ = mine.findIndex((folder, index) => index === mine.length - 1 || folder !== others[index]);
	return Math.min(differ, others.length - 1);
}

/** The folders of a path, and an empty name at the end. */
function foldersOf(path: string): readonly string[] {
	return path.slice(0, nameStart(path)).split(/[/\\]/);
}

const families = new WeakMap<WorkspaceView['byUnit'], ReadonlyMap<string, readonly IndexedFile[]>>();

/** The files of a template and all its instances, or of a plain unit, by path. */
export function filesOfFamily(view: WorkspaceView, family: string): readonly IndexedFile[] {
	return familiesOf(view).get(family) ?? none;
}

/** All files of units by family. */
export function familiesOf({ byUnit }: WorkspaceView): ReadonlyMap<string, readonly IndexedFile[]> {
	const known = families.get(byUnit) ?? groupFamilies(byUnit);
	families.set(byUnit, known);
	return known;
}

function groupFamilies(byUnit: WorkspaceView['byUnit']): ReadonlyMap<string, readonly IndexedFile[]> {
	const groups = new Map<string, IndexedFile[]>();
	for (const [name, files] of byUnit) {
		const family = familyOf(name);
		const others = groups.get(family);
		if (others === undefined) groups.set(family, [...files]);
		else others.push(...files);
	}
	for (const group of groups.values()) if (group.length > 1) group.sort((a, b) => (a.path < b.path ? -1 : 1));
	return groups;
}
