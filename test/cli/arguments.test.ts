// Options by their table, and what is said when they are wrong.

import { describe, expect, test } from 'vitest';
import { type OptionTable, readArguments, UsageError } from '../../cli/src/arguments.ts';

const options = {
	format: { type: 'string', value: 'FORMAT', help: '' },
	rule: { type: 'string', multiple: true, value: 'ID=LEVEL', help: '' },
	fix: { type: 'boolean', help: '' },
} as const satisfies OptionTable;

const read = (...argv: readonly string[]) => readArguments(argv, options);

describe('arguments', () => {
	test('are options and positionals in any order', () => {
		const { values, positionals } = read('a.service', '--fix', '--format', 'json', 'b.service');
		expect({ ...values }).toEqual({ fix: true, format: 'json' });
		expect(positionals).toEqual(['a.service', 'b.service']);
	});

	test('an option that may be repeated gives all its values', () => {
		expect(read('--rule', 'a=off', '--rule=b=error').values.rule).toEqual(['a=off', 'b=error']);
	});

	test('a lone dash is no option, and nothing after two dashes is', () => {
		expect(read('-', '--', '--fix').positionals).toEqual(['-', '--fix']);
	});
});

test.each([
	[['--formt=json'], 'unknown option --formt; did you mean --format'],
	[['--colour'], 'unknown option --colour'],
	[['-x'], 'unknown option -x'],
	[['--format'], '--format needs a value: --format FORMAT'],
	[['--format', '--fix'], '--format needs a value: --format FORMAT'],
	[['--fix=yes'], '--fix takes no value'],
])('%j is refused in plain words', (argv, message) => {
	expect(() => read(...argv)).toThrow(new UsageError(message));
});
