// How long an editor waits for what is drawn into a unit file: semantic tokens and inlay hints, of a screenful and of
// the whole large file.

import path from 'node:path';
import { concatenate } from './corpus.ts';
import { largeLength } from './large-file.ts';
import { startServer } from './lsp-client.ts';
import { openDocument, type Place } from './open-document.ts';
import { type Group, type Row, type Stage, timed } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 5;
const perRound = 20;
const screenLines = 50;

/** Tokens and hints of a large file, whole and in part. */
export const tokensAndHintsGroup: Group = {
	name: 'tokens and hints',
	async measure(stage) {
		const sessions = await stage.repeat(rounds, () => runSession(stage));
		const row = (metric: string, times: readonly number[]): Row => {
			return { metric: `${metric}, p50`, value: median(times), unit: 'ms', n: times.length };
		};
		return requests.map(({ metric }) =>
			row(
				metric,
				sessions.flatMap((times) => times.get(metric) ?? []),
			),
		);
	},
};

const requests = [
	{ metric: 'tokens, a screenful', method: 'semanticTokens/range', isWhole: false },
	{ metric: 'tokens, 0.42 MB file', method: 'semanticTokens/full', isWhole: true },
	{ metric: 'hints, a screenful', method: 'inlayHint', isWhole: false },
	{ metric: 'hints, 0.42 MB file', method: 'inlayHint', isWhole: true },
] as const;

async function runSession({ corpus }: Stage): Promise<ReadonlyMap<string, readonly number[]>> {
	const client = await startServer('pull');
	client.notify('workspace/didChangeConfiguration', { settings: { fleetUnits: { inlayHints: 'all' } } });
	const text = concatenate(corpus, largeLength);
	const { document } = await openDocument(client, 'pull', path.join(corpus.folder, 'large.service'), text);
	const { textDocument, position: start } = document.at({ line: 0, character: 0 });
	const lines = text.split('\n').length;
	const found = new Map<string, readonly number[]>();
	for (const { metric, method, isWhole } of requests) {
		const end: Place = { line: isWhole ? lines : screenLines, character: 0 };
		const ask = () => client.request(`textDocument/${method}`, { textDocument, range: { start, end } });
		const times: number[] = [];
		for (let request = 0; request < perRound; request++) times.push(await timed(ask));
		found.set(metric, times);
	}
	await client.stop();
	return found;
}
