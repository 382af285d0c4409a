// The words that a double click takes, and what Enter does, by the expressions of language-configuration.json.
import { readFileSync } from 'node:fs';
import { describe, expect, test } from 'vitest';

interface EnterRule {
	readonly beforeText: string;
	readonly previousLineText?: string;
	readonly action: { readonly indent: string };
}

interface LanguageConfiguration {
	readonly wordPattern: { readonly pattern: string; readonly flags: string };
	readonly onEnterRules: readonly EnterRule[];
	readonly folding: { readonly markers: { readonly start: string; readonly end: string } };
}

const file = new URL('../../language-configuration.json', import.meta.url);
const configuration: LanguageConfiguration = JSON.parse(readFileSync(file, 'utf8'));

describe('a word', () => {
	test.each([
		['ExecStartPre=-/usr/bin/docker', ['ExecStartPre', 'usr', 'bin', 'docker']],
		['After=foo@1.service -.mount', ['After', 'foo@1.service', 'mount']],
		['After=dev-disk-by\\x2dlabel.device', ['After', 'dev-disk-by\\x2dlabel.device']],
		['BindsTo=web@%i.service', ['BindsTo', 'web@%i.service']],
		['Conflicts=hello_world@*', ['Conflicts', 'hello_world@']],
		['[X-Fleet]', ['X-Fleet']],
		['"$HOME" --long', ['HOME', 'long']],
		['Description=Größe, wie sie ist.', ['Description', 'Größe', 'wie', 'sie', 'ist']],
	])('of %s is a directive, a unit name or a part of a path', (line, words) => {
		const { pattern, flags } = configuration.wordPattern;
		expect(line.match(new RegExp(pattern, `g${flags}`))).toEqual(words);
	});
});

describe('Enter', () => {
	test('after a first line that goes on indents', () => {
		expect(enter('[Service]', 'ExecStart=/bin/a \\')).toBe('indent');
	});

	test('after a further line that goes on keeps the indentation', () => {
		expect(enter('ExecStart=/bin/a \\', '  --rm \\')).toBe('none');
	});

	test('after the last line of a value takes the indentation back', () => {
		expect(enter('ExecStart=/bin/a \\', '  --rm')).toBe('outdent');
	});

	test('after an escaped backslash does nothing of its own', () => {
		expect(enter('[Service]', 'Environment=A=b\\\\')).toBeUndefined();
	});

	test('after an ordinary line does nothing of its own', () => {
		expect(enter('[Service]', 'User=web')).toBeUndefined();
	});

	test.each(['# one', '; one', '  # one', '# one \\'])('in the comment “%s” continues no comment', (line) => {
		expect(enter('', line)).toBe('none');
	});

	test('after a line under a comment that ends in a backslash does nothing of its own', () => {
		expect(enter('# one \\', '  User=web')).toBeUndefined();
	});
});

test('comments mark regions that fold', () => {
	const { start, end } = configuration.folding.markers;
	expect('# region limits').toMatch(new RegExp(start));
	expect('# regional').not.toMatch(new RegExp(start));
	expect('  #endregion').toMatch(new RegExp(end));
});

/** What the first rule that fits does at the end of `line`, below `previous`. */
function enter(previous: string, line: string): string | undefined {
	return configuration.onEnterRules.find(
		({ beforeText, previousLineText = '' }) =>
			new RegExp(beforeText).test(line) && new RegExp(previousLineText).test(previous),
	)?.action.indent;
}
