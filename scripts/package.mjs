// Builds the extension and packs it into fleet-units-<version>.vsix. What goes in is listed in .vscodeignore.
// usage: node scripts/package.mjs [file.vsix]
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { createVSIX } from '@vscode/vsce';
import { root } from './set-up.mjs';
import { main, run } from './steps.mjs';

await main(async () => {
	const { code } = await run(process.execPath, [path.join(root, 'scripts', 'build.mjs')]);
	if (code !== 0) return 1;
	await createVSIX({
		cwd: root,
		packagePath: path.resolve(process.argv[2] ?? defaultName()),
		// Everything needed is inside the bundles.
		dependencies: false,
		// Links in the README point at files of the project; there is no web address to rewrite them to.
		rewriteRelativeLinks: false,
		allowMissingRepository: true,
	});
	return 0;
});

function defaultName() {
	const { name, version } = JSON.parse(readFileSync(path.join(root, 'package.json'), 'utf8'));
	return path.join(root, `${name}-${version}.vsix`);
}
