// A large workspace: how long until rules across files have read it all, how long requests wait meanwhile, and what an
// edit costs that other files depend on.

import path from 'node:path';
import { generateCorpus, writeCorpus } from './corpus.ts';
import { type LspClient, startServer } from './lsp-client.ts';
import { memoryOf } from './memory.ts';
import { type OpenDocument, openDocument } from './open-document.ts';
import { type Group, type Row, timed } from './stage.ts';
import { median, percentile } from './statistics.ts';
import { carets, openTypicalUnit } from './typical-unit.ts';

const rounds = 3;
const files = 10_000;
const edits = 50;
const seed = 2;

const server = ['[Service]', 'ExecStart=/usr/bin/web', '[X-Fleet]', 'MachineMetadata=role=web', ''].join('\n');
const sidekick = ['[Unit]', 'BindsTo=web.service', 'After=web.service', '[X-Fleet]', 'MachineOf=web.service', ''].join(
	'\n',
);

/** 10,000 unit files read by a server that has just been started, and edits after that. */
export const workspaceGroup: Group = {
	name: 'workspace',
	async measure({ repeat }) {
		const folder = writeCorpus([
			...generateCorpus(files - 2, seed),
			{ path: 'web.service', text: server },
			{ path: 'web-announce.service', text: sidekick },
		]);
		const sessions = await repeat(rounds, () => runSession(folder));
		const waits = sessions.flatMap((session) => session.waits);
		const edited = sessions.flatMap((session) => session.edited);
		const memory = sessions.flatMap((session) => session.memory ?? []);
		const row = (metric: string, value: number, n: number): Row => ({ metric, value, unit: 'ms', n });
		return [
			row('10,000 files, cold', median(sessions.map((session) => session.indexed)), rounds),
			row('a hover meanwhile, p50', median(waits), waits.length),
			row('a hover meanwhile, longest', percentile(waits, 100), waits.length),
			row('edit → pull of it and of a file that depends on it, p50', median(edited), edited.length),
			row('edit → pull of it and of a file that depends on it, p99', percentile(edited, 99), edited.length),
			{ metric: 'memory', value: memory.length === 0 ? undefined : median(memory), unit: 'MB', n: memory.length },
		];
	},
};

async function runSession(folder: string) {
	const client = await startServer('pull', folder);
	const done = { yet: false };
	const complete = client.logged(/^unit files for rules across files: \d+$/).then(() => {
		done.yet = true;
	});
	const started = performance.now();
	const typical = await openTypicalUnit(client, folder);
	const hovering = hoverUntil(client, typical, done);
	await complete;
	const indexed = performance.now() - started;
	const waits = await hovering;
	const edited = await editAndPull(client, folder);
	const memory = memoryOf(client.pid)?.now;
	await client.stop();
	return { indexed, waits, edited, memory };
}

async function hoverUntil(client: LspClient, document: OpenDocument, done: { readonly yet: boolean }) {
	const waits: number[] = [];
	while (!done.yet) {
		waits.push(await timed(() => client.request('textDocument/hover', document.at(carets.hover))));
		await new Promise((resolve) => setTimeout(resolve, 20));
	}
	return waits;
}

async function editAndPull(client: LspClient, folder: string): Promise<readonly number[]> {
	const { document: main } = await openDocument(client, 'pull', path.join(folder, 'web.service'), server);
	const { document: other } = await openDocument(client, 'pull', path.join(folder, 'web-announce.service'), sidekick);
	const { textDocument } = other.at({ line: 0, character: 0 });
	const times: number[] = [];
	for (let edit = 0; edit < edits; edit++) {
		times.push(
			await timed(async () => {
				await main.typeAndWait('pull');
				await client.request('textDocument/diagnostic', { textDocument });
			}),
		);
	}
	return times;
}
