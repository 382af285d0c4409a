// Every source file opens with what it is, and every export says what it does.
import { expect, test } from 'vitest';
import { filesBelow, readProjectFile, sourceFolders } from './files.ts';

const sources = sourceFolders.flatMap(filesBelow).filter((file) => file.endsWith('.ts'));
const scripts = ['scripts', 'test'].flatMap(filesBelow).filter((file) => /\.(ts|mjs|cjs)$/.test(file));

test.each([...sources, ...scripts])('%s opens with a comment', (file) => {
	expect(readProjectFile(file)).toMatch(/^(?:#!.*\n)?\/\/ \S/);
});

test.each(sources)('%s documents its exports', (file) => {
	const lines = readProjectFile(file).split('\n');
	const bare = lines.filter((line, index) => {
		const declares = /^export (?:async )?(?:const|function|class|interface|type [A-Za-z<>]+ ?=)/.test(line);
		return declares && !/\*\/$/.test(lines[index - 1] ?? '');
	});
	expect(bare).toEqual([]);
});
