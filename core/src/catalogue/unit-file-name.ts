// What a path tells of a unit file: its kind, whether it is a drop-in, a template, an instance, or a file that a
// template engine turns into a unit file. The file itself is not read.

import { nameStart } from './file-path.ts';
import { type UnitKind, unitKindNames } from './unit-kinds.ts';

/** What the name of a file says. `kind` is absent where the name does not tell. */
export interface UnitFileName {
	/** The unit's name, such as `web@.service`; for drop-ins that of the unit (or kind) they amend. */
	readonly unit: string;
	readonly kind?: UnitKind;
	/** The file amends a unit and holds only what changes: `web.service.d/10-limits.conf`. */
	readonly dropIn: boolean;
	/** Text before the `@`, or the whole stem. */
	readonly prefix: string;
	/** `''` for a template (`web@.service`), the text after `@` for an instance, absent for a plain unit. */
	readonly instance?: string;
	/** The file is input of a template engine (`.in`, `.j2` …); lines with its marks are not unit text yet. */
	readonly generated: boolean;
}

const templateSuffix = /\.(?:in|j2|jinja|jinja2|tmpl|tpl|template|erb|m4|mustache)$/;
const kinds = unitKindNames.join('|');
const unitName = new RegExp(`^(.*)\\.(${kinds})$`);
// `systemctl edit` opens a hidden copy: `web.service.d/.#override.conf1a2b3c`.
const dropInName = /^(?:\.#)?.+\.conf(?:[0-9a-f]{16})?$/;
const dropInFolder = new RegExp(`^(?:(.*)\\.)?(${kinds})\\.d$`);

/** Reads a path (or URI) with `/` or `\` between folders; `undefined` if its name is no unit file's. */
export function readUnitFileName(path: string): UnitFileName | undefined {
	const base = lastName(path);
	const name = base.replace(templateSuffix, '');
	const generated = name !== base;
	const unhidden = name.startsWith('.#') ? name.replace(/^\.#(.+?)(?:[0-9a-f]{16})?$/, '$1') : name;
	return readUnitName(unhidden, generated) ?? readDropIn(path, name, generated);
}

function lastName(path: string): string {
	return path.slice(nameStart(path));
}

function readUnitName(name: string, generated: boolean): UnitFileName | undefined {
	const [, stem, kind] = unitName.exec(name) ?? [];
	if (stem === undefined || stem === '') return undefined;
	// The expression lets nothing through but kinds of units.
	return { unit: name, kind: kind as UnitKind, dropIn: false, ...splitStem(stem), generated };
}

function readDropIn(path: string, name: string, generated: boolean): UnitFileName | undefined {
	const folder = lastName(path.slice(0, path.length - lastName(path).length - 1));
	const [, stem = '', kind] = dropInFolder.exec(folder) ?? [];
	if (kind === undefined || !dropInName.test(name)) return undefined;
	const unit = stem === '' ? kind : `${stem}.${kind}`;
	// As above.
	return { unit, kind: kind as UnitKind, dropIn: true, ...splitStem(stem), generated };
}

/** The first `@` parts the prefix from the instance. */
function splitStem(stem: string): { readonly prefix: string; readonly instance?: string } {
	const at = stem.indexOf('@');
	return at === -1 ? { prefix: stem } : { prefix: stem.slice(0, at), instance: stem.slice(at + 1) };
}
