// The edit that adds lines to a section, which is made where it is missing.

import type { UnitFile } from '../../syntax/tree.ts';
import type { TextEdit } from '../problem.ts';

/** Adds lines at the end of a section. A new [Unit] comes first in the file, any other section last. */
export function addSettings(unit: UnitFile, section: string, lines: readonly string[]): TextEdit {
	const { text, sections } = unit;
	const eol = /\r?\n/.exec(text)?.[0] ?? '\n';
	const block = lines.map((line) => line + eol).join('');
	const target = sections.find(({ name }) => name === section);
	if (target !== undefined) {
		const last = [target.header, ...target.items].findLast(({ kind }) => kind !== 'blank' && kind !== 'comment');
		return insert(unit, (last ?? target.header).span.end, block, eol);
	}
	const first = sections[0];
	if (section !== 'Unit' || first === undefined)
		return insert(unit, text.length, `${eol}[${section}]${eol}${block}`, eol);
	return insert(unit, first.span.start, `[${section}]${eol}${block}${eol}`, eol);
}

function insert({ text }: UnitFile, at: number, block: string, eol: string): TextEdit {
	const endsLine = at === 0 || text[at - 1] === '\n' || text[at - 1] === '\r';
	return { span: { start: at, end: at }, text: endsLine ? block : eol + block };
}
