// A run that is asked for errors only finds the same errors, and runs no rule that tells of none.
import { describe, expect, test } from 'vitest';
import { allRules, defaultSettings, errorsOnly, lint, parse, type Rule } from '../../core/src/index.ts';
import { exampleContext } from '../../scripts/generate/example-context.ts';
import { stripMarks } from '../support/marked-text.ts';
import { filesBelow, readProjectFile } from '../tidy/files.ts';

const lesser = allRules.filter(({ severity }) => severity !== 'error');

test.each(lesser)('$id says whether single cases are errors', ({ id, mayBeError }: Rule) => {
	expect(/'error'/.test(readProjectFile(`core/src/rules/${id}.ts`))).toBe(mayBeError === true);
});

test('no rule is told by its helpers that a case is an error', () => {
	const files = filesBelow('core/src/rules/support');
	expect(files.filter((file) => /'error'/.test(readProjectFile(file)))).toEqual([]);
});

test.each(allRules)('the errors in the examples of $id are found all the same', (rule: Rule) => {
	for (const example of rule.examples) {
		const text = 'good' in example ? example.good : stripMarks(example.bad).text;
		const context = exampleContext(rule, example, text);
		const found = lint(parse(text), context);
		const errors = lint(parse(text), { ...context, ...errorsOnly(context) });
		expect(errors.filter(({ severity }) => severity === 'error')).toEqual(
			found.filter(({ severity }) => severity === 'error'),
		);
	}
});

describe('what is set for rules outweighs what they say', () => {
	const text = '[Service]\nExecStart=/bin/true\nExecRelaod=/bin/true\nRestart=always\nRestart=no\n';
	const found = (rules: typeof defaultSettings.rules) =>
		lint(parse(text), { ...errorsOnly({ ...defaultSettings, rules }), file: undefined }).map(({ rule }) => rule);

	test('a rule set to error is run', () => {
		expect(found({ 'duplicate-directive': 'error' })).toContain('duplicate-directive');
	});

	test('a rule set to less is not', () => {
		expect(found({})).toEqual(['unknown-directive']);
		expect(found({ 'unknown-directive': 'warning' })).toEqual([]);
	});

	test('all rules are run where comments that silence nothing are errors', () => {
		expect(found({ 'unused-suppression': 'error' })).toContain('duplicate-directive');
	});
});
