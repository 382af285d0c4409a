// Looking for texts and expressions in lines; what never ends is stopped.

import { Worker } from 'node:worker_threads';
import { expect, onTestFinished, test } from 'vitest';
import { finderOf, nothingSought, readSearch, type Searcher } from '../../../webviews/journal/finders.ts';
import { searcherIn, workerCode } from '../../../webviews/journal/search-worker.ts';

const lines = ['GET /index.html 200', 'connection refused (os error 111)', ''];
const unused = (): Searcher => {
	throw new Error('plain text needs no thread');
};

test('nothing is found everywhere', async () => {
	expect(await finderOf(nothingSought, unused).find(lines)).toEqual(lines.map(() => ({ from: 0, to: 0 })));
});

test('plain text is found whatever its case, and nothing in it is special', async () => {
	const find = (text: string) => finderOf({ text, isPattern: false }, unused).find(lines);
	expect(await find('REFUSED')).toEqual([undefined, { from: 11, to: 18 }, undefined]);
	expect(await find('(os')).toEqual([undefined, { from: 19, to: 22 }, undefined]);
	expect(await find('.*')).toEqual([undefined, undefined, undefined]);
});

test('expressions are tried in a thread of their own', async () => {
	const finder = finderOf({ text: '\\b[1-4]\\d\\d\\b', isPattern: true }, startThread, 20_000);
	expect(await finder.find(lines)).toEqual([{ from: 16, to: 19 }, { from: 29, to: 32 }, undefined]);
	expect(await finder.find(['no', 'HTTP 404'])).toEqual([undefined, { from: 5, to: 8 }]);
	finder.end();
});

test('an expression that would never end is given up', async () => {
	const finder = finderOf({ text: '(.+)+$^', isPattern: true }, startThread, 300);
	await expect(finder.find(['x'.repeat(60)])).rejects.toThrow('this expression takes too long on some lines');
});

test('what is no expression is said at once', () => {
	expect(() => finderOf({ text: '(', isPattern: true }, unused)).toThrow(
		'this is no regular expression: Unterminated group',
	);
});

test.each([
	[
		{ text: 'a', isPattern: true },
		{ text: 'a', isPattern: true },
	],
	[undefined, nothingSought],
	[{ text: 3, isPattern: 'yes' }, nothingSought],
	['a', nothingSought],
])('a page that remembers %j searches for %j', (remembered, search) => {
	expect(readSearch(remembered)).toEqual(search);
});

/** The worker's code, in the threads that Node has in place of the browser's. */
function startThread(): Searcher {
	const names = `const { parentPort } = require('node:worker_threads');
		const postMessage = (message) => parentPort.postMessage(message);
		parentPort.on('message', (data) => onmessage({ data }));
		var onmessage;`;
	const thread = new Worker(names + workerCode, { eval: true });
	const terminate = () => void thread.terminate();
	onTestFinished(terminate);
	return searcherIn({
		postMessage: (message) => thread.postMessage(message),
		onMessage: (listener) => thread.on('message', listener),
		terminate,
	});
}
