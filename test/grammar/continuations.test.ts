// Lines that end in a backslash: where a value goes on, and where it ends.
import { expect, test } from 'vitest';
import { checkTokens, render } from '../support/tokenise.ts';

const continuation = 'constant.character.escape.line-continuation';

test('a backslash at the very end of a line continues the value', () => {
	checkTokens(`
After=a.service \\
^^^^^ support.variable.key
     ^ keyword.operator.assignment
      ^^^^^^^^^ support.class.unit-name
                ^ ${continuation}
  b.service
  ^^^^^^^^^ support.class.unit-name
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('a continued line is no entry, header or section of its own', () => {
	checkTokens(
		`
Environment=A=1 \\
^^^^^^^^^^^ support.variable.key
  B=2 \\
[Unit] \\
User=web
`,
		'support',
		'entity',
	);
});

test('a blank line ends a value that asked for more', () => {
	checkTokens(
		`
After=a.service \\
^^^^^ support.variable.key

User=web
^^^^ support.variable.key
`,
		'support.variable',
	);
});

test('two backslashes at the end of a line are one escaped backslash and continue nothing', () => {
	checkTokens(
		`
Environment=A=1\\\\
^^^^^^^^^^^ support.variable.key
User=web
^^^^ support.variable.key
`,
		'support',
	);
});

test('three backslashes at the end of a line continue it', () => {
	checkTokens(
		`
Environment=A=b\\\\\\
^^^^^^^^^^^ support.variable.key
               ^^ constant.character.escape
                 ^ ${continuation}
B=web
`,
		'support',
		'constant',
	);
});

test('two backslashes at the end of a description continue nothing', () => {
	checkTokens(
		`
Description=one\\\\
^^^^^^^^^^^ support.variable.key
User=web
^^^^ support.variable.key
`,
		'support',
	);
});

test('comment lines inside a continuation are comments, and the value goes on after them', () => {
	checkTokens(`
After=a.service \\
^^^^^ support.variable.key
     ^ keyword.operator.assignment
      ^^^^^^^^^ support.class.unit-name
                ^ ${continuation}
# not this one: b.service
^^^^^^^^^^^^^^^^^^^^^^^^^ comment.line.number-sign
  ; nor this one \\
  ^^^^^^^^^^^^^^^^ comment.line.semicolon
  c.service
  ^^^^^^^^^ support.class.unit-name
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('a comment line inside a quoted text that spans lines is a comment', () => {
	checkTokens(
		`
ExecStart=/bin/sh -c "echo one; \\
                     ^ punctuation.definition.string.begin
                      ^^^^^^^^^^ string.quoted.double
# two
^^^^^ comment.line.number-sign
  echo three"
^^^^^^^^^^^^ string.quoted.double
            ^ punctuation.definition.string.end
`,
		'string',
		'punctuation.definition.string',
		'comment',
	);
});

test('a backslash before blanks at the end of a line is illegal and continues nothing', () => {
	// Written without a template, as the blanks at the end are the point.
	expect(render(['After=a.service \\ \t', 'User=web'], ['invalid', 'support.variable'])).toBe(
		[
			'After=a.service \\ \t',
			'^^^^^ support.variable.key',
			'                ^^^ invalid.illegal.blank-after-backslash',
			'User=web',
			'^^^^ support.variable.key',
		].join('\n'),
	);
});

test('a backslash before blanks is illegal in a command, a text and a fleet option, too', () => {
	const lines = ['ExecStart=/bin/a \\ ', 'Description=a \\ ', 'Environment="a \\ ', '[X-Fleet]', 'MachineOf=a \\ '];
	const marks = render(lines, ['invalid']).match(/invalid\.illegal\.blank-after-backslash/g);
	expect(marks).toHaveLength(4);
});

test('a value that begins on the next line is a value', () => {
	checkTokens(`
After=\\
^^^^^ support.variable.key
     ^ keyword.operator.assignment
      ^ ${continuation}
  a.service
  ^^^^^^^^^ support.class.unit-name
`);
});

test('a quoted text that is not closed ends with its entry', () => {
	checkTokens(`
Environment="A=1
^^^^^^^^^^^ support.variable.key
           ^ keyword.operator.assignment
            ^ punctuation.definition.string.begin
             ^^^ string.quoted.double
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('a stray line that ends in a backslash takes the next line with it', () => {
	checkTokens(`
After a.service \\
                ^ ${continuation}
User=web
Group=web
^^^^^ support.variable.key
     ^ keyword.operator.assignment
`);
});

test('a line of nothing but a backslash leaves the next line what it is', () => {
	checkTokens(`
  \\
  ^ ${continuation}
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});
