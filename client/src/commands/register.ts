// The commands about unit files by their names. Each does its work in a file of its own where it is more than a line.

import * as vscode from 'vscode';
import { languageCommands } from '../../../protocol/src/commands.ts';
import type { LazyLanguage } from '../lazy-language.ts';
import { fixAll } from './fix-all.ts';
import { openExample } from './open-example.ts';
import { openManPage } from './open-man-page.ts';
import { selectSystemdVersion } from './select-systemd-version.ts';

/** What commands work with. */
export interface CommandServices {
	readonly language: LazyLanguage;
	readonly output: vscode.LogOutputChannel;
}

/** Registers every command of `languageCommands`. */
export function registerCommands({ language, output }: CommandServices): vscode.Disposable {
	const handlers: Readonly<Record<keyof typeof languageCommands, (asked?: unknown) => unknown>> = {
		fixAll,
		openExample,
		openManPage: (page) => openManPage(language, page),
		restartServer: () => restart(language),
		selectSystemdVersion,
		showOutput: () => output.show(),
	};
	const names = Object.keys(languageCommands) as (keyof typeof languageCommands)[]; // The keys are the type.
	return vscode.Disposable.from(
		...names.map((name) => vscode.commands.registerCommand(languageCommands[name], handlers[name])),
	);
}

async function restart(language: LazyLanguage): Promise<void> {
	await vscode.window.withProgress(
		{ location: vscode.ProgressLocation.Window, title: 'Fleet Units: restarting the language server' },
		async () => await (await language.load()).client.restart(),
	);
}
