// Every rule's examples, which are also its page: what is marked is found, and nothing else; the fixes give the fixed
// text; what is right stays silent.
import { describe, expect, test } from 'vitest';
import {
	allRules,
	applyEdits,
	type BadExample,
	chooseFixes,
	type GoodExample,
	lint,
	type Problem,
	parse,
	type Rule,
} from '../../core/src/index.ts';
import { exampleContext } from '../../scripts/generate/example-context.ts';
import { renderProblems } from '../support/check-problems.ts';
import { stripMarks, withoutFirstBreak } from '../support/marked-text.ts';

describe.each(allRules)('$id', (rule) => {
	rule.examples.forEach((example, index) => {
		if ('good' in example) {
			test(`example ${index + 1} is right`, () => {
				expect(rendered(rule, example, example.good)).toBe(withoutFirstBreak(example.good));
			});
			return;
		}
		test(`example ${index + 1} shows exactly its marks`, () => {
			expect(rendered(rule, example, stripMarks(example.bad).text)).toBe(withoutFirstBreak(example.bad));
		});
		test(`example ${index + 1} is ${example.fixed === undefined ? 'left to a person' : 'mended by its fixes'}`, () => {
			const { text } = stripMarks(example.bad);
			const fixed = fixAll(rule, example, text);
			expect(fixed).toBe(withoutFirstBreak(example.fixed ?? text));
			if (example.fixed !== undefined) expect(rendered(rule, example, fixed)).toBe(fixed);
		});
	});
});

function rendered(rule: Rule, example: BadExample | GoodExample, text: string): string {
	const bare = withoutFirstBreak(text);
	return renderProblems(bare, problemsOf(rule, example, bare), { withRule: false });
}

function problemsOf(rule: Rule, example: BadExample | GoodExample, text: string): readonly Problem[] {
	return lint(parse(text), exampleContext(rule, example, text));
}

/** Applies the first fix of each of the rule's problems until none is left. */
function fixAll(rule: Rule, example: BadExample, text: string): string {
	let fixed = text;
	for (let pass = 0; pass < 10; pass++) {
		const problems = problemsOf(rule, example, fixed).filter((problem) => problem.rule === rule.id);
		const fixes = chooseFixes(problems, () => true);
		if (fixes.length === 0) return fixed;
		fixed = applyEdits(
			fixed,
			fixes.flatMap(({ edits }) => edits),
		);
	}
	throw new Error('the fixes never come to an end');
}
