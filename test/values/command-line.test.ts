// Command lines: prefixes by release, quotes, programs. What a first word that is no path was meant to be is told by
// rules.
import { expect, test } from 'vitest';
import { faultsOf, itemsOf, noteOf } from './ask.ts';

test.each([
	'/usr/bin/web --serve',
	'-/usr/bin/web',
	'+/usr/bin/web',
	'@/usr/bin/web web',
	'|echo $HOME',
	"/bin/sh -c 'a; b'",
	'/bin/a ; /bin/b',
	'/bin/date +%%s 100%',
	'web',
	'%h/bin/web %i',
])('`%s` is a command', (value) => {
	expect(faultsOf('ExecStart', value)).toBe('fine');
});

test('a quote that is not closed refuses the unit, once systemd knows that it is a command', () => {
	expect(faultsOf('ExecStart', '/bin/web "a')).toBe(
		[
			'/bin/web "a',
			'         ^ refuses-unit: the quote is never closed, so systemd refuses the unit; close it, or write `\\\'` or `\\"` → /bin/web "a"',
		].join('\n'),
	);
	expect(faultsOf('ExecStart', '"/bin/web a')).toContain('skips-setting');
	expect(faultsOf('ExecStart', '-/bin/web "a')).toContain('skips-setting');
});

test('an unknown specifier refuses the unit', () => {
	expect(faultsOf('ExecStart', '/bin/date +%F')).toContain(
		'`%F` is no specifier, so systemd refuses the unit; write `%%F`',
	);
	expect(faultsOf('ExecStart', '/bin/date +%F', { release: 229 })).toBe('fine');
});

test('a program is no folder, and has a name', () => {
	expect(faultsOf('ExecStart', '/usr/bin/')).toContain('the path ends in `/`');
	expect(faultsOf('ExecStart', '-')).toContain('the program is missing');
	expect(faultsOf('ExecStart', '@/bin/web')).toContain('there is none');
});

test('prefixes are judged by the release', () => {
	expect(faultsOf('ExecStart', '+/bin/web', { release: 229 })).toContain('the prefix `+` came with systemd 231');
	expect(faultsOf('ExecStart', '|web', { release: 257 })).toContain(
		'refuses-unit: the prefix `|` came with systemd 258',
	);
	expect(faultsOf('ExecStart', '!!/bin/web', { release: 257 })).toBe('fine');
	expect(faultsOf('ExecStart', '!!/bin/web')).toContain('does nothing since systemd 258; remove it');
	expect(faultsOf('ExecStart', '++/bin/web')).toContain('this prefix may not stand here');
});

test('prefixes that the release reads are offered, each once', () => {
	expect(itemsOf('ExecStart', '-<|>/bin/web', { release: 229 })).toEqual(['@']);
	expect(itemsOf('ExecStart', '')).toEqual(['-', '@', ':', '+', '!', '|']);
	expect(itemsOf('ExecStart', '/bin/w')).toEqual([]);
});

test('prefixes are explained', () => {
	expect(noteOf('ExecStart', '-+/bin/web')).toBe(
		'- a failure counts as success\n+ runs with full privileges, whatever User and sandboxing say',
	);
});
