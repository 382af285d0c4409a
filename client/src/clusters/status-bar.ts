// The item in the status bar that names the clusters one works with, in the colour of a warning where they are
// production. A click leads to the view.

import * as vscode from 'vscode';
import { clustersView } from '../../../protocol/src/commands.ts';
import { statusText } from '../cluster-view/status-text.ts';
import type { Clusters } from './clusters.ts';

/** Shows the item from now on, while a cluster is opened. */
export function createClusterStatus(clusters: Clusters): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('fleetUnits.clusters', vscode.StatusBarAlignment.Left);
	item.name = 'Fleet Units: clusters';
	item.command = `${clustersView}.focus`;
	const update = () => show(item, clusters);
	update();
	return vscode.Disposable.from(item, { dispose: clusters.onChange(update) });
}

function show(item: vscode.StatusBarItem, clusters: Clusters): void {
	const status = statusText(clusters.views());
	if (status === undefined) {
		item.hide();
		return;
	}
	const { text, tooltip, spoken, isProduction } = status;
	item.text = text;
	item.tooltip = new vscode.MarkdownString(tooltip);
	item.accessibilityInformation = { label: spoken };
	item.backgroundColor = isProduction ? new vscode.ThemeColor('statusBarItem.warningBackground') : undefined;
	item.show();
}
