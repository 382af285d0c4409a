// How long an editor waits for the server: from starting the process to the answer to `initialize`.

import { startServer } from './lsp-client.ts';
import type { Group } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 15;

/** The start of the server. */
export const serverStartGroup: Group = {
	name: 'server start',
	async measure({ repeat, emptyProcess }) {
		const times = await repeat(rounds, timeStart);
		const empty = emptyProcess();
		return [
			{ metric: 'to the result of initialize', value: median(times), unit: 'ms', n: rounds },
			{ metric: 'node -e 0', value: empty.value, unit: 'ms', n: empty.n },
			{ metric: 'start : empty process', value: median(times) / empty.value, unit: '×', n: rounds },
		];
	},
};

async function timeStart(): Promise<number> {
	const started = performance.now();
	const client = await startServer('pull');
	const time = performance.now() - started;
	await client.stop();
	return time;
}
