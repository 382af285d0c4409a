// Questions with a list of answers: which cluster, which unit. A question with one answer is not asked.

import path from 'node:path';
import * as vscode from 'vscode';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import { conditionOf } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import { localFileOf } from '../cluster-view/local-file.ts';
import type { Session } from '../clusters/session.ts';
import { openUnitFiles, savedFile } from '../unit-documents.ts';
import type { ClusterServices } from './services.ts';
import type { UnitSubject } from './subject.ts';

/** A connected cluster; one that is not is connected when it is picked. */
export async function pickConnected(services: ClusterServices): Promise<Session | undefined> {
	const sessions = services.clusters.sessions();
	if (sessions.length === 0) return (await offerCluster()) ? services.clusters.sessions()[0] : undefined;
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

/** Where there is no cluster, there are two ways to one. Whether one was taken. */
async function offerCluster(): Promise<boolean> {
	const ways = [
		{ title: 'Start the Practice Cluster', command: clusterCommands.startPracticeCluster },
		{ title: 'Add a Cluster', command: clusterCommands.addCluster },
	];
	const picked = await vscode.window.showInformationMessage('No cluster is known yet.', ...ways);
	if (picked !== undefined) await vscode.commands.executeCommand(picked.command);
	return picked !== undefined;
}

async function connectedSession(session: Session): Promise<Session> {
	if (session.backend() === undefined) await session.connect();
	return session;
}

/** A unit of the connected clusters or of the files that are open, as a list of one; empty where the user gave up. */
export async function pickUnit(services: ClusterServices): Promise<readonly UnitSubject[]> {
	const items: readonly UnitItem[] = [...fileItems(), ...services.clusters.sessions().flatMap(unitItems)];
	const [only, ...others] = items;
	if (only === undefined) {
		const message = 'No unit is at hand: open a unit file, or a cluster in the Clusters view.';
		void vscode.window.showInformationMessage(message);
		return [];
	}
	const options = { title: 'Which unit?', matchOnDescription: true };
	const picked = others.length === 0 ? only : await vscode.window.showQuickPick(items, options);
	return picked === undefined ? [] : await picked.take(services);
}

interface UnitItem extends vscode.QuickPickItem {
	readonly take: (services: ClusterServices) => Promise<readonly UnitSubject[]>;
}

function fileItems(): readonly UnitItem[] {
	return openUnitFiles().map((document) => ({
		label: path.basename(document.fileName),
		description: 'open in an editor',
		take: async (services) => {
			const file = await savedFile(document);
			const session = file === undefined ? undefined : await pickConnected(services);
			if (file === undefined || session === undefined) return [];
			return [{ session, unit: path.basename(file), file }];
		},
	}));
}

function unitItems(session: Session): readonly UnitItem[] {
	const { snapshot } = session.view();
	if (snapshot === undefined) return [];
	const facts = factsOf(snapshot);
	return snapshot.units.map((unit) => ({
		label: unit.name,
		description: `${conditionOf(unit, facts.statesOf(unit.name)).words} · ${session.identity.name}`,
		take: async ({ clusters }) => {
			const file = localFileOf(unit.name, clusters.localFiles())?.path;
			return [{ session, unit: unit.name, ...(file !== undefined && { file }) }];
		},
	}));
}
