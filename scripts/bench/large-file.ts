// A file of 0.42 MB, far larger than any unit should be: units of the corpus one after the other.

import path from 'node:path';
import { concatenate } from './corpus.ts';
import { startServer } from './lsp-client.ts';
import { type OpenDocument, openDocument } from './open-document.ts';
import { type Group, type Row, type Stage, timed } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 5;
const perRound = 8;

/** How long the large file is, in characters. */
export const largeLength = 420_000;

/** What a large file costs in an editor. */
export const largeFileGroup: Group = {
	name: '0.42 MB file',
	async measure(stage) {
		const sessions = await stage.repeat(rounds, () => runSession(stage));
		const row = (metric: string, times: readonly number[]): Row => {
			return { metric, value: median(times), unit: 'ms', n: times.length };
		};
		return [
			row(
				'open → pull',
				sessions.map(({ opened }) => opened),
			),
			row(
				'change → pull, p50',
				sessions.flatMap(({ changed }) => changed),
			),
			row(
				'key completion, p50',
				sessions.flatMap(({ completed }) => completed),
			),
			row(
				'change → key completion, p50',
				sessions.flatMap(({ typed }) => typed),
			),
			{ metric: 'diagnostics', value: sessions[0]?.diagnostics, unit: 'items', n: 1 },
		];
	},
};

async function runSession({ corpus }: Stage) {
	const client = await startServer('pull');
	const text = concatenate(corpus, largeLength);
	const file = path.join(corpus.folder, 'large.service');
	const { document, opened, diagnostics } = await openDocument(client, 'pull', file, text);
	const caret = keyCaret(document, text);
	const complete = () => client.request('textDocument/completion', caret);
	const changed = await times(() => document.typeAndWait('pull'));
	const completed = await times(() => timed(complete));
	const typed = await times(() => {
		document.type();
		return timed(complete);
	});
	await client.stop();
	return { opened, diagnostics, changed, completed, typed };
}

async function times(measure: () => Promise<number>): Promise<readonly number[]> {
	const measured: number[] = [];
	for (let at = 0; at < perRound; at++) measured.push(await measure());
	return measured;
}

/** The key of the first entry of the last [Service] section: far down, and nothing but a key. */
function keyCaret(document: OpenDocument, text: string) {
	const before = text.slice(0, text.lastIndexOf('[Service]\n') + '[Service]\n'.length);
	return document.at({ line: before.split('\n').length - 1, character: 0 });
}
