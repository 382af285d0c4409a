// The recorded runs of the real fleetctl v1.0.0, test/fixtures/fleet-recordings/fleetctl.jsonl, each with what fleet
// answered it; and a server that gives the same answers again.

import { mkdirSync, readFileSync } from 'node:fs';
import { createServer } from 'node:http';
import path from 'node:path';
import { onTestFinished } from 'vitest';
import { type Exchange, readExchanges } from '../../cluster/exchanges.ts';
import { folderWith } from '../../support/cli.ts';

/** One run of fleetctl. */
export interface FleetctlRun {
	/** The moment at which it ended. */
	readonly t: string;
	readonly ms: number;
	readonly scenario: string;
	readonly args: readonly string[];
	/** Files in its folder. */
	readonly files: Readonly<Record<string, string>> | null;
	readonly exit: number;
	readonly stdout: string;
	readonly stderr: string;
}

/** All runs, in the order in which they happened. */
export function readRuns(): readonly FleetctlRun[] {
	const file = new URL('../../fixtures/fleet-recordings/fleetctl.jsonl', import.meta.url);
	// The file is a fixed recording, so its shape is known.
	return readFileSync(file, 'utf8')
		.trimEnd()
		.split('\n')
		.map((line) => JSON.parse(line) as FleetctlRun);
}

/** Bodies by path, as fleet gave them during a run; of what was not asked then, as it was before. */
export function answersDuring(run: FleetctlRun): ReadonlyMap<string, Exchange> {
	const end = Date.parse(run.t) + 5;
	const answers = new Map<string, Exchange>();
	for (const exchange of inOrder()) {
		if (Date.parse(exchange.t) > end) break;
		if (exchange.method === 'GET') answers.set(pathOf(exchange.path), exchange);
	}
	return answers;
}

/** Whether what fleet answered to a run was recorded; it was not where fleetctl went by another road. */
export function isAnswered({ t, ms }: FleetctlRun): boolean {
	const [begin, end] = [Date.parse(t) - ms - 30, Date.parse(t) + 5];
	return inOrder().some((exchange) => {
		const at = Date.parse(exchange.t);
		return exchange.via === 'fleetctl' && at >= begin && at <= end;
	});
}

/** A server of fleet's API that has these answers and no others. Gives its endpoint; it ends with the test. */
export async function serve(answers: ReadonlyMap<string, Exchange>): Promise<string> {
	const folder = path.join(folderWith({}), 'run');
	mkdirSync(folder, { mode: 0o700 });
	const server = createServer((request, response) => {
		const answer = answers.get(pathOf(request.url ?? ''));
		response.writeHead(answer?.status ?? 404, { 'content-type': 'application/json', server: 'fleetd/v1.0.0' });
		response.end(answer?.response_body ?? '{"error":{"code":404,"message":""}}');
	});
	await new Promise<void>((resolve) => server.listen(path.join(folder, 'fleet.sock'), resolve));
	onTestFinished(() => {
		server.closeAllConnections();
		server.close();
	});
	return `unix://${folder}/fleet.sock`;
}

let sorted: readonly Exchange[] | undefined;

function inOrder(): readonly Exchange[] {
	sorted ??= readExchanges().toSorted((a, b) => Date.parse(a.t) - Date.parse(b.t));
	return sorted;
}

/** Without the query, which fleetctl always adds and which changes nothing. */
function pathOf(target: string): string {
	const [bare = ''] = target.split('?');
	return bare.replaceAll('%40', '@');
}
