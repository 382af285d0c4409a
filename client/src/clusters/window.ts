// Everything about clusters in one window, put together: clusters from settings and practice, the view, the documents.
// Made when the view is first seen or a command is first called; nothing is connected by that.

import * as vscode from 'vscode';
import type { ClusterTarget } from '../../../cluster/src/target.ts';
import type { clusterCommands } from '../../../protocol/src/commands.ts';
import { settingsSection } from '../../../protocol/src/settings.ts';
import { handlers } from '../cluster-commands/handlers.ts';
import { carryOut } from '../cluster-commands/placement-map.ts';
import type { ClusterServices } from '../cluster-commands/services.ts';
import { openJournals } from '../cluster-commands/terminals.ts';
import { pageMakers } from '../documents/pages.ts';
import { createDocuments } from '../documents/read-only-documents.ts';
import { createJournalPanels } from '../journal/panels.ts';
import type { LazyLanguage } from '../lazy-language.ts';
import { createPlacementPanels } from '../placement/panels.ts';
import { type Clusters, createClusters } from './clusters.ts';
import { registerLenses } from './code-lens.ts';
import { type ClusterSettings, configuredClusters, loginByHand, openTarget } from './configured.ts';
import { examineClusters } from './examinations.ts';
import { followFailures } from './failure-reasons.ts';
import { createLazyAskpass } from './lazy-askpass.ts';
import type { ViewContent } from './lazy-view.ts';
import { createLocalFiles } from './local-files.ts';
import { registerRedeployOffer } from './offer-redeploy.ts';
import { createPractice, type Practice } from './practice.ts';
import { createClusterStatus } from './status-bar.ts';
import { tellServer } from './tell-server.ts';
import { rangeText, thisHost } from './this-host.ts';
import { createClustersView } from './view.ts';
import { restoreOptions } from './view-options.ts';

/** The services of a window, and the end of them. */
export interface ClusterWindow extends ViewContent {
	/** Runs a command with what VS Code hands to it. */
	readonly run: (name: keyof typeof clusterCommands, args: readonly unknown[]) => Promise<unknown>;
	/** Takes everything away: connections, processes, and the folders of sockets. */
	readonly close: () => Promise<void>;
}

/** What of a window is there before anything about clusters is loaded. */
export interface WindowParts {
	readonly language: LazyLanguage;
	readonly treeView: vscode.TreeView<string>;
}

/** Puts the services together, and fills the view. */
export async function createClusterWindow(
	context: vscode.ExtensionContext,
	output: vscode.LogOutputChannel,
	{ language, treeView }: WindowParts,
): Promise<ClusterWindow> {
	const memory = context.workspaceState;
	const log = (message: string) => output.warn(message);
	const clusters = createClusters({ log, interval: refreshInterval, host: thisHost() });
	const practice = createPractice();
	const localFiles = createLocalFiles((files) => clusters.setLocalFiles(files));
	const documents = createDocuments(pageMakers(clusters));
	const askpass = createLazyAskpass(context.asAbsolutePath('dist/askpass.cjs'));
	const settings = () => readSettings(askpass.get);
	const configure = () => configureClusters(clusters, practice, settings(), output);
	const open = (target: ClusterTarget, signal: AbortSignal) => openTarget(target, settings(), signal);
	restoreOptions(clusters, memory);
	output.info(rangeText(settings().sshPath));
	// Before they are read for the first time: where trust was just given, they are about to change.
	const settingsChanges = vscode.workspace.onDidChangeConfiguration((event) => {
		if (event.affectsConfiguration(settingsSection)) void configure();
	});
	await configure();
	const view = createClustersView(clusters, treeView);
	const { provider, drops } = view;
	const isWatched = () => treeView.visible && vscode.window.state.focused;
	const journals = createJournalPanels({
		...{ clusters, output, extension: context.extensionUri },
		openTerminals: (sources) => openJournals(services, sources),
	});
	const maps = createPlacementPanels({
		...{ clusters, output, extension: context.extensionUri },
		carryOut: (trial, map, session) => carryOut(services, { trial, map, session }),
	});
	const shown = { provider, treeView, documents, journals, maps };
	const login = (target: ClusterTarget) => loginByHand(target, settings());
	const services: ClusterServices = {
		clusters,
		practice,
		localFiles,
		...shown,
		output,
		memory,
		open,
		login,
		configure,
	};
	const parts = [
		view,
		documents,
		journals,
		maps,
		localFiles,
		createClusterStatus(clusters),
		registerLenses(clusters),
		registerRedeployOffer(clusters),
		{ dispose: clusters.onChange(() => startLocalFiles(services)) },
		language.whenLoaded(({ client }) => tellServer(clusters, client)),
		{ dispose: examineClusters(clusters, isWatched) },
		{ dispose: followFailures(clusters, isWatched) },
		settingsChanges,
	];
	return {
		...{ provider, drops },
		run: async (name, args) => await handlers[name]?.(services, ...args),
		close: async () => {
			vscode.Disposable.from(...parts).dispose();
			await clusters.dispose();
			await Promise.all([practice.stop(), askpass.dispose()]);
		},
	};
}

async function configureClusters(
	clusters: Clusters,
	practice: Practice,
	settings: ClusterSettings,
	output: vscode.LogOutputChannel,
): Promise<void> {
	const { clusters: configured, faults } = configuredClusters(settings, process.env);
	for (const fault of faults) output.error(`settings: ${fault}`);
	const practised = practice.configured();
	await clusters.configure(practised === undefined ? configured : [...configured, practised], faults);
}

function readSettings(askpass: ClusterSettings['askpass']): ClusterSettings {
	const settings = vscode.workspace.getConfiguration(settingsSection);
	return { clusters: settings.get('clusters'), sshPath: settings.get('sshPath'), askpass };
}

/** Files are compared with clusters, so they are looked for once there is a cluster to compare with. */
function startLocalFiles({ clusters, localFiles, output }: ClusterServices): void {
	if (!clusters.views().some(({ snapshot }) => snapshot !== undefined)) return;
	localFiles.start().catch((error: unknown) => output.error(`unit files of the workspace: ${String(error)}`));
}

/** Milliseconds between two looks at a cluster that has no news of its own; `undefined` for none but on demand. */
function refreshInterval(): number | undefined {
	const seconds = vscode.workspace.getConfiguration(settingsSection).get('refreshSeconds');
	return typeof seconds === 'number' && seconds > 0 ? seconds * 1000 : undefined;
}
