// The panels with placement maps, one for each cluster: a webview, and map-panel.ts behind it.

import * as vscode from 'vscode';
import type { Clusters } from '../clusters/clusters.ts';
import { errorText } from '../clusters/failure.ts';
import type { Session } from '../clusters/session.ts';
import { createKeyedPanels } from '../panels/keyed-panels.ts';
import { lookAt } from '../panels/look-at.ts';
import { openPage } from '../panels/open-page.ts';
import { saveFile } from '../panels/save-file.ts';
import type { MapCluster } from './map-cluster.ts';
import { createMapPanel, type SavedPicture } from './map-panel.ts';
import { readMapCluster } from './read-map-cluster.ts';
import { createReleases } from './releases.ts';
import type { Trial } from './trials.ts';

/** What panels work with. */
export interface PlacementParts {
	readonly clusters: Clusters;
	/** The folder of the extension. */
	readonly extension: vscode.Uri;
	readonly output: vscode.LogOutputChannel;
	/** Does what was tried, if the user agrees; whether it was done. */
	readonly carryOut: (trial: Trial, map: MapCluster, session: Session) => Promise<boolean>;
}

/** Panels with placement maps. */
export interface PlacementPanels extends vscode.Disposable {
	/** Shows the map of a cluster. */
	open(session: Session): void;
}

/** No panel yet. */
export function createPlacementPanels(parts: PlacementParts): PlacementPanels {
	const panels = createKeyedPanels();
	return {
		open: (session) => panels.show(session.identity.id, () => openPanel(session, parts)),
		dispose: panels.dispose,
	};
}

function openPanel({ identity }: Session, parts: PlacementParts): vscode.WebviewPanel {
	const { clusters, output, extension, carryOut } = parts;
	const title = `Placement: ${identity.name}`;
	// The page paints its picture from an address of its own making.
	const panel = openPage({ name: 'placement', title, extension, allow: ['img-src data:'] });
	// What was begun may end after the panel was closed.
	let isOpen = true;
	const session = () => clusters.session(identity.id);
	const release = createReleases(() => map.update());
	const read = (): MapCluster => {
		const view = clusters.views().find(({ id }) => id === identity.id);
		return view === undefined ? gone(identity.name) : readMapCluster(view, release(session()?.backend()));
	};
	const map = createMapPanel({
		read,
		post: (message) => void (isOpen && panel.webview.postMessage(message)),
		connect: async () => await session()?.connect(true),
		carryOut: async (trial) => {
			const now = session();
			return now !== undefined && (await carryOut(trial, read(), now));
		},
		save: (picture) => savePicture(identity.name, picture),
		tell: (message) => void vscode.window.showErrorMessage(`${title}: ${message}`),
	});
	const links = [
		panel.webview.onDidReceiveMessage((message) =>
			map.take(message).catch((error: unknown) => output.error(`${title}: ${errorText(error)}`)),
		),
		{ dispose: clusters.onChange(map.update) },
		lookAt(clusters, new Set([identity.id]), panel),
	];
	panel.onDidDispose(() => {
		isOpen = false;
		vscode.Disposable.from(...links).dispose();
	});
	return panel;
}

/** A cluster that is configured no more, or otherwise: then it is another one. */
function gone(name: string): MapCluster {
	return {
		...{ name, trouble: 'not configured any more', release: '1.0', machines: [], units: [], localTemplates: [] },
		can: { setMetadata: false, changeUnits: false },
	};
}

async function savePicture(cluster: string, { format, bytes }: SavedPicture): Promise<void> {
	const name = `placement-${cluster.toLowerCase().replace(/[^a-z0-9]+/g, '-')}.${format}`;
	await saveFile({ name, bytes, filters: { [format === 'svg' ? 'SVG pictures' : 'PNG pictures']: [format] } });
}
