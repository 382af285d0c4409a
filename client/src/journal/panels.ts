// The panels that journals are followed in, one for each thing that is followed: a webview, the follower behind it, and
// what the user asks for in it. What is read and how it is shown stands in other files.

import { randomBytes } from 'node:crypto';
import * as vscode from 'vscode';
import type { Clusters } from '../clusters/clusters.ts';
import { errorText } from '../clusters/failure.ts';
import type { Session } from '../clusters/session.ts';
import { createFollower, type Follower } from './follower.ts';
import { journalClusters } from './journal-clusters.ts';
import { type FromPage, fromPageMessage } from './messages.ts';
import { createOutbox, type Outbox } from './outbox.ts';
import { pageHtml } from './page.ts';
import { usualReading } from './reading.ts';
import { saveText } from './save-text.ts';
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
	const panels = new Map<string, vscode.WebviewPanel>();
	return {
		open(wanted) {
			const key = wanted
				.map((one) => JSON.stringify(one))
				.sort()
				.join();
			const known = panels.get(key);
			if (known !== undefined) {
				known.reveal();
				return;
			}
			const panel = openPanel(wanted, parts);
			panels.set(key, panel);
			panel.onDidDispose(() => panels.delete(key));
		},
		dispose: () => vscode.Disposable.from(...panels.values()).dispose(),
	};
}

function openPanel(wanted: readonly Wanted[], parts: PanelParts): vscode.WebviewPanel {
	const { clusters, output } = parts;
	const panel = createWebview(`Journal: ${titleOf(wanted)}`, parts.extension);
	const end = new AbortController();
	const outbox = createOutbox({
		post: (message) => panel.webview.postMessage(message),
		start: (dropped) => ({ kind: 'start', dropped, reading: follower.reading(), ...follower.followed() }),
		sources: () => ({ kind: 'sources', ...follower.followed() }),
		timing: systemTiming,
		signal: end.signal,
	});
	const follower = createFollower({
		wanted,
		reading: usualReading,
		clusters: journalClusters(clusters),
		timing: systemTiming,
		rows: outbox.add,
		changed: outbox.sourcesChanged,
	});
	const act = async (message: unknown) => {
		try {
			await doAsAsked(fromPageMessage(message, 'a message of the journal view'), follower, outbox, parts);
		} catch (error) {
			output.error(`journal of ${titleOf(wanted)}: ${errorText(error)}`);
		}
	};
	const links = [
		panel.webview.onDidReceiveMessage(act),
		{ dispose: clusters.onChange(follower.update) },
		lookAt(clusters, [...new Set(wanted.map(({ cluster }) => cluster))], panel),
		follower,
	];
	panel.onDidDispose(() => {
		end.abort();
		vscode.Disposable.from(...links).dispose();
	});
	return panel;
}

/** The page keeps what it has while another tab covers it: a hundred thousand lines are not sent at each change of tabs. */
function createWebview(title: string, extension: vscode.Uri): vscode.WebviewPanel {
	const folder = vscode.Uri.joinPath(extension, 'dist');
	const panel = vscode.window.createWebviewPanel('fleetUnits.journal', title, vscode.ViewColumn.Active, {
		enableScripts: true,
		retainContextWhenHidden: true,
		localResourceRoots: [folder],
	});
	const { webview } = panel;
	const address = (name: string) => webview.asWebviewUri(vscode.Uri.joinPath(folder, name)).toString();
	webview.html = pageHtml({
		title,
		script: address('journal-view.js'),
		style: address('journal-view.css'),
		source: webview.cspSource,
		nonce: randomBytes(16).toString('hex'),
	});
	return panel;
}

async function doAsAsked(message: FromPage, follower: Follower, outbox: Outbox, parts: PanelParts): Promise<void> {
	switch (message.kind) {
		case 'ready':
			return outbox.pageIsReady();
		case 'read':
			follower.read(message.reading);
			return outbox.clear();
		case 'retry':
			return follower.retry();
		case 'copy':
			await vscode.env.clipboard.writeText(message.text);
			vscode.window.setStatusBarMessage('$(clippy) copied the lines', 4000);
			return;
		case 'save':
			return await saveText(`${follower.followed().title}.log`, message.text);
		case 'terminal':
			return await parts.openTerminals(follower.sources());
	}
}

/** New instances join when the cluster is looked at: as long as the panel is there, and closely while it is seen. */
function lookAt(clusters: Clusters, ids: readonly string[], panel: vscode.WebviewPanel): vscode.Disposable {
	let held: readonly (readonly [Session, () => void])[] = [];
	const release = (before: typeof held) => {
		for (const [, end] of before) end();
	};
	const look = () => {
		const before = held;
		const attention = panel.visible && vscode.window.state.focused ? 'normal' : 'quiet';
		held = sessions().map((session) => [session, session.hold(attention)]);
		release(before);
	};
	const sessions = () => ids.flatMap((id) => clusters.session(id) ?? []);
	// A cluster that is configured anew is another one.
	const lookAtOthers = () => {
		if (sessions().some((session, nth) => session !== held[nth]?.[0])) look();
	};
	look();
	return vscode.Disposable.from(
		panel.onDidChangeViewState(look),
		vscode.window.onDidChangeWindowState(look),
		{ dispose: clusters.onChange(lookAtOthers) },
		{ dispose: () => release(held) },
	);
}
