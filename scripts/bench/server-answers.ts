// How long an editor waits for completion and hover in an ordinary unit.

import { type LspClient, startServer } from './lsp-client.ts';
import type { Place } from './open-document.ts';
import { type Group, type Row, type Stage, timed } from './stage.ts';
import { median } from './statistics.ts';
import { carets, openTypicalUnit } from './typical-unit.ts';

const rounds = 5;
const warmUpRequests = 20;
const requestsPerRound = 100;

/** Completion of keys and of values. */
export const completionGroup: Group = {
	name: 'completion',
	async measure(stage) {
		const request = 'textDocument/completion';
		return [
			...(await measureRequest(stage, request, 'key', carets.key, 'items of the key list')),
			...(await measureRequest(stage, request, 'value', carets.value, 'items of the value list')),
		];
	},
};

/** Hover over a key. */
export const hoverGroup: Group = {
	name: 'hover',
	measure: (stage) => measureRequest(stage, 'textDocument/hover', 'key', carets.hover),
};

async function measureRequest(
	{ repeat, corpus }: Stage,
	method: string,
	metric: string,
	place: Place,
	itemsMetric?: string,
): Promise<readonly Row[]> {
	const client = await startServer('pull');
	const document = await openTypicalUnit(client, corpus.folder);
	const ask = async () => countItems(method, await client.request<Answer>(method, document.at(place)));
	for (let request = 1; request < warmUpRequests; request++) await ask();
	const items = await ask();
	const times = (await repeat(rounds, () => timeRound(ask))).flat();
	await client.stop();
	const time: Row = { metric: `${metric}, p50`, value: median(times), unit: 'ms', n: times.length };
	return itemsMetric === undefined ? [time] : [time, { metric: itemsMetric, value: items, unit: 'items', n: 1 }];
}

async function timeRound(ask: () => Promise<unknown>): Promise<readonly number[]> {
	const times: number[] = [];
	for (let request = 0; request < requestsPerRound; request++) times.push(await timed(ask));
	return times;
}

/** An answer with nothing in it is no answer: what it costs would say nothing. */
function countItems(method: string, answer: Answer): number {
	const items = answer?.items?.length ?? Number(answer !== null && answer !== undefined);
	if (items === 0)
		throw new Error(`${method} has found nothing to answer: the server or the measured unit is at fault`);
	return items;
}

/** A completion list, or anything else without items. */
type Answer = { readonly items?: readonly unknown[] } | null | undefined;

/** The requests of a short session, for measurements of what they leave behind. */
export async function askAround(client: LspClient, folder: string): Promise<void> {
	const document = await openTypicalUnit(client, folder);
	for (let request = 0; request < requestsPerRound; request++) {
		await client.request('textDocument/completion', document.at(carets.key));
		await client.request('textDocument/hover', document.at(carets.hover));
	}
}
