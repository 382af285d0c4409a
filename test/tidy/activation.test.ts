// What every window waits for is small: the bundle that VS Code loads first has neither the language client nor anything
// about clusters in it.
import path from 'node:path';
import { expect, test } from 'vitest';
import { readProjectFile } from './files.ts';

test('the extension starts without the language client and without clusters', () => {
	const { files, packages } = loadedBy('client/src/extension.ts');
	expect(files).toContain('client/src/clusters/lazy-window.ts');
	expect([...packages].filter((name) => !name.startsWith('node:')).sort()).toEqual(['vscode']);
	expect([...files].filter((file) => !/^(?:client|protocol)\/src\//.test(file))).toEqual([]);
});

/** A file with all that it imports at once, and that these import; what is imported for its types alone counts not. */
function loadedBy(entry: string): { readonly files: ReadonlySet<string>; readonly packages: ReadonlySet<string> } {
	const files = new Set<string>();
	const packages = new Set<string>();
	const visit = (file: string) => {
		if (files.has(file)) return;
		files.add(file);
		for (const name of importsOf(readProjectFile(file))) {
			if (name.startsWith('.')) visit(path.posix.join(path.posix.dirname(file), name));
			else packages.add(name);
		}
	};
	visit(entry);
	return { files, packages };
}

function importsOf(code: string): readonly string[] {
	const statements = code.matchAll(/^import (?!type )[^;]*?from '([^']+)';/gm);
	return [...statements].map(([, name = '']) => name);
}
