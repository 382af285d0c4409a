// Opens the placement map of a cluster, and does what was tried in it, after asking.

import * as vscode from 'vscode';
import { shortId } from '../cluster-view/words.ts';
import type { Session } from '../clusters/session.ts';
import { type Deed, deedOf, type UnitDeed } from '../placement/deeds.ts';
import type { MapCluster } from '../placement/map-cluster.ts';
import { createMap } from '../placement/map-model.ts';
import { changeText } from '../placement/metadata-text.ts';
import { performDeed } from '../placement/perform-deed.ts';
import { planText } from '../placement/plan-texts.ts';
import type { Trial } from '../placement/trials.ts';
import { ask, confirm } from './confirm.ts';
import { pickConnected } from './pick.ts';
import { tellResult, withProgress } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Opens the map of the cluster that the row belongs to, or asks for which. */
export const openPlacementMap: Handler = async (services, ...args) => {
	const [row] = rowsOf(services, args);
	const session = row === undefined ? await pickConnected(services) : services.clusters.session(row.about.cluster);
	if (session === undefined) return;
	if (session.view().connection.kind === 'idle') void session.connect();
	services.maps.open(session);
};

/** Does what was tried, if the user agrees. Whether it was done. */
export async function carryOut(
	services: ClusterServices,
	{ trial, map, session }: { readonly trial: Trial; readonly map: MapCluster; readonly session: Session },
): Promise<boolean> {
	const deed = deedOf(trial, map);
	if (deed.kind === 'none') {
		void vscode.window.showInformationMessage(`${session.identity.name}: ${deed.reason}.`);
		return false;
	}
	if (!(await isAgreed(deed, consequenceOf(trial, deed, map), session))) return false;
	const pathOf = (file: string) => services.clusters.localFiles().get(file)?.path;
	const result = await withProgress(services, session, {
		title: deedTitle(deed),
		run: (backend, context) => performDeed(deed, backend, pathOf, context),
	});
	if (result === undefined) return false;
	if (result.length > 0) tellResult(services, session, result);
	else vscode.window.setStatusBarMessage(`$(check) metadata of ${session.identity.name} is set`, 8000);
	return true;
}

type DoneDeed = Exclude<Deed, { readonly kind: 'none' }>;

async function isAgreed(deed: DoneDeed, consequence: string, session: Session): Promise<boolean> {
	if (deed.kind === 'units') {
		const subjects = deed.units.map((unit) => ({ session, unit }));
		return await confirm(subjects, { verb: deed.verb, consequence });
	}
	const machine = shortId(deed.machineId);
	return await ask({
		title: `Set ${changeText(deed.change)} on ${machine} of ${session.identity.name}?`,
		verb: 'Set Metadata',
		detail: consequence,
		consequence,
		...(session.identity.production && { word: machine }),
	});
}

/** What fleet will make of just that, told before it is done. */
function consequenceOf(trial: Trial, deed: DoneDeed, map: MapCluster): string {
	const plan = planText(createMap(map, [trial]));
	const shown = plan?.items.slice(0, mostShown).map(({ unit, words }) => `${unit} ${words}`) ?? [];
	const more = (plan?.items.length ?? 0) - shown.length;
	const source = deed.kind === 'units' ? sourceText(deed) : [];
	const lines = shown.length === 0 ? ['No unit would move.'] : ['As the cluster is now:', ...shown];
	return [...lines, ...(more > 0 ? [`and ${more} more`] : []), ...source].join('\n');
}

const mostShown = 12;

function sourceText({ localTemplate }: UnitDeed): readonly string[] {
	return localTemplate === undefined ? [] : [`The text is that of ${localTemplate} in this workspace.`];
}

function deedTitle(deed: DoneDeed): string {
	if (deed.kind === 'metadata') return 'setting metadata';
	const doing = { Start: 'starting', Stop: 'stopping', Unload: 'unloading' }[deed.verb];
	const [only] = deed.units;
	return `${doing} ${deed.units.length === 1 && only !== undefined ? only : `${deed.units.length} units`}`;
}
