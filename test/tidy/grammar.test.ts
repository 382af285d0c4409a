// The grammar colours the sections and the fleet keys that the catalogue knows.
import { expect, test } from 'vitest';
import { directivesOf } from '../../core/src/catalogue/lookup.ts';
import { sectionNames } from '../../core/src/catalogue/section-name.ts';
import { readProjectFile } from './files.ts';

const grammar = readProjectFile('syntaxes/systemd-unit.tmLanguage.json');

test('the sections of the grammar are those of the catalogue', () => {
	const { repository } = JSON.parse(grammar);
	const [, list = ''] =
		/\((?:\?:)?([A-Za-z|-]*Unit\|[A-Za-z|-]+)\)/.exec(JSON.stringify(repository['known-section'])) ?? [];
	const current = sectionNames.filter((name) => name !== 'BusName');
	expect(list.split('|').sort()).toEqual([...current].sort());
});

test('the grammar knows every key of [X-Fleet]', () => {
	for (const key of directivesOf('X-Fleet').keys()) {
		const known = grammar.includes(key) || grammar.includes(key.replace('X-ConditionMachine', ''));
		expect(known, key).toBe(true);
	}
});
