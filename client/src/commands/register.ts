// The commands about unit files by their names. Each does its work in a file of its own where it is more than a line.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { languageCommands } from '../../../protocol/src/commands.ts';
import { fixAll } from './fix-all.ts';
import { openExample } from './open-example.ts';
import { openManPage } from './open-man-page.ts';
import { selectSystemdVersion } from './select-systemd-version.ts';

/** What commands work with. */
export interface CommandServices {
	readonly client: LanguageClient;
	readonly output: vscode.LogOutputChannel;
}

/** Registers every command of `languageCommands`. */
export function registerCommands({ client, output }: CommandServices): vscode.Disposable {
	const handlers: Readonly<Record<keyof typeof languageCommands, (asked?: unknown) => unknown>> = {
		fixAll,
		openExample,
		openManPage: (page) => openManPage(client, page),
		restartServer: () => restart(client),
		selectSystemdVersion,
		showOutput: () => output.show(),
	};
	const names = Object.keys(languageCommands) as (keyof typeof languageCommands)[]; // The keys are the type.
	return vscode.Disposable.from(
		...names.map((name) => vscode.commands.registerCommand(languageCommands[name], handlers[name])),
	);
}

async function restart(client: LanguageClient): Promise<void> {
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: 'Fleet Units: restarting the language server' },
		() => client.restart(),
	);
}
