// Hover over the prefixes of a command: each says what it does, and since when.

import { expect, test } from 'vitest';
import { commandPrefixes } from '../../core/src/catalogue/command-prefixes.ts';
import { commandPrefixTexts } from '../../core/src/catalogue/texts/command-prefixes.ts';
import { checkHover, hoverAt } from '../support/check-features.ts';

test('the prefix under the mouse says what it does', () => {
	checkHover(
		'web.service',
		'[Service]\nExecStartPre=<|>-/usr/bin/docker rm -f web\n',
		`
-
---
**\`-\`** — a prefix of the command in \`ExecStartPre=\`

A failure counts as success: whatever status or signal the command ends with, the unit goes on. Right for clean-up that may find nothing to do.`,
	);
});

test('every prefix has a text', () => {
	expect(Object.keys(commandPrefixTexts)).toEqual(Object.keys(commandPrefixes));
	for (const [prefix, text] of Object.entries(commandPrefixTexts)) {
		expect(hoverAt('a.service', `[Service]\nExecStop=<|>${prefix}/a\n`), prefix).toContain(text);
	}
});

test('of several prefixes, the one at the caret is explained; behind the last one, that one', () => {
	const at = (value: string) => hoverAt('a.service', `[Service]\nExecStart=${value}\n`)?.split('\n')[0];
	expect(at('<|>-@:/a b')).toBe('-');
	expect(at('-<|>@:/a b')).toBe('@');
	expect(at('-@<|>:/a b')).toBe(':');
	expect(at('-@:<|>/a b')).toBe(':');
});

test('two exclamation marks are one prefix, wherever the caret is', () => {
	const at = (value: string) => hoverAt('a.service', `[Service]\nExecStart=${value}\n`)?.split('\n')[0];
	expect(at('<|>!!/a')).toBe('!!');
	expect(at('!<|>!/a')).toBe('!!');
	expect(at('<|>!/a')).toBe('!');
});

test('a prefix says since when it is known, and if it is too new', () => {
	const at = (release: number) => hoverAt('a.service', '[Service]\nExecStart=<|>+/a\n', { release });
	expect(at(250)).toContain('- Known since systemd 231');
	expect(at(219)).toContain('- **Too new** for your target, systemd 219: known since 231');
	expect(hoverAt('a.service', '[Service]\nExecStart=<|>!!/a\n')).toContain('without effect since 258');
});

test('the prefix of a later command, and one on a continued line, are found', () => {
	expect(hoverAt('a.service', '[Service]\nType=oneshot\nExecStart=/a ; <|>-/b\n')).toContain('counts as success');
	expect(hoverAt('a.service', '[Service]\nExecStart=\\\n  <|>-/b\n')).toMatch(/^-\n/);
});

test('a prefix is explained before there is a program behind it', () => {
	expect(hoverAt('a.service', '[Service]\nExecStart=-<|>\n')).toMatch(/^-\n/);
});

test('dashes of arguments, programs without a prefix and other directives have none', () => {
	expect(hoverAt('a.service', '[Service]\nExecStart=/a <|>-v\n')).toBeUndefined();
	expect(hoverAt('a.service', '[Service]\nExecStart=<|>/a\n')).toBeUndefined();
	expect(hoverAt('a.service', '[Service]\nEnvironmentFile=<|>-/a\n')).not.toContain('of the command');
});
