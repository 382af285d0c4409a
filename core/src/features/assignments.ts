// The environment variables that a unit sets itself.

import { splitWords } from '../syntax/quoting.ts';
import type { Entry, UnitFile } from '../syntax/tree.ts';

/** The variables that `Environment=` sets, as far as they are set when all is read. */
export function assignmentsOf({ sections }: UnitFile): ReadonlyMap<string, string> {
	const set = new Map<string, string>();
	for (const { key, value } of sections.flatMap(({ entries }) => entries)) {
		if (key.text !== 'Environment') continue;
		if (value.text === '') set.clear();
		for (const [name, text] of assignmentsIn(value)) set.set(name, text);
	}
	return set;
}

function assignmentsIn(value: Entry['value']): readonly (readonly [name: string, text: string])[] {
	return splitWords(value.text, { unquote: true, cUnescape: true, relax: true }).words.flatMap(({ text }) => {
		const [, name, assigned = ''] = /^([A-Za-z_]\w*)=(.*)$/s.exec(text) ?? [];
		return name === undefined ? [] : [[name, assigned] as const];
	});
}
