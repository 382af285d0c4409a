// After a unit file was saved that runs with another text: an offer to redeploy it, in the status bar, where it is in
// nobody's way and goes by itself. Each text is offered once.

import path from 'node:path';
import * as vscode from 'vscode';
import { hashOf } from '../../../cluster/src/hash.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import { languageId, settingsSection } from '../../../protocol/src/settings.ts';
import type { Clusters } from './clusters.ts';

/** Offers it from now on. */
export function registerRedeployOffer(clusters: Clusters): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('fleetUnits.redeploy', vscode.StatusBarAlignment.Right, 100);
	item.name = 'Fleet Units: redeploy';
	const offered = new Set<string>();
	let timer: NodeJS.Timeout | undefined;
	const offer = (document: vscode.TextDocument) => {
		const found = outdated(clusters, document);
		if (found === undefined || offered.has(found.key)) return;
		offered.add(found.key);
		item.text = `$(sync) Redeploy ${found.unit}`;
		item.tooltip = `${found.unit} runs on ${found.clusterName} with an older text. Click to give it this one where it runs.`;
		item.command = {
			command: clusterCommands.redeployUnit,
			title: 'Redeploy',
			arguments: [{ cluster: found.cluster, unit: found.unit }],
		};
		item.show();
		clearTimeout(timer);
		timer = setTimeout(() => item.hide(), 60_000);
	};
	return vscode.Disposable.from(
		item,
		vscode.workspace.onDidSaveTextDocument(offer),
		{ dispose: clusters.onChange(() => hideWhenDone(clusters, item)) },
		{ dispose: () => clearTimeout(timer) },
	);
}

function outdated(clusters: Clusters, document: vscode.TextDocument) {
	const settings = vscode.workspace.getConfiguration(settingsSection);
	if (document.languageId !== languageId || !settings.get('offerRedeploy', true)) return undefined;
	const unit = path.basename(document.fileName);
	const { options, error } = readOptions(document.getText());
	if (error !== undefined) return undefined;
	const hash = hashOf(options);
	for (const { id, name, readOnly, snapshot } of clusters.views()) {
		const known = snapshot?.units.find((other) => other.name === unit);
		if (readOnly || known?.desiredState !== 'launched' || known.hash === hash) continue;
		return { cluster: id, clusterName: name, unit, key: `${id} ${unit} ${hash}` };
	}
	return undefined;
}

function hideWhenDone(clusters: Clusters, item: vscode.StatusBarItem): void {
	const command = typeof item.command === 'object' ? item.command : undefined;
	const [about] = command?.arguments ?? [];
	const view = clusters.views().find(({ id }) => id === about?.cluster);
	const unit = view?.snapshot?.units.find(({ name }) => name === about?.unit);
	if (unit !== undefined && clusters.localFiles().get(unit.name)?.hash === unit.hash) item.hide();
}
