// The panels that journals are followed in, one for each thing that is followed: a webview, the follower behind it, and
// what the user asks for in it. What is read and how it is shown stands in other files.

import * as vscode from 'vscode';
import type { Clusters } from '../clusters/clusters.ts';
import { errorText } from '../clusters/failure.ts';
import { createKeyedPanels } from '../panels/keyed-panels.ts';
import { lookAt } from '../panels/look-at.ts';
import { openPage } from '../panels/open-page.ts';
import { saveFile } from '../panels/save-file.ts';
import { journalClusters } from './journal-clusters.ts';
import { createJournalFeed, type JournalFeed } from './journal-feed.ts';
import { type FromPage, fromPageMessage } from './messages.ts';
import { type Source, titleOf, type Wanted } from './sources.ts';
import { systemTiming } from './timing.ts';

/** What panels work with. */
export interface PanelParts {
	readonly clusters: Clusters;
	/** The folder of the extension. */
	readonly extension: vscode.Uri;
	readonly output: vscode.LogOutputChannel;
	/** Follows journals in terminals. */
	readonly openTerminals: (sources: readonly Source[]) => Promise<void>;
}

/** Panels with journals. */
export interface JournalPanels extends vscode.Disposable {
	/** Shows the panel that follows just that, or opens one. */
	open(wanted: readonly Wanted[]): void;
}

/** No panel yet. */
export function createJournalPanels(parts: PanelParts): JournalPanels {
	const panels = createKeyedPanels();
	return {
		open: (wanted) => panels.show(keyOf(wanted), () => openPanel(wanted, parts)),
		dispose: panels.dispose,
	};
}

/** The same for the same things, in whatever order they were chosen. */
function keyOf(wanted: readonly Wanted[]): string {
	return wanted
		.map((one) => JSON.stringify(one))
		.sort()
		.join();
}

function openPanel(wanted: readonly Wanted[], parts: PanelParts): vscode.WebviewPanel {
	const { clusters, extension, output } = parts;
	const title = `Journal: ${titleOf(wanted)}`;
	// A hundred thousand lines are not sent at each change of tabs; expressions run in a worker, where they can be stopped.
	const panel = openPage({ name: 'journal', title, extension, keep: true, allow: ['worker-src blob:'] });
	const feed = createJournalFeed({
		wanted,
		clusters: journalClusters(clusters),
		timing: systemTiming,
		post: (message) => panel.webview.postMessage(message),
	});
	const act = async (message: unknown) => {
		try {
			await doAsAsked(fromPageMessage(message, 'a message of the journal view'), feed, parts);
		} catch (error) {
			output.error(`${title}: ${errorText(error)}`);
		}
	};
	const links = [
		panel.webview.onDidReceiveMessage(act),
		{ dispose: clusters.onChange(feed.update) },
		lookAt(clusters, new Set(wanted.map(({ cluster }) => cluster)), panel),
		feed,
	];
	panel.onDidDispose(() => vscode.Disposable.from(...links).dispose());
	return panel;
}

async function doAsAsked(message: FromPage, feed: JournalFeed, parts: PanelParts): Promise<void> {
	switch (message.kind) {
		case 'ready':
			return feed.pageIsReady();
		case 'read':
			return feed.read(message.reading);
		case 'retry':
			return feed.retry();
		case 'copy':
			await vscode.env.clipboard.writeText(message.text);
			vscode.window.setStatusBarMessage('$(clippy) copied the lines', 4000);
			return;
		case 'save':
			return await saveFile({
				name: `${feed.followed().title}.log`,
				bytes: Buffer.from(message.text, 'utf8'),
				filters: { 'Log files': ['log', 'txt'] },
			});
		case 'terminal':
			return await parts.openTerminals(feed.sources());
	}
}
