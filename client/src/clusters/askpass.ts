// Lets ssh ask the user: for a passphrase, a password, a code. ssh starts a small program of ours for that, which asks
// back over a socket that only this user can open. What is typed is handed on and kept nowhere.

import { chmod, mkdtemp, rm, writeFile } from 'node:fs/promises';
import { createServer, type Server, type Socket } from 'node:net';
import { tmpdir } from 'node:os';
import path from 'node:path';

/** A way for ssh to ask. */
export interface Askpass {
	/** The program that ssh starts. */
	readonly program: string;
	/** What the program needs to know. */
	readonly env: Readonly<Record<string, string>>;
	dispose(): Promise<void>;
}

/** The variable that tells the program where to ask. */
export const socketVariable = 'FLEET_UNITS_ASKPASS';

/** Answers a question of ssh; `undefined` where the user gave up. */
export type Ask = (question: string) => Promise<string | undefined>;

/**
 * Makes a way for ssh to ask. `script` is the program of askpass-program.ts as it was built. `undefined` on Windows,
 * whose ssh starts no such program.
 */
export async function createAskpass(script: string, ask: Ask): Promise<Askpass | undefined> {
	if (process.platform === 'win32') return undefined;
	const folder = await mkdtemp(path.join(tmpdir(), 'fleet-units-'));
	await chmod(folder, 0o700);
	const socket = path.join(folder, 'ask');
	const server = await listen(socket, ask);
	const program = path.join(folder, 'askpass');
	await writeFile(program, launcher(process.execPath, script), { mode: 0o700 });
	return {
		program,
		env: { [socketVariable]: socket },
		dispose: async () => {
			server.close();
			await rm(folder, { recursive: true, force: true });
		},
	};
}

/** A program that runs a script with this very Node, which inside a desktop VS Code is its Electron. */
function launcher(node: string, script: string): string {
	return `#!/bin/sh\nELECTRON_RUN_AS_NODE=1 exec ${quoted(node)} ${quoted(script)} "$@"\n`;
}

function quoted(text: string): string {
	return `'${text.replaceAll("'", `'\\''`)}'`;
}

function listen(socketPath: string, ask: Ask): Promise<Server> {
	return new Promise((resolve, reject) => {
		const server = createServer({ allowHalfOpen: true }, (socket) => void answer(socket, ask));
		server.once('error', reject);
		server.listen(socketPath, () => resolve(server));
	});
}

/** The question comes whole; the answer goes back as one line, or nothing at all. */
async function answer(socket: Socket, ask: Ask): Promise<void> {
	socket.on('error', () => socket.destroy());
	const said = await ask((await questionFrom(socket)).trim());
	socket.end(said === undefined ? '' : `${said}\n`);
}

// Not read by `for await`, which would close the socket at the end of the question.
function questionFrom(socket: Socket): Promise<string> {
	return new Promise((resolve) => {
		let question = '';
		socket.setEncoding('utf8');
		socket.on('data', (chunk) => {
			question = (question + String(chunk)).slice(0, longestQuestion);
		});
		socket.once('end', () => resolve(question));
	});
}

const longestQuestion = 4096;
