// The door to everything about clusters: registers the commands and the view, and loads what is behind them when it is
// first needed. Where clusters cannot be had, it says why.

import * as vscode from 'vscode';
import { clusterCommands, contextKeys } from '../../../protocol/src/commands.ts';
import { settingsSection } from '../../../protocol/src/settings.ts';
import type { LazyLanguage } from '../lazy-language.ts';
import { anyConfigured } from './any-configured.ts';
import { createLazyView } from './lazy-view.ts';
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
	language: LazyLanguage,
): RegisteredClusters {
	const window = createLazyWindow(context, output, language);
	const begin = () => {
		// VS Code asks for nothing where clusters cannot be had.
		if (isAvailable()) window.showView();
		if (!window.isOpened()) tellWhetherAny();
	};
	void vscode.commands.executeCommand('setContext', contextKeys.unavailable, isVirtual());
	begin();
	const registered = vscode.Disposable.from(
		registerCommands(window.open),
		vscode.workspace.onDidGrantWorkspaceTrust(begin),
		vscode.workspace.onDidChangeConfiguration((event) => {
			if (event.affectsConfiguration(settingsSection) && !window.isOpened()) tellWhetherAny();
		}),
		window,
	);
	return { close: window.close, dispose: () => registered.dispose() };
}

interface LazyWindow extends RegisteredClusters {
	/** Loads what is behind the view and the commands, where that is not loaded yet. */
	readonly open: () => Promise<ClusterWindow>;
	readonly isOpened: () => boolean;
	/** Puts the view into the sidebar, where it is not there yet. */
	readonly showView: () => vscode.TreeView<string>;
}

function createLazyWindow(
	context: vscode.ExtensionContext,
	output: vscode.LogOutputChannel,
	language: LazyLanguage,
): LazyWindow {
	let window: Promise<ClusterWindow> | undefined;
	let view: vscode.TreeView<string> | undefined;
	const load = async () => {
		const { createClusterWindow } = await import('./window.ts');
		return await createClusterWindow(context, output, { language, treeView: showView() });
	};
	const open = () => {
		window ??= load();
		return window;
	};
	const showView = () => {
		view ??= createLazyView(open);
		return view;
	};
	const close = async () => {
		const opened = window;
		window = undefined;
		await opened?.then((one) => one.close());
	};
	return { open, isOpened: () => window !== undefined, showView, close, dispose: () => view?.dispose() };
}

function registerCommands(open: LazyWindow['open']): vscode.Disposable {
	const run = async (name: keyof typeof clusterCommands, args: readonly unknown[]) => {
		if (!isAvailable()) return void (await sayUnavailable());
		return await (await open()).run(name, args);
	};
	const names = Object.keys(clusterCommands) as (keyof typeof clusterCommands)[]; // The keys are the type.
	return vscode.Disposable.from(
		...names.map((name) => vscode.commands.registerCommand(clusterCommands[name], (...args) => run(name, args))),
	);
}

/** Tells menus whether there are clusters, as far as that shows before anything of them is loaded. */
function tellWhetherAny(): void {
	const clusters = vscode.workspace.getConfiguration(settingsSection).get('clusters');
	const isAny = anyConfigured(clusters, process.env);
	void vscode.commands.executeCommand('setContext', contextKeys.noClusters, !isAny);
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
