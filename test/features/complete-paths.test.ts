// Where a path is being written, which folder it lies in, and how names from there are put in.

import { expect, test } from 'vitest';
import { applyEdits, type FolderEntry, parse, pathCompletions, pathPlaceAt } from '../../core/src/index.ts';
import { contextFor } from '../support/check-problems.ts';
import { takeCaret } from '../support/marked-text.ts';

const entries: readonly FolderEntry[] = [
	{ name: '.hidden', isFolder: false },
	{ name: '50%.conf', isFolder: false },
	{ name: 'my file', isFolder: false },
	{ name: 'nginx', isFolder: true },
	{ name: 'nginx.conf', isFolder: false },
];

function placeAt(marked: string, file = 'web@3.service') {
	const { text, offset } = takeCaret(marked);
	const unit = parse(text);
	const place = pathPlaceAt(unit, offset, contextFor(file));
	return { text, unit, place };
}

function labelsAt(marked: string): readonly string[] | undefined {
	const { unit, place } = placeAt(marked);
	return place && pathCompletions(unit, place, entries).items.map(({ label }) => label);
}

test.each([
	['a path', 'PIDFile=/run/we<|>', '/run/', 'we'],
	['a list', 'ReadOnlyPaths=/etc -/usr/<|> /var', '/usr/', ''],
	['a prefix', 'EnvironmentFile=-/etc/default/w<|>', '/etc/default/', 'w'],
	['two sides of a colon', 'BindPaths=/srv/a:/mnt/<|>', '/mnt/', ''],
	['behind a word', 'StandardOutput=append:/var/log/<|>', '/var/log/', ''],
	['a program', 'ExecStart=-/usr/b<|>', '/usr/', 'b'],
	['an argument', 'ExecStart=/bin/web --config=/etc/<|>', '/etc/', ''],
	['a quoted argument', 'ExecStart=/bin/web "/etc/<|>"', '/etc/', ''],
	['a variable', 'Environment=CONFIG=/etc/<|>', '/etc/', ''],
	['a specifier that is the same everywhere', 'ExecStart=%t/we<|>', '/run/', 'we'],
	['a specifier of the name', 'ReadWritePaths=/srv/%i/<|>', '/srv/3/', ''],
	['a path with blanks', 'RootDirectory=/srv/my folder/<|>', '/srv/my folder/', ''],
])('the folder of a path is found: %s', (_, line, folder, typed) => {
	expect(placeAt(`[Service]\n${line}\n`).place).toMatchObject({ folder, typed });
});

test.each([
	['a text', 'SyslogIdentifier=/etc/<|>'],
	['a link', 'ExecStart=/bin/curl https://example.com/<|>'],
	['a path that is not absolute', 'ExecStart=/bin/web etc/<|>'],
	['a specifier that only the machine knows', 'ExecStart=/srv/%H/<|>'],
	['an escape', 'ExecStart=/srv/a\\x20b/<|>'],
	['no slash yet', 'ExecStart=<|>'],
])('no folder is looked into: %s', (_, line) => {
	expect(placeAt(`[Service]\n${line}\n`).place).toBeUndefined();
});

test('hidden names are offered only once a dot is typed', () => {
	expect(labelsAt('[Service]\nPIDFile=/etc/<|>\n')).toEqual(['50%.conf', 'my file', 'nginx/', 'nginx.conf']);
	expect(labelsAt('[Service]\nPIDFile=/etc/.<|>\n')).toEqual(['.hidden']);
});

test('names that would want quotes are offered only where blanks belong to a path', () => {
	expect(labelsAt('[Service]\nReadOnlyPaths=/etc/<|>\n')).not.toContain('my file');
	expect(labelsAt('[Service]\nRootImage=/etc/<|>\n')).toContain('my file');
});

test('where a folder is wanted, files are not offered', () => {
	expect(labelsAt('[Service]\nWorkingDirectory=/etc/<|>\n')).toEqual(['nginx/']);
});

test.each([
	['a folder ends in a slash', 'PIDFile=/etc/ng<|>', 'nginx/', 'PIDFile=/etc/nginx/'],
	['the slash that is there stays', 'PIDFile=/etc/n<|>/a', 'nginx/', 'PIDFile=/etc/nginx/a'],
	[
		'the rest of the name is replaced',
		'ReadOnlyPaths=/etc/n<|>ot /b',
		'nginx.conf',
		'ReadOnlyPaths=/etc/nginx.conf /b',
	],
	['a percent sign is no specifier', 'PIDFile=/etc/<|>', '50%.conf', 'PIDFile=/etc/50%%.conf'],
])('a name that is chosen is put in: %s', (_, line, label, after) => {
	const { text, unit, place } = placeAt(`[Service]\n${line}\n`);
	const found = place && pathCompletions(unit, place, entries);
	const item = found?.items.find((one) => one.label === label);
	expect(found && item && applyEdits(text, [{ span: found.replace, text: item.insertText }])).toBe(
		`[Service]\n${after}\n`,
	);
});
