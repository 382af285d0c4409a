// Editor features on any text at any caret: they never fail, and what they give fits the text.

import fc from 'fast-check';
import { expect, test } from 'vitest';
import {
	applyEdits,
	codeActions,
	complete,
	foldings,
	hover,
	inlayHints,
	lint,
	type OutlineSymbol,
	parse,
	type Span,
	selectionSpans,
	symbols,
	tokens,
} from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';

const pieces = [
	'[Service]',
	'[',
	']',
	'Restart=on-',
	'Delegate=cpu memory',
	'ExecStart=/bin/a',
	'ExecStop=-/bin/b --x="$A %i" ; ',
	'Environment="A=',
	'After=a@%i.service ',
	'OnCalendar=Mon 9:00',
	'TimeoutSec=90',
	'Key',
	'=',
	' ',
	'\t',
	'\\\n',
	'\n',
	'\r\n',
	'\r',
	'\0',
	'# note',
	'#region',
	'# fleet-units: allow ',
	';',
	'\ufeff',
	'😀',
	'\u2028',
	'"',
];
const texts = fc.array(fc.constantFrom(...pieces), { maxLength: 14 }).map((parts) => parts.join(''));
const context = contextFor('web.service');

// The same texts every time: whether a change passes must not depend on the day.
const seed = 20_261_123;

test('every caret of any text has answers that fit it', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const unit = parse(text);
			const problems = lint(unit, context);
			for (let offset = 0; offset <= text.length; offset++) {
				const { replace } = complete(unit, offset, context);
				expect(within(replace, text) && replace.start <= offset && offset <= replace.end).toBe(true);
				expect(within(hover(unit, offset, context)?.span ?? { start: 0, end: 0 }, text)).toBe(true);
				checkGrowing(selectionSpans(unit, offset), offset, text);
				for (const { edits } of codeActions(unit, problems, { start: offset, end: offset })) applyEdits(text, edits);
			}
		}),
		{ seed, numRuns: 300 },
	);
});

test('outline and foldings of any text lie in it', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const unit = parse(text);
			for (const { span } of foldings(unit)) expect(within(span, text)).toBe(true);
			for (const symbol of symbols(unit)) checkSymbol(symbol, { start: 0, end: text.length });
		}),
		{ seed, numRuns: 1000 },
	);
});

test('semantic tokens of any text stand in order, each on one line, and none on another', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const whole = { start: 0, end: text.length };
			let end = 0;
			for (const { span } of tokens(parse(text), whole, context)) {
				expect(end <= span.start && span.start < span.end && span.end <= text.length).toBe(true);
				expect(text.slice(span.start, span.end)).not.toMatch(/[\r\n\0]/);
				end = span.end;
			}
			for (const { offset } of inlayHints(parse(text), whole, 'all', context)) expect(offset <= text.length).toBe(true);
		}),
		{ seed, numRuns: 1000 },
	);
});

test('what allowing a problem writes does silence it, and changes nothing else', () => {
	fc.assert(
		fc.property(texts, (text) => {
			const unit = parse(text);
			const problems = lint(unit, context);
			for (const action of codeActions(unit, problems, { start: 0, end: text.length })) {
				if (action.kind !== 'allow') continue;
				const after = lint(parse(applyEdits(text, action.edits)), context);
				expect(after.length).toBeLessThan(problems.length);
			}
		}),
		{ seed, numRuns: 1000 },
	);
});

function within({ start, end }: Span, text: string): boolean {
	return 0 <= start && start <= end && end <= text.length;
}

function checkGrowing(spans: readonly Span[], offset: number, text: string): void {
	spans.forEach(({ start, end }, index) => {
		const outer = spans[index + 1] ?? { start: 0, end: text.length };
		expect(outer.start <= start && start <= offset && offset <= end && end <= outer.end).toBe(true);
	});
}

function checkSymbol({ name, span, selection, children }: OutlineSymbol, outer: Span): void {
	expect(name).not.toBe('');
	expect(outer.start <= span.start && span.end <= outer.end).toBe(true);
	expect(span.start <= selection.start && selection.end <= span.end).toBe(true);
	for (const child of children) checkSymbol(child, span);
}
