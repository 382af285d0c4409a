// What is in the packed extension: everything that ships, and nothing else.
import { readdirSync } from 'node:fs';
import path from 'node:path';
import { beforeAll, describe, expect, test } from 'vitest';
import { root, vsix } from './support.ts';
import { listZip } from './zip.ts';

describe('the packed extension', () => {
	let names: readonly string[];
	beforeAll(async () => {
		names = await listZip(vsix);
	});

	test('holds the programs, the language files, the rule pages and the papers, and nothing else', () => {
		const pages = ['rules', 'walkthrough'].flatMap((folder) =>
			readdirSync(path.join(root, 'docs', folder)).map((name) => `docs/${folder}/${name}`),
		);
		const expected = [
			'LICENSE.txt',
			'changelog.md',
			'dist/askpass.cjs',
			'dist/cli.cjs',
			'dist/clusters.cjs',
			'dist/ctl.cjs',
			'dist/extension.cjs',
			'dist/journal-view.css',
			'dist/journal-view.js',
			'dist/language.cjs',
			'dist/placement-view.css',
			'dist/placement-view.js',
			'dist/server.cjs',
			'dist/session.cjs',
			'dist/texts.json',
			'images/fleet.svg',
			'images/icon.png',
			'language-configuration.json',
			'package.json',
			'readme.md',
			'snippets/systemd-unit.json',
			'syntaxes/systemd-unit.tmLanguage.json',
			...pages,
		].map((name) => `extension/${name}`);
		expect(names).toEqual([...expected, '[Content_Types].xml', 'extension.vsixmanifest'].sort());
	});

	test('has a page for at least one rule', () => {
		expect(names.filter((name) => name.startsWith('extension/docs/rules/'))).not.toEqual([]);
	});
});
