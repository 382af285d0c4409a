// The resident memory of the server, where Linux tells it: now (VmRSS), and the most it ever was (VmHWM; proc(5)).

import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { readFileSync } from 'node:fs';
import path from 'node:path';
import { concatenate, sample } from './corpus.ts';
import { largeLength } from './large-file.ts';
import { type LspClient, startServer } from './lsp-client.ts';
import { openDocument } from './open-document.ts';
import { askAround } from './server-answers.ts';
import type { Group, Row, Stage } from './stage.ts';
import { median } from './statistics.ts';

const rounds = 5;

interface Memory {
	readonly now: number;
	readonly peak: number;
}

/** Memory at the start, after work in one file, with many files open, and with a large one. */
export const memoryGroup: Group = {
	name: 'memory',
	async measure(stage) {
		const sessions = await stage.repeat(rounds, () => runSession(stage));
		const row = (metric: string, pick: (session: Session) => number | undefined): Row => {
			const values = sessions.flatMap((session) => pick(session) ?? []);
			return { metric, value: values.length === 0 ? undefined : median(values), unit: 'MB', n: values.length };
		};
		return [
			row('node that waits', ({ empty }) => empty?.now),
			row('after initialize', ({ started }) => started?.now),
			row('after 100 completions and hovers', ({ asked }) => asked?.now),
			row('after 100 files', ({ used }) => used?.now),
			row('after 100 files, peak', ({ used }) => used?.peak),
			row('after the 0.42 MB file', ({ large }) => large?.now),
			row('after the 0.42 MB file, peak', ({ large }) => large?.peak),
		];
	},
};

type Session = Awaited<ReturnType<typeof runSession>>;

async function runSession({ corpus }: Stage) {
	const empty = await waitingProcess();
	const client = await startServer('pull');
	const started = memoryOf(client.pid);
	await askAround(client, corpus.folder);
	const asked = memoryOf(client.pid);
	for (const { path: file, text } of sample(corpus, 100)) await visit(client, path.join(corpus.folder, file), text);
	const used = memoryOf(client.pid);
	await visit(client, path.join(corpus.folder, 'large.service'), concatenate(corpus, largeLength));
	const large = memoryOf(client.pid);
	await client.stop();
	return { empty, started, asked, used, large };
}

/** Opens a document and types some letters; it stays open. */
async function visit(client: LspClient, file: string, text: string): Promise<void> {
	const { document } = await openDocument(client, 'pull', file, text);
	for (let letter = 0; letter < 8; letter++) await document.typeAndWait('pull');
}

/** A Node that does nothing but wait: what no server on Node can be below. */
async function waitingProcess(): Promise<Memory | undefined> {
	const child = spawn(process.execPath, ['-e', 'process.stdin.resume(); console.log()'], {
		stdio: ['pipe', 'pipe', 'inherit'],
	});
	await once(child.stdout, 'data');
	const memory = memoryOf(child.pid ?? 0);
	child.stdin.end();
	await once(child, 'exit');
	return memory;
}

/** In millions of bytes; `undefined` on systems without /proc. */
export function memoryOf(pid: number): Memory | undefined {
	try {
		const status = readFileSync(`/proc/${pid}/status`, 'utf8');
		return { now: readField(status, 'VmRSS'), peak: readField(status, 'VmHWM') };
	} catch {
		return undefined;
	}
}

function readField(status: string, name: string): number {
	const [, kibibytes] = new RegExp(`^${name}:\\s+(\\d+) kB$`, 'm').exec(status) ?? [];
	if (kibibytes === undefined) throw new Error(`/proc tells no ${name}`);
	return (Number(kibibytes) * 1024) / 1e6;
}
