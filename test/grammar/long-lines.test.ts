// Lines of a hundred thousand characters that make careless expressions go back and forth. A grammar that takes more
// than linear time on one of them runs into the time limit of the test.
import { expect, test } from 'vitest';
import { tokenise } from '../support/tokenise.ts';

const size = 100_000;

test.each([
	['blanks', fill(' ')],
	['a key and blanks', `Key${fill(' ')}`],
	['blanks before a value', `Key=${fill(' ')}x`],
	['one word', `Key=${fill('a')}`],
	['a word of dots', `After=${fill('a.')}`],
	['a name of suffixes', `After=${fill('service.')}`],
	['backslashes', `Key=${fill('\\')}`],
	['a backslash and blanks', `Key=a\\${fill(' ')}x`],
	['backslashes and blanks', `Key=${fill('\\ ')}`],
	['backslashes of no entry', fill('\\ a')],
	['quotes', `ExecStart=${fill(`"a'b`)}`],
	['a string without end', `Key="${fill('a')}`],
	['a number of parts', `Key=${fill('1m')}x`],
	['digits', `Key=${fill('1')}x`],
	['prefixes', `ExecStart=${fill('-@')}`],
	['placeholders', `ExecStart=${fill('@a')}`],
	['open braces', `ExecStart=/bin/a ${fill('${')}`],
	['commands', `ExecStart=/bin/a ${fill('; -b ')}`],
	['brackets', fill('[')],
	['text after a header', `[Unit]${fill(' x')} `],
])('a long line of %s is read to its end', (_, line) => {
	const [first, next] = tokenise([line, 'User=web']);
	expect(first?.tokens.at(-1)?.endIndex).toBe(line.length);
	expect(next?.tokens.length).toBeGreaterThan(0);
});

function fill(piece: string): string {
	return piece.repeat(Math.ceil(size / piece.length));
}
