// The entry of dist/server.cjs. Editors start it with the transport that they want; the command line loads it.

import { startIpcServer, startStdioServer } from './stdio.ts';

// The bundle of the session takes these from here: of two copies, none would know the errors of the other.
export * from 'vscode-languageserver/node';
export { startStdioServer };

if (require.main === module) main(process.argv.slice(2));

function main(args: readonly string[]): void {
	if (args.includes('--stdio')) startStdioServer();
	else if (args.includes('--node-ipc') && process.send !== undefined) startIpcServer();
	else refuse(args);
}

function refuse(args: readonly string[]): void {
	const socket = args.find((arg) => /^--(?:socket|pipe)\b/.test(arg));
	const fault = socket === undefined ? '' : `${socket} is not supported; `;
	console.error(`${fault}this is a language server for editors: start it with --stdio, or by fork() with --node-ipc`);
	process.exitCode = 2;
}
