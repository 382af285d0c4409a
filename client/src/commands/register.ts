// The commands of the extension by their names. Each does its work in a file of its own where it is more than a line.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { commands } from '../../../protocol/src/commands.ts';
import { fixAll } from './fix-all.ts';
import { selectSystemdVersion } from './select-systemd-version.ts';

/** What commands work with. */
export interface CommandServices {
	readonly client: LanguageClient;
	readonly output: vscode.LogOutputChannel;
}

/** Registers every command of `commands`. */
export function registerCommands({ client, output }: CommandServices): vscode.Disposable {
	const handlers: Readonly<Record<keyof typeof commands, () => unknown>> = {
		fixAll,
		restartServer: () => restart(client),
		selectSystemdVersion,
		showOutput: () => output.show(),
	};
	const names = Object.keys(commands) as (keyof typeof commands)[]; // The keys are the type.
	return vscode.Disposable.from(
		...names.map((name) => vscode.commands.registerCommand(commands[name], handlers[name])),
	);
}

async function restart(client: LanguageClient): Promise<void> {
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: 'Fleet Units: restarting the language server' },
		() => client.restart(),
	);
}
