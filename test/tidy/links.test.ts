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

// npm leaves packages of other systems out of the lock where its registry does not have them, and `npm ci` then fails.
test('the lock file has every package that another may need, for every system', () => {
	const { packages } = JSON.parse(readProjectFile('package-lock.json'));
	const missing = Object.entries<{ optionalDependencies?: Record<string, string> }>(packages).flatMap(
		([parent, { optionalDependencies = {} }]) =>
			Object.keys(optionalDependencies).filter((name) => {
				const places = [`node_modules/${name}`, `${parent}/node_modules/${name}`];
				return !places.some((place) => place in packages);
			}),
	);
	expect(missing).toEqual([]);
});
