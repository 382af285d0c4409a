// The server on this process's own streams or on the channel to the process that started it. Each ends the process
// when the other side is gone.

import path from 'node:path';
import { pathToFileURL } from 'node:url';
import { createConnection, IPCMessageReader, IPCMessageWriter } from 'vscode-languageserver/node';
import { startServer } from './server.ts';

/** Serves on stdin and stdout. Nothing else may be printed on stdout from here on. */
export function startStdioServer(): void {
	startServer((options) => createConnection(process.stdin, process.stdout, options), pageOfRule);
}

/** Serves on the channel that Node opens between a process and its `fork`. */
export function startIpcServer(): void {
	process.once('disconnect', () => process.exit(1));
	const reader = new IPCMessageReader(process);
	const writer = new IPCMessageWriter(process);
	startServer((options) => createConnection(reader, writer, options), pageOfRule);
}

// The bundles stand in `dist/`, beside the folder `docs/`.
const pages = pathToFileURL(`${path.join(__dirname, '..', 'docs', 'rules')}${path.sep}`).href;

function pageOfRule(rule: string): string {
	return `${pages}${rule}.md`;
}
