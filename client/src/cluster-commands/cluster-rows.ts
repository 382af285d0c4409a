// Commands about clusters as a whole: connect and disconnect, filter, group, refresh, and the practice cluster.

import * as vscode from 'vscode';
import { type GroupBy, practiceId } from '../cluster-view/view.ts';
import type { Session } from '../clusters/session.ts';
import { rememberOptions } from '../clusters/view-options.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Connects clusters, or tries again. ssh may ask for what it needs, because the user is there. */
export const connectCluster: Handler = async (services, ...args) => {
	const sessions = await sessionsOf(services, args);
	await Promise.all(sessions.map((session) => session.connect(true)));
};

/** Disconnects clusters. */
export const disconnectCluster: Handler = async (services, ...args) => {
	const sessions = await sessionsOf(services, args);
	await Promise.all(sessions.map((session) => session.disconnect()));
};

/** Reads settings and environment again, looks at every connected cluster, and tries again where that failed. */
export const refreshClusters: Handler = async (services) => {
	await services.configure();
	const sessions = services.clusters.sessions();
	const hasFailed = (session: Session) => session.backend() === undefined && 'failure' in session.view().connection;
	for (const session of sessions) {
		if (hasFailed(session)) void session.connect();
		else session.nudge();
	}
};

/** Asks for a filter. */
export const filterClusters: Handler = async ({ clusters, memory }) => {
	const { filter } = clusters.options();
	const asked = await vscode.window.showInputBox({
		title: 'Show only machines and units that have all these words',
		prompt: 'Names, states, machines, addresses and metadata are looked at; empty shows everything.',
		value: filter,
	});
	if (asked !== undefined) await rememberOptions(clusters, memory, { ...clusters.options(), filter: asked.trim() });
};

/** Takes the filter away. */
export const clearFilter: Handler = async ({ clusters, memory }) =>
	await rememberOptions(clusters, memory, { ...clusters.options(), filter: '' });

const groupings: readonly (vscode.QuickPickItem & { readonly groupBy: GroupBy })[] = [
	{ label: 'Machine', description: 'where units are', groupBy: 'machine' },
	{ label: 'Template', description: 'instances together', groupBy: 'template' },
	{ label: 'State', description: 'what failed comes first', groupBy: 'state' },
	{ label: 'File', description: 'whether this workspace has the file', groupBy: 'file' },
	{ label: 'Nothing', description: 'one list by name', groupBy: 'none' },
];

/** Asks how units are grouped. */
export const groupUnits: Handler = async ({ clusters, memory }) => {
	const picked = await vscode.window.showQuickPick(groupings, { title: 'Group units by' });
	if (picked !== undefined) await rememberOptions(clusters, memory, { ...clusters.options(), groupBy: picked.groupBy });
};

/** Starts the practice cluster, and opens it in the tree. */
export const startPracticeCluster: Handler = async ({ practice, configure, clusters, treeView, provider }) => {
	await practice.start();
	await configure();
	await clusters.session(practiceId)?.connect();
	await clusters.shown();
	const id = provider.getChildren().find((one) => provider.node(one)?.about.cluster === practiceId);
	if (id !== undefined) await treeView.reveal(id, { expand: 2, focus: true });
};

/** Stops the practice cluster, after a question where it has units. */
export const stopPracticeCluster: Handler = async ({ practice, configure, clusters }) => {
	const units = clusters.session(practiceId)?.view().snapshot?.units.length ?? 0;
	if (units > 0 && !(await mayForget(units))) return;
	await clusters.session(practiceId)?.disconnect();
	await practice.stop();
	await configure();
};

async function mayForget(units: number): Promise<boolean> {
	const verb = 'Stop and Forget';
	const detail = `Its machines are simulated: its ${units === 1 ? 'unit is' : `${units} units are`} gone with it. Files stay.`;
	return (await vscode.window.showWarningMessage('Stop the practice cluster?', { modal: true, detail }, verb)) === verb;
}

async function sessionsOf(services: ClusterServices, args: readonly unknown[]): Promise<readonly Session[]> {
	const ids = rowsOf(services, args).map(({ about }) => about.cluster);
	if (ids.length > 0) return services.clusters.sessions().filter(({ identity }) => ids.includes(identity.id));
	const items = services.clusters.sessions().map((session) => ({
		label: session.identity.name,
		description: session.identity.address,
		session,
	}));
	const picked = await vscode.window.showQuickPick(items, { title: 'Which cluster?' });
	return picked === undefined ? [] : [picked.session];
}
