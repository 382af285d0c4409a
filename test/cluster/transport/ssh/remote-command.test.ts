// Words for a remote shell, read back by a real one; and the programs that may be run.

import { execFileSync } from 'node:child_process';
import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { checkCommand, quote, remoteCommand } from '../../../../cluster/src/transport/ssh/remote-command.ts';

/** The words that a shell makes of a text. */
function wordsOf(command: string): readonly string[] {
	const output = execFileSync('/bin/sh', ['-c', `for word in ${command}; do printf '%s\\0' "$word"; done`]);
	return output.toString('utf8').split('\0').slice(0, -1);
}

describe('a word', () => {
	test.each([
		['hello@1.service', 'hello@1.service'],
		['--lines=10', '--lines=10'],
		['', `''`],
		['a b', `'a b'`],
		["it's", `'it'\\''s'`],
		['$HOME', `'$HOME'`],
		['a\\x2db.service', `'a\\x2db.service'`],
		['a\nb', `'a\nb'`],
		['~', `'~'`],
		['*', `'*'`],
	])('%j is written %s', (word, quoted) => {
		expect(quote(word)).toBe(quoted);
	});

	test('with a NUL is refused', () => {
		expect(() => quote('a\0b')).toThrow('which no command can');
	});
});

test('a shell reads the words as they were', () => {
	const word = fc.string({ unit: fc.constantFrom(...'ab \t\n\'"\\$`*?[]{}()<>|&;!#~=%^-@,.:/ü€') });
	fc.assert(
		fc.property(fc.array(word, { minLength: 1, maxLength: 20 }), (words) => {
			expect(wordsOf(remoteCommand(words)[0] ?? '')).toEqual(words);
		}),
		{ numRuns: 50 },
	);
});

test('no words are no command', () => {
	expect(remoteCommand([])).toEqual([]);
});

describe('what is run on machines', () => {
	test.each([[['systemctl', 'status']], [['journalctl']], [['sudo', 'journalctl', '-f']]])(
		'%j is allowed',
		(command) => {
			expect(() => checkCommand(command)).not.toThrow();
		},
	);

	test.each([[[]], [['rm']], [['sudo']], [['sudo', 'rm']], [['sudo', '-u', 'systemctl']], [['/tmp/systemctl']]])(
		'%j is refused',
		(command) => {
			expect(() => checkCommand(command)).toThrow('is not run on machines');
		},
	);
});
