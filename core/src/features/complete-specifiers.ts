// Completion behind a `%`: the specifiers that the directive and the release read, with what each becomes in this unit.

import { type SpecifierTable, specifiers } from '../catalogue/specifiers.ts';
import type { ValueContext, ValueItem } from '../values/value-kind.ts';
import { specifierValue } from './specifier-value.ts';

/** The specifiers for the caret at an index of a value; `undefined` where no `%` has been begun. */
export function specifierItems(value: string, index: number, context: ValueContext): readonly ValueItem[] | undefined {
	const { directive, section, release } = context;
	const letters = section === 'X-Fleet' ? ofFleet : directive.specifiers && lettersOf(directive.specifiers, release);
	if (letters === undefined || !/(?:^|[^%])(?:%%)*%$/.test(value.slice(0, index))) return undefined;
	const replace = { start: index - 1, end: index };
	const items = letters.map((letter) => ({ label: `%${letter}`, detail: detailOf(letter, context), replace }));
	return section === 'X-Fleet' ? items : [...items, { label: '%%', detail: 'a percent sign', replace }];
}

/** fleet reads these in [X-Fleet], and only these (unitPrintf() of fleet). */
const ofFleet: readonly string[] = ['i', 'n', 'p', 'N'];

/** The letters of a table: those of the unit's name first, as most people want one of them. */
function lettersOf(table: SpecifierTable, release: number): readonly string[] {
	const known = Object.entries(specifiers).filter(([, { [table]: since, outdated }]) => {
		return outdated !== true && since !== undefined && since <= release;
	});
	const letters = known.map(([letter]) => letter);
	const first = [...ofName].filter((letter) => letters.includes(letter));
	return [...first, ...letters.filter((letter) => !first.includes(letter))];
}

const ofName = 'inpNIPjJf';

function detailOf(letter: string, context: ValueContext): string {
	const meaning = (specifiers[letter]?.meaning ?? '').replaceAll('`', '');
	const { text, instance } = specifierValue(letter, context) ?? {};
	if (text === undefined || text === '') return meaning;
	return `${text}${instance === undefined ? '' : ` in ${instance}`} · ${meaning}`;
}
