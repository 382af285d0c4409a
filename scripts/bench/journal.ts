// How fast lines of journals go through us, from what the cluster library gives to what the page shows: made into rows,
// kept, sent in messages and checked there, kept again, and looked through. The network and the screen are not in it.

import { type ToPage, toPageMessage } from '../../client/src/journal/messages.ts';
import { createOutbox } from '../../client/src/journal/outbox.ts';
import { createRowMaker } from '../../client/src/journal/row-maker.ts';
import { systemTiming } from '../../client/src/journal/timing.ts';
import type { JournalLine } from '../../cluster/src/model.ts';
import { finderOf, nothingSought } from '../../webviews/journal/finders.ts';
import { createModel, type Model } from '../../webviews/journal/model.ts';
import type { Group } from './stage.ts';
import { timed } from './stage.ts';
import { median } from './statistics.ts';

const lineCount = 100_000;
const journals = 5;
const rounds = 5;

/** 100,000 lines of five journals, all the way; and a search through them once they are there. */
export const journalGroup: Group = {
	name: 'journal',
	async measure(stage) {
		const lines = Array.from({ length: lineCount }, (_, nth) => makeLine(nth));
		let model = emptyModel();
		const through = await stage.repeat(rounds, async () => {
			model = emptyModel();
			return await timed(() => sendThrough(lines, model));
		});
		const search = await stage.repeat(rounds, () => timed(() => searchFor(model, 'took 77 ms')));
		return [
			{ metric: 'throughput', value: lineCount / (median(through) / 1000), unit: 'lines/s', n: rounds },
			{ metric: '100,000 lines searched for a text', value: median(search), unit: 'ms', n: rounds },
		];
	},
};

function makeLine(nth: number): JournalLine {
	return {
		at: 1_700_000_000_000 + nth * 3 - (nth % 7),
		unit: 'web@1.service',
		machineId: 'a'.repeat(32),
		message: `GET /shop/items/${nth}?page=${nth % 40} 200 took ${nth % 1000} ms "Mozilla/5.0 (X11; Linux x86_64)"`,
		priority: 6,
		identifier: 'docker',
		pid: 400 + (nth % journals),
		cursor: `s=0;i=${nth}`,
	};
}

function emptyModel(): Model {
	const failed = (error: unknown) => {
		throw error;
	};
	return createModel(finderOf(nothingSought, noThread), { changed: () => {}, failed }, breathe);
}

/** Without the pauses between messages, which are there for the page's sake. */
async function sendThrough(lines: readonly JournalLine[], model: Model): Promise<void> {
	const end = new AbortController();
	let ids = 0;
	const makers = Array.from({ length: journals }, (_, source) => createRowMaker(source, () => ids++));
	const outbox = createOutbox({
		post: async (message) => take(model, message),
		start: (dropped) => ({ kind: 'start', dropped, reading: { lines: lineCount, priority: 7 }, ...followed }),
		sources: () => ({ kind: 'sources', ...followed }),
		timing: { ...systemTiming, wait: breathe },
		signal: end.signal,
	});
	outbox.pageIsReady();
	for (const [nth, line] of lines.entries()) {
		outbox.add(makers[nth % journals]?.({ kind: 'line', line }) ?? []);
		// Lines come in pieces, as they do from a socket.
		if (nth % 500 === 0) await breathe();
	}
	while (model.total() < lines.length || model.isSearching()) await breathe();
	end.abort();
}

const followed = { title: 'web@.service', sources: [], canOpenTerminal: false };

/** A message is a text between the extension host and the page. */
function take(model: Model, message: ToPage): void {
	const read = toPageMessage(JSON.parse(JSON.stringify(message)), 'message');
	if (read.kind === 'rows') model.add(read.rows);
}

async function searchFor(model: Model, text: string): Promise<void> {
	model.setFinder(finderOf({ text, isPattern: false }, noThread));
	while (model.isSearching()) await breathe();
}

function noThread(): never {
	throw new Error('plain text needs no thread');
}

function breathe(): Promise<void> {
	return new Promise((resolve) => setImmediate(resolve));
}
