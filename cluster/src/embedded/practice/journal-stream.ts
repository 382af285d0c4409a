// GET /practice/v1/journal: lines of a unit on one machine as JSON, one a line, and those to come with `follow=1`.

import type { ServerResponse } from 'node:http';
import type { JournalLine, JournalOptions } from '../../model.ts';
import type { Writer } from '../http.ts';
import type { LiveWorld } from '../live-world.ts';
import { readJournal } from '../systemd/journal.ts';

/** Writes the lines that a query asks for, and goes on as long as the client listens, if it asks for that. */
export function streamJournal(live: LiveWorld, machineId: string, query: URLSearchParams): Writer {
	const unit = query.get('unit') ?? '';
	const options = readOptions(query);
	return (response) => {
		response.writeHead(200, { 'Content-Type': 'application/x-ndjson' });
		const first = readLines(live, unit, machineId, options);
		response.write(printLines(first));
		if (options.follow !== true) {
			response.end();
			return;
		}
		const afterCursor = first.at(-1)?.cursor ?? options.afterCursor ?? startCursor;
		follow(live, unit, machineId, { ...options, afterCursor }, response);
	};
}

// What comes again and again is not stored as it comes, so the journal is looked at from time to time.
function follow(
	live: LiveWorld,
	unit: string,
	machineId: string,
	options: JournalOptions,
	response: ServerResponse,
): void {
	let { afterCursor } = options;
	const { lines: _first, ...rest } = options;
	const tell = () => {
		const lines = readLines(live, unit, machineId, { ...rest, ...(afterCursor !== undefined && { afterCursor }) });
		if (lines.length === 0) return;
		afterCursor = lines.at(-1)?.cursor ?? afterCursor;
		response.write(printLines(lines));
	};
	const timer = setInterval(tell, 500);
	timer.unref();
	response.on('close', () => clearInterval(timer));
}

/** Before all lines. */
const startCursor = '0.0';

function readLines(live: LiveWorld, unit: string, machineId: string, options: JournalOptions): readonly JournalLine[] {
	const world = live.read();
	const host = world.hosts.get(machineId);
	return host === undefined ? [] : readJournal(host.systemd.journal, unit, machineId, options, world.now);
}

function readOptions(query: URLSearchParams): JournalOptions {
	const lines = readNumber(query, 'lines');
	const since = readNumber(query, 'since');
	const priority = readNumber(query, 'priority');
	const afterCursor = query.get('after') ?? undefined;
	return {
		...(lines !== undefined && { lines }),
		...(since !== undefined && { since }),
		...(priority !== undefined && { priority }),
		...(afterCursor !== undefined && { afterCursor }),
		follow: query.get('follow') === '1',
	};
}

function readNumber(query: URLSearchParams, name: string): number | undefined {
	const text = query.get(name) ?? '';
	return /^\d+$/.test(text) ? Number(text) : undefined;
}

function printLines(lines: readonly JournalLine[]): string {
	return lines.map((line) => `${JSON.stringify(line)}\n`).join('');
}
