// Questions with a list of answers: which cluster, which unit. A question with one answer is not asked.

import * as vscode from 'vscode';
import { conditionOf } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import { localFileOf } from '../cluster-view/local-file.ts';
import type { Session } from '../clusters/session.ts';
import type { ClusterServices } from './services.ts';
import type { UnitSubject } from './subject.ts';

/** A connected cluster; one that is not is connected when it is picked. */
export async function pickConnected({ clusters }: ClusterServices): Promise<Session | undefined> {
	const sessions = clusters.sessions();
	const connected = sessions.filter((session) => session.view().connection.kind === 'connected');
	const [only, ...others] = connected.length > 0 ? connected : sessions;
	if (only === undefined || others.length === 0) return only && (await connectedSession(only));
	const items = (connected.length > 0 ? connected : sessions).map((session) => ({
		label: session.identity.name,
		description: session.identity.address,
		session,
	}));
	const picked = await vscode.window.showQuickPick(items, { title: 'On which cluster?' });
	return picked && (await connectedSession(picked.session));
}

async function connectedSession(session: Session): Promise<Session> {
	if (session.backend() === undefined) await session.connect();
	return session;
}

/** A unit of the connected clusters, as a list of one; empty where the user gave up. */
export async function pickUnit({ clusters }: ClusterServices): Promise<readonly UnitSubject[]> {
	const items = clusters.sessions().flatMap(unitItems);
	if (items.length === 0) {
		void vscode.window.showInformationMessage(
			'No cluster with units is connected: open one in the Clusters view first.',
		);
		return [];
	}
	const picked = await vscode.window.showQuickPick(items, { title: 'Which unit?', matchOnDescription: true });
	if (picked === undefined) return [];
	const file = localFileOf(picked.label, clusters.localFiles())?.path;
	return [{ session: picked.session, unit: picked.label, ...(file !== undefined && { file }) }];
}

function unitItems(session: Session) {
	const { snapshot } = session.view();
	if (snapshot === undefined) return [];
	const facts = factsOf(snapshot);
	return snapshot.units.map((unit) => ({
		label: unit.name,
		description: `${conditionOf(unit, facts.statesOf(unit.name)).words} · ${session.identity.name}`,
		session,
	}));
}
