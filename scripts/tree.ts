// `npm run tree <file>`: prints the parsed tree of a unit file. A debug helper for people.
import { readFileSync } from 'node:fs';
import { parse } from '../core/src/syntax/parse.ts';
import { printTree } from '../core/src/syntax/print.ts';

const file = process.argv[2];
if (file === undefined) {
	console.error('usage: npm run tree <file>');
	process.exit(2);
}
console.log(printTree(parse(readFileSync(file, 'utf8'))));
