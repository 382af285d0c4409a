// Every rule is a file of its name, shows its fault and is documented.
import { expect, test } from 'vitest';
import { allRules } from '../../core/src/index.ts';
import { filesBelow, readProjectFile } from './files.ts';

test.each(allRules)('$id is the name of its file, kebab-case', ({ id }) => {
	expect(readProjectFile(`core/src/rules/${id}.ts`)).toContain(`id: '${id}'`);
	expect(id).toMatch(/^[a-z0-9]+(-[a-z0-9]+)*$/);
});

test.each(allRules.filter(({ id }) => !id.endsWith('overlong-line')))(
	'$id shows its fault in an example',
	({ examples }) => {
		expect(examples.some((example) => 'bad' in example)).toBe(true);
	},
);

test.each(allRules)('$id shows a file that is right', ({ examples }) => {
	expect(examples.some((example) => 'good' in example)).toBe(true);
});

test.each(allRules)('$id says what it finds and why that matters', ({ summary, why, reference }) => {
	expect(summary).toMatch(/^[A-Z`].*[^.]$/);
	expect(why).toMatch(/^\S.*\.$/);
	expect(reference).not.toBe('');
});

test('every rule has a page, and every page a rule', () => {
	const pages = filesBelow('docs/rules').filter((file) => !file.endsWith('README.md'));
	expect(pages.sort()).toEqual(allRules.map(({ id }) => `docs/rules/${id}.md`).sort());
});
