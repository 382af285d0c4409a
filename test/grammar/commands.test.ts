// Command lines: prefixes, the command, options, variables and several commands in one value.
import { expect, test } from 'vitest';
import { checkTokens, render } from '../support/tokenise.ts';

const command = 'support.function.command';

test('the first word is the command, words that begin with a dash are options', () => {
	checkTokens(`
ExecStart=/usr/bin/docker run --rm -p 80:80 --name=web nginx
^^^^^^^^^ support.variable.key
         ^ keyword.operator.assignment
          ^^^^^^^^^^^^^^^ ${command}
                              ^^^^ variable.parameter.option
                                   ^^ variable.parameter.option
                                      ^^ constant.numeric
                                         ^^ constant.numeric
                                            ^^^^^^ variable.parameter.option
`);
});

test.each([
	'ExecStart',
	'ExecStartPre',
	'ExecStartPost',
	'ExecCondition',
	'ExecReload',
	'ExecReloadPost',
	'ExecStop',
	'ExecStopPre',
	'ExecStopPost',
])('%s has a command', (key) => {
	expect(render([`${key}=/bin/true`], [command])).toBe(
		`${key}=/bin/true\n${' '.repeat(key.length + 1)}^^^^^^^^^ ${command}`,
	);
});

test('a directive that only begins like one has no command', () => {
	checkTokens(
		`
ExecSearchPath=/opt/bin
ExecPaths=/usr/bin
ExecStarts=/bin/true
`,
		'support.function',
	);
});

test.each(['@', '-', ':', '+', '!', '!!', '|', '-@', '@-:!!'])('the prefix %s stands before the command', (prefix) => {
	expect(render([`ExecStart=${prefix}/bin/true`], ['keyword.control', command])).toBe(
		[
			`ExecStart=${prefix}/bin/true`,
			`          ${'^'.repeat(prefix.length)} keyword.control.exec-prefix`,
			`          ${' '.repeat(prefix.length)}^^^^^^^^^ ${command}`,
		].join('\n'),
	);
});

test('a placeholder of a template is no prefix', () => {
	checkTokens(
		`
ExecStart=@bindir@/app
          ^^^^^^^^^^^^ ${command}
`,
		'keyword.control',
		command,
	);
});

test('a command may hold specifiers, variables and escapes', () => {
	checkTokens(
		String.raw`
ExecStart=%h/bin\x20a/$NAME now
          ^^ constant.character.format.placeholder.specifier
            ^^^^ ${command}
                ^^^^ constant.character.escape
                    ^^ ${command}
                      ^ punctuation.definition.variable
                       ^^^^ variable.other.environment
`,
		'constant',
		'variable',
		'punctuation',
		command,
	);
});

test('a command in quotes goes to its closing quote', () => {
	checkTokens(
		`
ExecStart="/opt/my app/run" -x
          ^ punctuation.definition.string.begin
           ^^^^^^^^^^^^^^^ string.quoted.double
                          ^ punctuation.definition.string.end
                            ^^ variable.parameter.option
`,
		'string',
		'punctuation',
		'variable',
		command,
	);
});

test('variables are marked with and without braces, in strings as well', () => {
	checkTokens(
		`
ExecStart=/bin/echo $ONE \${TWO} "\${THREE}" '$FOUR'
                    ^ punctuation.definition.variable
                     ^^^ variable.other.environment
                         ^^ punctuation.definition.variable.begin
                           ^^^ variable.other.environment
                              ^ punctuation.definition.variable.end
                                 ^^ punctuation.definition.variable.begin
                                   ^^^^^ variable.other.environment
                                        ^ punctuation.definition.variable.end
                                            ^ punctuation.definition.variable
                                             ^^^^ variable.other.environment
`,
		'variable',
		'punctuation.definition.variable',
	);
});

test('a doubled dollar sign is an escape, and the name after it is plain', () => {
	checkTokens(
		`
ExecStart=/bin/sh -c 'echo $$HOME'
                           ^^ constant.character.escape.dollar
`,
		'variable.other',
		'constant',
	);
});

test('a semicolon of its own separates two commands', () => {
	checkTokens(
		`
ExecStart=/bin/one -a ; -/bin/two ;three
          ^^^^^^^^ ${command}
                      ^ keyword.operator.command-separator
                        ^ keyword.control.exec-prefix
                         ^^^^^^^^ ${command}
`,
		'keyword.operator.command',
		'keyword.control',
		command,
	);
});

test('an escaped semicolon is an argument', () => {
	checkTokens(
		String.raw`
ExecStart=/usr/bin/find . -exec rm {} \;
                                      ^^ constant.character.escape
`,
		'keyword.operator.command',
		'constant',
	);
});

test('a command may begin on the next line, after comments', () => {
	checkTokens(
		`
ExecStart=\\
# the program
^^^^^^^^^^^^^ comment.line.number-sign
  -/bin/true \\
  ^ keyword.control.exec-prefix
   ^^^^^^^^^ ${command}
--now
^^^^^ variable.parameter.option
`,
		'comment',
		'keyword.control',
		'variable',
		command,
	);
});

test('an empty command line resets the list and leaves the next line alone', () => {
	checkTokens(`
ExecStart=
^^^^^^^^^ support.variable.key
         ^ keyword.operator.assignment
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('dashes inside words, and a dash alone, are no options', () => {
	checkTokens(
		`
ExecStart=/usr/bin/apt-get foo-bar - --
`,
		'variable',
	);
});

test('unit names among the arguments are marked', () => {
	checkTokens(
		`
ExecStop=/bin/systemctl stop web@%i.service
                             ^^^^ support.class.unit-name
                                   ^^^^^^^^ support.class.unit-name
`,
		'support.class',
	);
});
