// The way for ssh to ask, made when it is first needed, and the box in which the user is asked.

import * as vscode from 'vscode';
import { type Askpass, createAskpass } from './askpass.ts';

/** A way for ssh to ask that is made when it is first needed. */
export interface LazyAskpass {
	readonly get: () => Promise<Askpass | undefined>;
	readonly dispose: () => Promise<void>;
}

/** Nothing is made yet. `script` is the program of askpass-program.ts as it was built. */
export function createLazyAskpass(script: string): LazyAskpass {
	let made: ReturnType<typeof createAskpass> | undefined;
	return {
		get: () => {
			made ??= createAskpass(script, askUser);
			return made;
		},
		dispose: async () => await (await made)?.dispose(),
	};
}

async function askUser(question: string): Promise<string | undefined> {
	// Whether a host is the right one is no secret, and has to be typed in full (ssh_config(5), StrictHostKeyChecking).
	const password = !/\(yes\/no/.test(question);
	return await vscode.window.showInputBox({ title: 'ssh asks', prompt: question, password, ignoreFocusOut: true });
}
