// Which files a run is about, in folders made for each test.

import { mkdirSync, symlinkSync } from 'node:fs';
import path from 'node:path';
import { describe, expect, test } from 'vitest';
import { findFiles } from '../../cli/src/files.ts';
import { folderWith } from '../support/cli.ts';

const paths = (named: readonly string[], cwd: string) => findFiles(named, cwd).files.map((file) => file.path);

describe('a folder', () => {
	test('gives the unit files in it and below it, by path', () => {
		const cwd = folderWith({
			'web.service': '',
			'b/web.socket': '',
			'b/web@.service': '',
			'a/deep/er/web.timer': '',
			'web.service.d/10-limits.conf': '',
			'web.service.in': '',
			'README.md': '',
			'other.d/10-limits.conf': '',
		});
		expect(paths(['.'], cwd)).toEqual([
			'a/deep/er/web.timer',
			'b/web.socket',
			'b/web@.service',
			'web.service',
			'web.service.d/10-limits.conf',
			'web.service.in',
		]);
	});

	test('is searched without hidden folders, hidden files, .git and node_modules', () => {
		const cwd = folderWith({
			'.git/a.service': '',
			'.cache/b.service': '',
			'node_modules/c/d.service': '',
			'.#e.service': '',
			'.service.d/10-all.conf': '',
		});
		expect(paths(['.'], cwd)).toEqual(['.service.d/10-all.conf']);
	});

	test('that is hidden is searched when it is named', () => {
		const cwd = folderWith({ '.config/systemd/user/web.service': '' });
		expect(paths(['.config'], cwd)).toEqual(['.config/systemd/user/web.service']);
	});

	test('is shown as it was named', () => {
		const cwd = folderWith({ 'units/web.service': '' });
		expect(paths(['./units/'], cwd)).toEqual(['units/web.service']);
		expect(paths(['./'], cwd)).toEqual(['units/web.service']);
		expect(paths(['../'], path.join(cwd, 'units'))).toEqual(['../units/web.service']);
		expect(paths([path.join(cwd, 'units')], '/')).toEqual([path.join(cwd, 'units/web.service')]);
	});

	test('without unit files is skipped by name', () => {
		const cwd = folderWith({ 'docs/README.md': '' });
		expect(findFiles(['docs'], cwd)).toEqual({ files: [], skipped: ['docs: no unit files in it'], faults: [] });
	});
});

describe('symbolic links', () => {
	test('to folders are not followed, so that loops end', () => {
		const cwd = folderWith({ 'units/web.service': '' });
		symlinkSync('..', path.join(cwd, 'units/up'));
		expect(paths(['.'], cwd)).toEqual(['units/web.service']);
	});

	test('to files are taken, but no file twice', () => {
		const cwd = folderWith({ 'a/units/web.service': '', 'elsewhere/other.service': '' });
		mkdirSync(path.join(cwd, 'a/multi-user.target.wants'));
		symlinkSync('../units/web.service', path.join(cwd, 'a/multi-user.target.wants/web.service'));
		symlinkSync('../elsewhere/other.service', path.join(cwd, 'a/other.service'));
		expect(paths(['a'], cwd)).toEqual(['a/other.service', 'a/units/web.service']);
	});

	test('that lead nowhere, round in a circle or to /dev/null are no files of the folder', () => {
		const cwd = folderWith({ 'web.service': '' });
		symlinkSync('/nowhere/gone.service', path.join(cwd, 'gone.service'));
		symlinkSync('loop.service', path.join(cwd, 'loop.service'));
		symlinkSync('/dev/null', path.join(cwd, 'masked.service'));
		expect(findFiles(['.'], cwd)).toMatchObject({ files: [{ path: 'web.service' }], skipped: [], faults: [] });
	});

	test('to a folder are followed when they are named', () => {
		const cwd = folderWith({ 'units/web.service': '' });
		symlinkSync('units', path.join(cwd, 'link'));
		expect(paths(['link'], cwd)).toEqual(['link/web.service']);
	});
});

describe('a named file', () => {
	test('is taken once, however often and in whatever way it is named', () => {
		const cwd = folderWith({ 'web.service': '' });
		expect(paths(['web.service', '.', path.join(cwd, 'web.service')], cwd)).toHaveLength(1);
	});

	test('keeps its absolute path for finding its name and settings', () => {
		const cwd = folderWith({ 'web.service.d/a.conf': '' });
		const { files } = findFiles(['a.conf'], path.join(cwd, 'web.service.d'));
		expect(files).toMatchObject([{ path: 'a.conf', absolute: path.join(cwd, 'web.service.d/a.conf') }]);
	});

	test('that has no unit file name is skipped', () => {
		const cwd = folderWith({ 'README.md': '' });
		expect(findFiles(['README.md'], cwd).skipped).toEqual(["README.md: not a unit file's name"]);
	});

	test('that is masked is skipped', () => {
		const cwd = folderWith({});
		symlinkSync('/dev/null', path.join(cwd, 'masked.service'));
		expect(findFiles(['masked.service'], cwd).skipped).toEqual(['masked.service: not a regular file']);
	});

	test('that cannot be found is a fault, with the reason', () => {
		const cwd = folderWith({ 'a.service': '' });
		symlinkSync('loop.service', path.join(cwd, 'loop.service'));
		expect(findFiles(['gone.service', 'a.service/b.service', 'loop.service'], cwd).faults).toEqual([
			'gone.service: no such file or folder',
			'a.service/b.service: no such file or folder',
			'loop.service: its symbolic links go round in a circle',
		]);
	});
});
