// Paths and the names of the units that mount them: `/srv/data` is mounted by `srv-data.mount` ("String escaping" in
// systemd.unit(5)).

import type { UnitFileName } from '../../catalogue/unit-file-name.ts';
import type { UnitKind } from '../../catalogue/unit-kinds.ts';
import { unescapePath } from '../../values/unit-name-escapes.ts';

/** The key that holds the path, for the kinds of units that are named after one. */
export const pathKeys: Readonly<Partial<Record<UnitKind, string>>> = {
	mount: 'Where',
	automount: 'Where',
	swap: 'What',
};

/** The name, without suffix, of the unit for a path; `undefined` for what is no absolute path, or leads upwards. */
export function nameOfPath(path: string): string | undefined {
	const parts = path.split('/').filter((part) => part !== '' && part !== '.');
	if (!path.startsWith('/') || parts.includes('..')) return undefined;
	if (parts.length === 0) return '-';
	const escaped = parts.map((part) => escapeBytes(part)).join('-');
	return escaped.startsWith('.') ? `\\x2e${escaped.slice(1)}` : escaped;
}

/** The path that the name of a unit stands for; `undefined` for a template, and where no path has this name. */
export function pathOfUnit({ unit, instance }: UnitFileName): string | undefined {
	const stem = unit.slice(0, unit.lastIndexOf('.'));
	const path = unescapePath(stem);
	return instance === undefined && nameOfPath(path) === stem ? path : undefined;
}

/** Everything but letters, digits and `:_.` becomes `\xNN`, byte by byte. */
function escapeBytes(text: string): string {
	return text.replace(/[^A-Za-z0-9:_.]+/g, (run) => {
		// Percent-encoding leaves some characters alone that systemd escapes.
		return Array.from(run, (character) => {
			const code = character.charCodeAt(0);
			const bytes = code < 0x80 ? `%${code.toString(16).padStart(2, '0')}` : encodeURIComponent(character);
			return bytes.toLowerCase().replaceAll('%', '\\x');
		}).join('');
	});
}
