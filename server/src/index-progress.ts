// Progress that an editor shows while a large workspace is read, where it can; a small one is read before anybody looks.

import type { CancellationToken, Connection, WorkDoneProgressServerReporter } from 'vscode-languageserver/node';
import { inBackground } from './guard.ts';

/** Tells of progress. */
export interface IndexProgress {
	/** So many of the files known by now are read. */
	readonly update: (done: number, known: number) => void;
	readonly end: () => void;
	/** The person does not want to wait any longer. */
	readonly isCancelled: () => boolean;
}

/** Progress that begins once the work turns out to be long. Without a client that shows it, nothing happens. */
export function createIndexProgress(connection: Connection): IndexProgress {
	let isAsked = false;
	let hasEnded = false;
	let reporter: WorkDoneProgressServerReporter | undefined;
	let token: CancellationToken | undefined;
	let shown = 0;
	const begin = async () => {
		const created = await connection.window.createWorkDoneProgress();
		// Where the client takes long to answer, the work may be done already.
		if (hasEnded) return;
		created.begin('Reading unit files', 0, undefined, true);
		({ token } = created);
		reporter = created;
	};
	return {
		update(done, known) {
			if (!isAsked && known >= manyFiles) inBackground(connection, 'showing progress', begin());
			isAsked ||= known >= manyFiles;
			const percentage = Math.floor((done / Math.max(known, 1)) * 100);
			if (reporter === undefined || percentage <= shown) return;
			shown = percentage;
			reporter.report(percentage, `${done} of ${known}`);
		},
		end() {
			hasEnded = true;
			reporter?.done();
		},
		isCancelled: () => token?.isCancellationRequested === true,
	};
}

/** Fewer are read within a moment. */
const manyFiles = 500;
