// After a unit file was saved that runs with another text: an offer to redeploy it, or to roll it out where it is a
// template, in the status bar, where it is in nobody's way and goes by itself. Each text is offered once.

import path from 'node:path';
import * as vscode from 'vscode';
import { hashOf } from '../../../cluster/src/hash.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import { languageId, settingsSection } from '../../../protocol/src/settings.ts';
import { instancesOf } from '../cluster-view/template-instances.ts';
import type { ClusterView } from '../cluster-view/view.ts';
import type { Clusters } from './clusters.ts';

/** Offers it from now on. */
export function registerRedeployOffer(clusters: Clusters): vscode.Disposable {
	const item = vscode.window.createStatusBarItem('fleetUnits.redeploy', vscode.StatusBarAlignment.Right, 100);
	item.name = 'Fleet Units: redeploy';
	const made = new Set<string>();
	let shown: Offer | undefined;
	let timer: NodeJS.Timeout | undefined;
	const hide = () => {
		shown = undefined;
		item.hide();
	};
	const offer = (document: vscode.TextDocument) => {
		const found = offerFor(clusters, document);
		if (found === undefined || made.has(keyOf(found))) return;
		made.add(keyOf(found));
		shown = found;
		Object.assign(item, textsOf(found));
		item.show();
		clearTimeout(timer);
		timer = setTimeout(hide, offerTime);
	};
	const hideWhenDone = () => {
		if (shown !== undefined && !isOutdated(shown, clusters)) hide();
	};
	return vscode.Disposable.from(
		item,
		vscode.workspace.onDidSaveTextDocument(offer),
		{ dispose: clusters.onChange(hideWhenDone) },
		{ dispose: () => clearTimeout(timer) },
	);
}

/** Milliseconds after which an offer goes by itself. */
const offerTime = 60_000;

interface Offer {
	readonly cluster: string;
	readonly clusterName: string;
	readonly unit: string;
	/** Of the text that was saved. */
	readonly hash: string;
}

function keyOf({ cluster, unit, hash }: Offer): string {
	return `${cluster} ${unit} ${hash}`;
}

function textsOf({ cluster, clusterName, unit }: Offer): Partial<vscode.StatusBarItem> {
	const isTemplate = splitUnitName(unit)?.isTemplate;
	const title = isTemplate ? 'Roll out' : 'Redeploy';
	const tooltip = isTemplate
		? `Instances of ${unit} run on ${clusterName} with an older text. Click to roll this one out to them.`
		: `${unit} runs on ${clusterName} with an older text. Click to give it this one where it runs.`;
	const command = isTemplate ? clusterCommands.rolloutTemplate : clusterCommands.redeployUnit;
	return { text: `$(sync) ${title} ${unit}`, tooltip, command: { command, title, arguments: [{ cluster, unit }] } };
}

function offerFor(clusters: Clusters, document: vscode.TextDocument): Offer | undefined {
	const settings = vscode.workspace.getConfiguration(settingsSection);
	if (document.languageId !== languageId || !settings.get('offerRedeploy', true)) return undefined;
	const unit = path.basename(document.fileName);
	const { options, error } = readOptions(document.getText());
	if (error !== undefined) return undefined;
	const hash = hashOf(options);
	const offers = clusters.views().map(({ id, name }) => ({ cluster: id, clusterName: name, unit, hash }));
	return offers.find((offer) => isOutdated(offer, clusters));
}

/** Whether something is started there that has another text. */
function isOutdated({ cluster, unit, hash }: Offer, clusters: Clusters): boolean {
	const view = clusters.views().find(({ id }) => id === cluster);
	return view !== undefined && !view.readOnly && unitsFrom(unit, view).some((one) => one.hash !== hash);
}

function unitsFrom(file: string, { snapshot, localFiles }: ClusterView) {
	if (snapshot === undefined) return [];
	const own = snapshot.units.filter(({ name }) => name === file);
	const instances = instancesOf(file, snapshot).filter(({ name }) => !localFiles.has(name));
	return [...own, ...instances].filter(({ desiredState }) => desiredState === 'launched');
}
