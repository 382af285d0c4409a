// Whatever stands after the `=`, a value kind answers: faults lie in the value and speak in one line, items touch the
// caret, notes lie in the value.
import fc from 'fast-check';
import { expect, test } from 'vitest';
import type { Directive } from '../../core/src/catalogue/directive.ts';
import { directivesOf } from '../../core/src/catalogue/lookup.ts';
import { type SectionName, sectionNames } from '../../core/src/catalogue/section-name.ts';
import { readUnitFileName } from '../../core/src/catalogue/unit-file-name.ts';
import { valueKinds } from '../../core/src/values/kinds.ts';
import type { ValueContext } from '../../core/src/values/value-kind.ts';

interface Row {
	readonly section: SectionName;
	readonly directive: Directive;
}

/** One row for each pair of kind and key, X-Fleet's included. */
const rows: readonly Row[] = [
	...new Map(
		sectionNames.flatMap((section) =>
			[...directivesOf(section).values()].map(
				(directive) => [`${directive.value}.${directive.key}`, { section, directive }] as const,
			),
		),
	).values(),
];

const pieces = fc.oneof(
	fc.string({ unit: 'binary', maxLength: 12 }),
	fc.constantFrom(
		' ',
		'"',
		"'",
		'\\',
		'%',
		'%i',
		'%m',
		'%Q',
		'~',
		':',
		'/',
		'-',
		'|',
		'!',
		';',
		'@',
		'=',
		'*',
		',',
		'..',
	),
	fc.constantFrom(
		'yes',
		'5min',
		'1G',
		'10%',
		'SIGTERM',
		'CAP_KILL',
		'a.service',
		'/a/b',
		'A=b',
		'10.0.0.0/8',
		'@mount',
	),
	fc.constantFrom('Mon..Fri', '*-*-1', '[::1]:80', 'root:ro', '\\x2d', '\ud800', 'infinity', '0-3', '1:2', 'file:/x'),
);
const values = fc.array(pieces, { maxLength: 6 }).map((parts) =>
	parts
		.join('')
		.replace(/[\r\n\0]/g, ' ')
		.trim(),
);
const contexts = fc.record({
	row: fc.constantFrom(...rows),
	release: fc.constantFrom(183, 215, 229, 236, 252, 257, 262),
	file: fc.constantFrom('web.service', 'web@.service', 'web@a.service', 'a.slice', 'x.timer', 'service.d/x.conf', ''),
});

test('any value gets an answer whose spans lie in it', () => {
	fc.assert(
		fc.property(values, contexts, fc.nat(), (value, { row, release, file }, at) => {
			const context: ValueContext = { ...row, release, file: readUnitFileName(file), now };
			const behaviour = valueKinds[row.directive.value];
			for (const { span, message, fix } of behaviour.check(value, context)) {
				expectInside(span, value);
				if (fix !== undefined) expectInside(fix.span, value);
				expect(message).toMatch(/^(?:[a-z`/@]|IP|IPv)[^\r\n]*[^.\s]$/);
			}
			const offset = value.length === 0 ? 0 : at % (value.length + 1);
			for (const { replace, label } of behaviour.complete(value, offset, context)) {
				expectInside(replace, value);
				expect(label).not.toBe('');
			}
			const note = behaviour.describe(value, offset, context);
			if (note !== undefined) expectInside(note.span, value);
		}),
		{ numRuns: 5000, seed },
	);
});

test('every kind of the catalogue is asked', () => {
	expect(rows.length).toBeGreaterThan(500);
});

// The same values every time: whether a change passes must not depend on the day.
const seed = 20_261_125;

const now = { microseconds: 1_764_000_000_000_000, zone: 'Europe/Berlin' };

function expectInside({ start, end }: { readonly start: number; readonly end: number }, value: string): void {
	expect(start).toBeGreaterThanOrEqual(0);
	expect(end).toBeGreaterThanOrEqual(start);
	expect(end).toBeLessThanOrEqual(value.length);
}
