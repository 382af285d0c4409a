// The door to everything about clusters: registers the commands and the view, and loads what is behind them when it is
// first needed. Where clusters cannot be had, it says why.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import { clusterCommands, contextKeys } from '../../../protocol/src/commands.ts';
import type { ClusterWindow } from './window.ts';

/** Everything about clusters, and the end of it. */
export interface RegisteredClusters extends vscode.Disposable {
	/** Ends what runs: connections, processes, the practice cluster. */
	readonly close: () => Promise<void>;
}

/** Registers everything about clusters. Loads nothing of it. */
export function registerClusters(
	context: vscode.ExtensionContext,
	output: vscode.LogOutputChannel,
	client: LanguageClient,
): RegisteredClusters {
	let window: Promise<ClusterWindow> | undefined;
	const load = async () => {
		const { createClusterWindow } = await import('./window.ts');
		return await createClusterWindow(context, output, client);
	};
	const open = () => {
		window ??= load();
		return window;
	};
	const run = async (name: keyof typeof clusterCommands, args: readonly unknown[]) => {
		if (!isAvailable()) return void (await sayUnavailable());
		const { services } = await open();
		const { handlers } = await import('../cluster-commands/handlers.ts');
		return await handlers[name]?.(services, ...args);
	};
	const names = Object.keys(clusterCommands) as (keyof typeof clusterCommands)[]; // The keys are the type.
	void vscode.commands.executeCommand('setContext', contextKeys.unavailable, isVirtual());
	// VS Code waits for the provider of a view that is seen, and asks for nothing where clusters cannot be had.
	if (isAvailable()) void open();
	const registered = vscode.Disposable.from(
		...names.map((name) => vscode.commands.registerCommand(clusterCommands[name], (...args) => run(name, args))),
		vscode.workspace.onDidGrantWorkspaceTrust(() => void (isAvailable() && open())),
	);
	const close = async () => {
		const opened = window;
		window = undefined;
		await opened?.then((one) => one.close());
	};
	return { close, dispose: () => registered.dispose() };
}

/** Clusters start programs and open sockets: not for a workspace that is not trusted, or that is on no disk. */
function isAvailable(): boolean {
	return vscode.workspace.isTrusted && !isVirtual();
}

function isVirtual(): boolean {
	const folders = vscode.workspace.workspaceFolders ?? [];
	return folders.length > 0 && folders.every(({ uri }) => uri.scheme !== 'file');
}

async function sayUnavailable(): Promise<void> {
	if (vscode.workspace.isTrusted) {
		await vscode.window.showInformationMessage('Clusters cannot be reached from a virtual workspace.');
		return;
	}
	const manage = 'Manage Workspace Trust';
	const message = 'Clusters are off in Restricted Mode, because reaching them starts programs such as ssh.';
	if ((await vscode.window.showInformationMessage(message, manage)) === manage) {
		await vscode.commands.executeCommand('workbench.trust.manage');
	}
}
