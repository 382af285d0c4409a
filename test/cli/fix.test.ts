// Safe fixes on texts, and how the mended file gets to the disk.

import { chmodSync, lstatSync, readdirSync, readFileSync, statSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { fixText, replaceFile } from '../../cli/src/fix.ts';
import { decodeUnit, encodeUnit } from '../../cli/src/unit-text.ts';
import { defaultSettings, readUnitFileName } from '../../core/src/index.ts';
import { folderWith } from '../support/cli.ts';

const context = { ...defaultSettings, file: readUnitFileName('web.service') };

describe('fixing a text', () => {
	test('mends what can be mended safely and gives the problems that are left', () => {
		const fixed = fixText('[Service]\nExecStrat=/bin/true\nColour=blue\n', context);
		expect(fixed).toMatchObject({
			text: '[Service]\nExecStart=/bin/true\nColour=blue\n',
			problems: [{ rule: 'unknown-directive', span: { start: 30, end: 36 } }],
			fixed: 1,
		});
	});

	test('goes on with what the first fixes uncover', () => {
		const { text, fixed } = fixText('[Serivce]\nExecStrat=/bin/true\n', context);
		expect(text).toBe('[Service]\nExecStart=/bin/true\n');
		expect(fixed).toBe(2);
	});

	test('keeps byte order mark, line ends and stray bytes', () => {
		const before = Buffer.concat([
			Buffer.from('\ufeff# '),
			Buffer.from([0xe9, 0xff]),
			Buffer.from('\r\n[Service]\r\nExecStrat=/bin/true\r\nType=simple'),
		]);
		const after = Buffer.from(encodeUnit(fixText(decodeUnit(before), context).text));
		expect(after.toString('latin1')).toBe(before.toString('latin1').replace('ExecStrat', 'ExecStart'));
	});

	test('leaves a sound text alone', () => {
		const text = '[Service]\nExecStart=/bin/true\n';
		expect(fixText(text, context)).toEqual({ text, problems: [], fixed: 0 });
	});
});

describe('replacing a file', () => {
	test('keeps its mode and leaves nothing else behind', () => {
		const cwd = folderWith({ 'web.service': 'old' });
		const file = path.join(cwd, 'web.service');
		chmodSync(file, 0o640);
		replaceFile(file, Buffer.from('new'));
		expect(readFileSync(file, 'utf8')).toBe('new');
		expect(statSync(file).mode & 0o7777).toBe(0o640);
		expect(readdirSync(cwd)).toEqual(['web.service']);
	});

	test('writes through a symbolic link', () => {
		const cwd = folderWith({ 'real/web.service': 'old' });
		const link = path.join(cwd, 'web.service');
		symlinkSync('real/web.service', link);
		replaceFile(link, Buffer.from('new'));
		expect(lstatSync(link).isSymbolicLink()).toBe(true);
		expect(readFileSync(path.join(cwd, 'real/web.service'), 'utf8')).toBe('new');
		expect(readdirSync(cwd)).toEqual(['real', 'web.service']);
	});

	test('leaves nothing behind when it fails', () => {
		const cwd = folderWith({ 'web.service/inside': '' });
		expect(() => replaceFile(path.join(cwd, 'web.service'), Buffer.from('new'))).toThrow();
		expect(readdirSync(cwd)).toEqual(['web.service']);
	});
});
