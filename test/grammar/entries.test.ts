// Keys, `=` and comments: what a line is.
import { test } from 'vitest';
import { checkTokens } from '../support/tokenise.ts';

test('an entry is a key, an operator and a value', () => {
	checkTokens(`
Type=notify
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('blanks around the key and the operator belong to neither', () => {
	checkTokens(`
\tType = notify
 ^^^^ support.variable.key
      ^ keyword.operator.assignment
`);
});

test('only the first = of a line is the operator', () => {
	checkTokens(
		`
Environment=A=B=C
           ^ keyword.operator.assignment
`,
		'keyword',
	);
});

test('a line without = is no key', () => {
	checkTokens(`
Restart
After network.target
`);
});

test('a key with a blank or another odd character in it is no key', () => {
	checkTokens(
		`
Exec Start=/bin/true
          ^ keyword.operator.assignment
Exec.Start=/bin/true
          ^ keyword.operator.assignment
`,
		'support',
		'keyword',
	);
});

test('# and ; begin a comment at the start of a line', () => {
	checkTokens(`
# one
^^^^^ comment.line.number-sign
; two
^^^^^ comment.line.semicolon
  # indented
  ^^^^^^^^^^ comment.line.number-sign
`);
});

test('# and ; elsewhere begin no comment', () => {
	checkTokens(
		`
Restart=always # really
TTYPath=/dev/tty1 ; really
`,
		'comment',
	);
});

test('a backslash at the end of a comment does not continue it', () => {
	checkTokens(`
# see below \\
^^^^^^^^^^^^^ comment.line.number-sign
User=web
^^^^ support.variable.key
    ^ keyword.operator.assignment
`);
});

test('a comment after a byte order mark is a comment', () => {
	checkTokens(`
\uFEFF# one
 ^^^^^ comment.line.number-sign
`);
});
