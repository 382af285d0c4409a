// What `npm publish` would ship: the command line and its cluster half, the server and the pages of rules, without a build or a download.
import { execFileSync } from 'node:child_process';
import { existsSync } from 'node:fs';
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, root } from './files.ts';

test('the npm package holds what ships and nothing else', () => {
	const programs = ['dist/cli.cjs', 'dist/ctl.cjs', 'dist/server.cjs', 'dist/session.cjs', 'dist/texts.json'];
	const bundles = programs.filter((file) => existsSync(path.join(root, file)));
	const papers = ['CHANGELOG.md', 'LICENSE', 'README.md', 'package.json'];
	expect(packedFiles()).toEqual([...bundles, ...papers, ...filesBelow('docs/rules')].sort());
});

function packedFiles(): readonly string[] {
	const output = execFileSync('npm', ['pack', '--dry-run', '--json'], {
		cwd: root,
		encoding: 'utf8',
		stdio: ['ignore', 'pipe', 'ignore'],
	});
	// npm 11 gives an array, later ones an object by name.
	const packages = Object.values(JSON.parse(output)) as { files: { path: string }[] }[];
	return (packages[0]?.files ?? []).map((file) => file.path).sort();
}
