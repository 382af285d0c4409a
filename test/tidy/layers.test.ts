// Who may import whom. This table is the authority; references of `tsc -b` are transitive and miss some.
import path from 'node:path';
import { expect, test } from 'vitest';
import { filesBelow, readProjectFile, sourceFolders } from './files.ts';

const foundations = ['core/src/syntax', 'core/src/catalogue'];

/** Folder → folders and packages that it may import, beside itself. The longest folder that fits a file counts. */
const mayImport: Readonly<Record<string, readonly string[]>> = {
	'core/src/syntax': [],
	'core/src/catalogue': ['core/src/syntax'],
	'core/src/values': foundations,
	'core/src/fleet': ['core/src/syntax'],
	'core/src/workspace': ['core/src/syntax', 'core/src/catalogue', 'core/src/fleet'],
	'core/src/rules': [...foundations, 'core/src/values', 'core/src/fleet', 'core/src/workspace'],
	'core/src/features': [...foundations, 'core/src/values', 'core/src/fleet', 'core/src/workspace', 'core/src/rules'],
	'core/src': [...foundations, 'core/src/fleet', 'core/src/workspace', 'core/src/rules', 'core/src/features'],
	'protocol/src': ['vscode-languageserver-protocol'],
	'server/src': [
		...['core/src/index.ts', 'core/src/texts.ts', 'protocol/src', 'node:'],
		...['vscode-languageserver/node', 'vscode-languageserver-textdocument'],
	],
	'cluster/src': ['core/src/syntax', 'core/src/fleet', 'node:'],
	'cli/src': ['core/src/index.ts', 'server/src/main.ts', 'cluster/src', 'node:'],
	'client/src': [
		...['protocol/src', 'cluster/src', 'core/src/fleet', 'node:'],
		...['vscode', 'vscode-languageclient/node'],
	],
	'webviews/support': [],
	'webviews/journal': ['webviews/support', 'client/src/journal'],
	'webviews/placement': ['webviews/support', 'client/src/placement', 'cluster/src/decode.ts'],
};

interface Import {
	readonly file: string;
	readonly target: string;
}

const imports = sourceFolders.flatMap((folder) => filesBelow(folder).flatMap(importsOf));

test('no import runs against the layers', () => {
	expect(imports.length).toBeGreaterThan(100);
	const forbidden = imports.filter(({ file, target }) => !isAllowed(folderOf(file), target));
	expect(forbidden.map(({ file, target }) => `${file} may not import ${target}`)).toEqual([]);
});

test('the core knows no clock, no chance, no console and nothing asynchronous', () => {
	const impure =
		/\bDate\.now\b|\bnew Date\b|\bMath\.random\b|\bconsole\.|\basync\b|\bawait\b|\bPromise\b|\bsetTimeout\b/;
	const found = filesBelow('core/src').filter((file) => impure.test(withoutTexts(readProjectFile(file))));
	expect(found).toEqual([]);
});

// Standard output belongs to the protocol there: one stray word ends the session.
test('server and extension print nothing to standard output', () => {
	const writers = ['server/src', 'client/src', 'protocol/src'].flatMap(filesBelow);
	expect(writers.filter((file) => /(?<![.\w])console\.(?!error)/.test(withoutTexts(readProjectFile(file))))).toEqual(
		[],
	);
});

function importsOf(file: string): readonly Import[] {
	const statement =
		/(?:^|\n)\s*(?:import|export)\b[^'";]*?from\s*'([^']+)'|\bimport\(\s*'([^']+)'\s*\)|(?:^|\n)import\s*'([^']+)'/g;
	return [...readProjectFile(file).matchAll(statement)].map(([, from, dynamic, bare]) => {
		const target = from ?? dynamic ?? bare ?? '';
		return { file, target: target.startsWith('.') ? path.posix.join(path.posix.dirname(file), target) : target };
	});
}

function folderOf(file: string): string {
	const folders = Object.keys(mayImport).filter((folder) => file.startsWith(`${folder}/`));
	const [longest] = folders.sort((a, b) => b.length - a.length);
	if (longest === undefined) throw new Error(`${file} stands in no folder of the table`);
	return longest;
}

function isAllowed(folder: string, target: string): boolean {
	if (target.startsWith(`${folder}/`)) return true;
	return (mayImport[folder] ?? []).some(
		(allowed) => target === allowed || target.startsWith(allowed.endsWith(':') ? allowed : `${allowed}/`),
	);
}

/** The code without comments and string texts, where words such as “await” are prose. */
function withoutTexts(code: string): string {
	return code.replace(/\/\*[\s\S]*?\*\/|\/\/.*|'(?:\\.|[^'\\\n])*'|`(?:\\.|[^`\\])*`/g, '');
}
