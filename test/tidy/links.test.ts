// Links and pictures in the project's pages lead to files that are there, and pages say nothing of other machines.
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, readProjectFile, root } from './files.ts';

const pages = filesBelow('.').filter((file) => file.endsWith('.md'));

test.each(pages)('%s links to files that are there', (page) => {
	const links = [...readProjectFile(page).matchAll(/\]\(([^)\s]+)\)/g)].map(([, link = '']) => link);
	const broken = links
		.filter((link) => !/^[a-z]+:|^#/.test(link))
		.map((link) => link.replace(/#.*$/, ''))
		.filter((link) => !existsSync(path.join(root, path.dirname(page), link)));
	expect(broken).toEqual([]);
});

test('the lock files name no download host', () => {
	for (const lock of ['package-lock.json', 'test/editor/package-lock.json']) {
		expect(readProjectFile(lock)).not.toMatch(/"resolved"/);
	}
});
