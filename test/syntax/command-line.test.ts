// Exec*= values in examples of our own; test/conformance holds the same behaviour against systemd's.

import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { type Command, parseCommandLine } from '../../core/src/syntax/command-line.ts';
import { type Span, textAt } from '../../core/src/syntax/span.ts';

describe('a command', () => {
	test('has a path and arguments, the path being the first of them', () => {
		const found = only('/usr/bin/docker run --name web nginx');
		expect(found.path.text).toBe('/usr/bin/docker');
		expect(argv(found)).toEqual(['/usr/bin/docker', 'run', '--name', 'web', 'nginx']);
		expect(found).toMatchObject({ ignoreFailure: false, noExpansion: false, viaShell: false, privileges: 'normal' });
	});

	test('may be a file name alone, which systemd looks up', () => {
		expect(only('docker ps').path.text).toBe('docker');
	});

	test('has its path simplified, while argv[0] stays as written', () => {
		const found = only('//usr/./bin///true/.');
		expect(found.path.text).toBe('/usr/bin/true');
		expect(argv(found)).toEqual(['//usr/./bin///true/.']);
	});

	test('is unquoted and unescaped', () => {
		const found = only(String.raw`"/opt/my app/run" 'a b' c\td "\x41"\s`);
		expect(found.path.text).toBe('/opt/my app/run');
		expect(argv(found).slice(1)).toEqual(['a b', 'c\td', 'A ']);
	});

	test('may have an argument as long as a line of systemd', () => {
		const long = 'x'.repeat(1024 * 1024);
		expect(only(`/bin/echo ${long}`).argv[1]?.text === long).toBe(true);
	});

	test('keeps specifiers and variables as written', () => {
		expect(argv(only('/bin/echo %n $HOME'))).toEqual(['/bin/echo', '%n', '$HOME']);
	});

	test('may begin with a specifier, which may be an absolute path', () => {
		expect(only('%h/bin/run').path.text).toBe('%h/bin/run');
	});

	test('has spans that count from the start of the value', () => {
		const value = '-@"/opt/my app" "first arg"  last ; x';
		const [found] = parseCommandLine(value).commands;
		expect(found?.prefixes.map(({ span }) => span)).toEqual([
			{ start: 0, end: 1 },
			{ start: 1, end: 2 },
		]);
		expect(textAt(value, found!.path.span)).toBe('/opt/my app');
		expect(found!.argv.map(({ span }) => textAt(value, span))).toEqual(['"first arg"', 'last']);
		expect(textAt(value, found!.span)).toBe('-@"/opt/my app" "first arg"  last');
	});

	test('knows for each character of an argument where it is written', () => {
		const value = String.raw`/bin/echo "a\x41"`;
		expect(only(value).argv[1]?.origins.map((origin) => textAt(value, origin))).toEqual(['a', String.raw`\x41`]);
	});
});

describe('prefixes', () => {
	test('come in any order and say how the command is run', () => {
		expect(only('-:+/bin/true')).toMatchObject({ ignoreFailure: true, noExpansion: true, privileges: 'full' });
		expect(only('+:-/bin/true')).toMatchObject({ ignoreFailure: true, noExpansion: true, privileges: 'full' });
		expect(only('!/bin/true').privileges).toBe('no-setuid');
		expect(only('!!/bin/true').privileges).toBe('ambient');
		expect(only('!-!/bin/true').privileges).toBe('ambient');
	});

	test('are named with their spans, also within quotes', () => {
		expect(only('"!!/bin/true"').prefixes).toEqual([
			{ char: '!', span: { start: 1, end: 2 } },
			{ char: '!', span: { start: 2, end: 3 } },
		]);
	});

	test('written as escapes count and span the escape', () => {
		expect(only(String.raw`\x2d/bin/true`)).toMatchObject({
			ignoreFailure: true,
			prefixes: [{ char: '-', span: { start: 0, end: 4 } }],
			path: { text: '/bin/true', span: { start: 4, end: 13 } },
		});
	});

	test('of argv[0] take the second word for it', () => {
		const found = only('@/bin/bash -bash -i');
		expect(found.path.text).toBe('/bin/bash');
		expect(argv(found)).toEqual(['-bash', '-i']);
	});

	test('of argv[0] leave no command without a second word', () => {
		expect(faults('@/bin/bash')).toEqual(['no-argv0 refused "@/bin/bash"']);
		expect(faults('-@/bin/bash ; /bin/true')).toEqual(['no-argv0 dropped "-@/bin/bash"']);
	});

	test.each(['--', '@@', '::', '++', '+!', '!+', '!!!', '!!+'])('%s is one too many', (prefixes) => {
		const { commands, faults } = parseCommandLine(`${prefixes}/bin/true`);
		const at = prefixes.length - 1;
		expect(commands).toEqual([]);
		expect(faults).toMatchObject([{ kind: 'repeated-prefix', span: { start: at, end: at + 1 } }]);
	});

	test('that are one too many belong to a file name if there is no slash', () => {
		expect(only('--true').path.text).toBe('-true');
	});

	test('of the shell make the words its arguments, whatever they look like', () => {
		const found = only('|echo/ hi');
		expect(found).toMatchObject({ viaShell: true, path: { text: '/bin/sh', span: { start: 0, end: 1 } } });
		expect(argv(found)).toEqual(['sh', 'echo/', 'hi']);
		expect(argv(only('@|echo'))).toEqual(['-sh', 'echo']);
		expect(argv(only('-|'))).toEqual(['sh']);
	});
});

describe('semicolons', () => {
	test('alone part commands', () => {
		const { commands } = parseCommandLine('-/bin/true a ; /bin/echo b;c ;');
		expect(commands.map(argv)).toEqual([
			['/bin/true', 'a'],
			['/bin/echo', 'b;c'],
		]);
		expect(commands.map(({ ignoreFailure }) => ignoreFailure)).toEqual([true, false]);
	});

	test('may stand at the start, at the end and in a row', () => {
		expect(parseCommandLine('; ; /bin/true ;\t; ";" /bin/echo ; ')).toMatchObject({
			commands: [{ path: { text: '/bin/true' } }, { path: { text: '/bin/echo' } }],
			faults: [],
		});
	});

	test('are arguments if quoted or escaped', () => {
		expect(argv(only(String.raw`/bin/find ';' \; ";" \073 \;`)).slice(1)).toEqual([';', ';', ';', ';', ';']);
	});

	test('escaped within a word are an unknown escape', () => {
		expect(argv(parseCommandLine(String.raw`/bin/find \;x`).commands[0]!)).toEqual(['/bin/find', String.raw`\;x`]);
		expect(faults(String.raw`/bin/find \;x`)).toEqual([String.raw`unknown-escape kept "\\;"`]);
	});

	test('escaped have the span of both characters', () => {
		expect(only(String.raw`/bin/find \; x`).argv[1]).toEqual({
			text: ';',
			span: { start: 10, end: 12 },
			origins: [{ start: 10, end: 12 }],
		});
	});
});

describe('faults', () => {
	test('there are none in an empty value or one of blanks, and no commands either', () => {
		expect(parseCommandLine('')).toEqual({ commands: [], faults: [] });
		expect(parseCommandLine(' \t ')).toEqual({ commands: [], faults: [] });
	});

	test('of quotes refuse the unit, but in a first word skip the value', () => {
		expect(faults(`/bin/echo 'a b`)).toEqual([`unbalanced-quote refused "'"`]);
		expect(faults(`-/bin/echo "a\\`)).toEqual([String.raw`unbalanced-quote dropped "\""`]);
		expect(faults(`"/bin/echo`)).toEqual([String.raw`unbalanced-quote dropped "\""`]);
	});

	test('of escapes keep the text, each with its span', () => {
		const value = String.raw`/bin/grep '\w+\K' \d`;
		expect(faults(value)).toEqual([
			String.raw`unknown-escape kept "\\w"`,
			String.raw`unknown-escape kept "\\K"`,
			String.raw`unknown-escape kept "\\d"`,
		]);
		expect(argv(parseCommandLine(value).commands[0]!)).toEqual(['/bin/grep', String.raw`\w+\K`, String.raw`\d`]);
	});

	test('of escapes are told in the first word too, where the shell takes it', () => {
		expect(faults(String.raw`|a\qb`)).toEqual([String.raw`unknown-escape kept "\\q"`]);
	});

	test('of a backslash at the end keep it', () => {
		expect(faults('/bin/echo a\\')).toEqual([String.raw`trailing-backslash kept "\\"`]);
	});

	test.each([
		['-', 'empty-path dropped "-"'],
		['- /bin/true', 'empty-path dropped "-"'],
		['@', 'empty-path refused "@"'],
		['"" x', String.raw`empty-path refused "\"\""`],
		['/usr/bin/ x', 'directory-path refused "/usr/bin/"'],
		['-/', 'directory-path dropped "/"'],
		['bin/true', 'relative-path refused "bin/true"'],
		['./true', 'relative-path refused "./true"'],
		['.', 'relative-path refused "."'],
		['..', 'relative-path refused ".."'],
		['$BIN/run', 'relative-path refused "$BIN/run"'],
		['%%/true', 'relative-path refused "%%/true"'],
		['-bin/true', 'relative-path dropped "bin/true"'],
		['%h/bin/', 'directory-path refused "%h/bin/"'],
		[String.raw`/bin/a\"b`, String.raw`unsafe-path refused "/bin/a\\\"b"`],
		[String.raw`/bin/a\x7f`, String.raw`unsafe-path refused "/bin/a\\x7f"`],
		[String.raw`/bin/a\nb`, String.raw`unsafe-path refused "/bin/a\\nb"`],
	])('of the path: %s', (value, expected) => {
		expect(parseCommandLine(value).commands).toEqual([]);
		expect(faults(value)).toEqual([expected]);
	});

	test.each([...`abfnrtv\\"'x`])('of the path: an escape \\%s in it gives what no path may hold', (char) => {
		const { commands, faults } = parseCommandLine(`/path\\${char}`);
		expect(commands).toEqual([]);
		expect(faults.at(-1)).toEqual({ kind: 'unsafe-path', span: { start: 0, end: 7 }, effect: 'refused' });
	});

	test('of an unknown escape in a path are told before that of the path', () => {
		expect(faults(String.raw`\; x`)).toEqual([
			String.raw`unknown-escape kept "\\;"`,
			String.raw`unsafe-path refused "\\;"`,
		]);
	});

	test('of length count bytes of each name and of the whole path', () => {
		expect(kinds(`/bin/${'a'.repeat(255)}`)).toEqual([]);
		expect(kinds(`/bin/${'a'.repeat(256)}`)).toEqual(['path-too-long']);
		expect(kinds(`/bin/${'é'.repeat(128)}`)).toEqual(['path-too-long']);
		expect(kinds(`/bin/${'é'.repeat(127)}`)).toEqual([]);
		expect(kinds(`/bin/${'→'.repeat(85)}`)).toEqual([]);
		expect(kinds(`/bin/${'→'.repeat(86)}`)).toEqual(['path-too-long']);
		expect(kinds(`/bin/${'😀'.repeat(64)}`)).toEqual(['path-too-long']);
		expect(kinds(`${'/bin'.repeat(1023)}/do`)).toEqual([]);
		expect(kinds('/bin'.repeat(1024))).toEqual(['path-too-long']);
	});

	test('of length are not looked for where a specifier stands', () => {
		expect(kinds(`/bin/%i${'a'.repeat(256)}`)).toEqual([]);
	});

	test('end the reading, and what was read before stays', () => {
		const { commands, faults } = parseCommandLine('/bin/true ; bin/echo ; /bin/false');
		expect(commands.map(argv)).toEqual([['/bin/true']]);
		expect(faults).toHaveLength(1);
	});
});

describe('any value', () => {
	const pieces = [
		'/bin/true',
		'true',
		' ',
		';',
		'\\;',
		'-',
		'@',
		'+',
		'!',
		':',
		'|',
		'"',
		"'",
		'\\',
		'/',
		'%h',
		'é',
		'😀',
	];
	const value = fc.oneof(fc.string({ unit: fc.constantFrom(...pieces) }), fc.string({ unit: 'binary' }));

	test('gives commands in order, with all spans within the value', () => {
		fc.assert(
			fc.property(value, (source) => {
				const { commands, faults } = parseCommandLine(source);
				let last = 0;
				for (const found of commands) {
					expectWithin({ start: last, end: source.length }, found.span);
					for (const { span } of [...found.prefixes, found.path, ...found.argv]) expectWithin(found.span, span);
					expectInOrder(found.argv.map(({ span }) => span));
					for (const { text, origins } of found.argv) expect(origins).toHaveLength(text.length);
					last = found.span.end;
				}
				for (const { span } of faults) expectWithin({ start: 0, end: source.length }, span);
			}),
		);
	});

	test('is read in vain at most once: after a fault that is not kept, nothing follows', () => {
		fc.assert(
			fc.property(value, (source) => {
				const { faults } = parseCommandLine(source);
				const stopping = faults.findIndex(({ effect }) => effect !== 'kept');
				if (stopping !== -1) expect(stopping).toBe(faults.length - 1);
			}),
		);
	});
});

/** The one command of a value that has no faults. */
function only(value: string): Command {
	const { commands, faults } = parseCommandLine(value);
	expect(faults).toEqual([]);
	expect(commands).toHaveLength(1);
	return commands[0]!;
}

function argv({ argv }: Command): readonly string[] {
	return argv.map(({ text }) => text);
}

/** Each fault as its kind, its effect and the text that it is about. */
function faults(value: string): readonly string[] {
	return parseCommandLine(value).faults.map(
		({ kind, effect, span }) => `${kind} ${effect} ${JSON.stringify(textAt(value, span))}`,
	);
}

function kinds(value: string): readonly string[] {
	return parseCommandLine(value).faults.map(({ kind }) => kind);
}

function expectWithin(outer: Span, inner: Span): void {
	expect(inner.start).toBeGreaterThanOrEqual(outer.start);
	expect(inner.end).toBeGreaterThanOrEqual(inner.start);
	expect(inner.end).toBeLessThanOrEqual(outer.end);
}

function expectInOrder(spans: readonly Span[]): void {
	for (const [index, { start }] of spans.entries()) {
		if (index > 0) expect(start).toBeGreaterThanOrEqual(spans[index - 1]!.end);
	}
}
