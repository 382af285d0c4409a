// Exec*= values against the table of systemd's own tests: the commands, or that systemd refuses the unit.

import { expect, test } from 'vitest';
import { type Command, parseCommandLine } from '../../core/src/syntax/command-line.ts';
import { describeWithShared, readShared } from './shared.ts';

/** A C expression that the extraction of the table could not evaluate. */
interface Expression {
	readonly c: string;
}

interface ExpectedCommand {
	readonly path: string;
	/** `null`: the path. */
	readonly argv0: string | null;
	/** `null`: the command has no such argument. */
	readonly argv1: string | null | Expression;
	readonly argv2: string | null;
	readonly ignore: boolean;
}

interface Case {
	readonly input: string | Expression;
	readonly ok?: boolean;
	readonly error?: string;
	readonly expect?: readonly ExpectedCommand[];
}

type ReadableCase = Case & { readonly input: string };

/** Cases whose input is a C expression: the expression, and why it has no value here. */
const leftOut: ReadonlyMap<string, string> = new Map([
	['path', 'a buffer that C fills in a loop; test/syntax/command-line.test.ts refuses a path for each named escape'],
	['x', 'a buffer that C fills with one very long argument; test/syntax/command-line.test.ts has one as long'],
]);

describeWithShared('command lines', () => {
	const table = readShared<{ count: number; cases: readonly Case[] }>(
		'data',
		'systemd-oracle',
		'exec-command-line.json',
	);

	for (const one of table.cases.filter(isReadable)) test(JSON.stringify(one.input), () => checkCase(one));

	test('the cases left out are those that cannot be read, and no others', () => {
		const expressions = table.cases.flatMap(({ input }) => (typeof input === 'string' ? [] : [input.c]));
		expect(expressions).toEqual([...leftOut.keys()]);
		expect(table.cases).toHaveLength(table.count);
	});
});

function isReadable(one: Case): one is ReadableCase {
	return typeof one.input === 'string';
}

function checkCase({ input, error, expect: expected = [] }: ReadableCase): void {
	const { commands, faults } = parseCommandLine(input);
	expect(commands.map(summary)).toEqual(expected.map(expectedSummary));
	expect(faults.some(({ effect }) => effect === 'refused')).toBe(error !== undefined);
}

// As in systemd's own check, what comes after the third argument is not looked at.
function summary({ path, argv, ignoreFailure }: Command): object {
	return { path: path.text, argv: argv.slice(0, 3).map(({ text }) => text), ignore: ignoreFailure };
}

function expectedSummary({ path, argv0, argv1, argv2, ignore }: ExpectedCommand): object {
	const argv = [argv0 ?? path, argv1, argv2].filter((word) => word !== null);
	return { path, argv, ignore };
}
