// How long an editor waits for diagnostics after opening a file and after a keystroke, over a part of the corpus.

import path from 'node:path';
import { sample } from './corpus.ts';
import { type DiagnosticsBy, startServer } from './lsp-client.ts';
import { openDocument } from './open-document.ts';
import type { Group, Row, Stage } from './stage.ts';
import { median, percentile } from './statistics.ts';

const rounds = 5;

/** How many files are opened and changed. A server that pushes waits until typing rests, so these are few. */
const counts = { pull: { opened: 100, changed: 100 }, push: { opened: 100, changed: 8 } } as const;

/** Opening and changing ordinary files. */
export const serverDiagnosticsGroup: Group = {
	name: 'diagnostics',
	async measure(stage) {
		return [...(await measureBy('pull', stage)), ...(await measureBy('push', stage))];
	},
};

async function measureBy(by: DiagnosticsBy, stage: Stage): Promise<readonly Row[]> {
	const sessions = await stage.repeat(rounds, () => runSession(by, stage));
	const opened = sessions.flatMap((session) => session.opened);
	const changed = sessions.flatMap((session) => session.changed);
	const change = by === 'push' ? 'change → push, when typing rests' : 'change → pull';
	const row = (metric: string, value: number, n: number): Row => ({ metric, value, unit: 'ms', n });
	return [
		row(`open → ${by}, p50`, median(opened), opened.length),
		row(`open → ${by}, p99`, percentile(opened, 99), opened.length),
		row(`${change}, p50`, median(changed), changed.length),
		row(`${change}, p99`, percentile(changed, 99), changed.length),
	];
}

async function runSession(by: DiagnosticsBy, { corpus }: Stage) {
	const client = await startServer(by);
	const opened: number[] = [];
	const changed: number[] = [];
	for (const { path: file, text } of sample(corpus, counts[by].opened)) {
		const open = await openDocument(client, by, path.join(corpus.folder, file), text);
		opened.push(open.opened);
		if (changed.length < counts[by].changed) changed.push(await open.document.typeAndWait(by));
		open.document.close();
	}
	await client.stop();
	return { opened, changed };
}
