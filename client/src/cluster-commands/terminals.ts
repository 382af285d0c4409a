// Terminals on machines: a shell, or the journal of a unit by plain ssh. The program is started with its arguments as
// they are; no shell of this machine reads them.

import * as vscode from 'vscode';
import type { Session } from '../clusters/session.ts';
import type { Source } from '../journal/sources.ts';
import { tellError } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf, unitsOf } from './subject.ts';

/** Opens a shell on machines. */
export const openShell: Handler = async (services, ...args) => {
	for (const { about } of rowsOf(services, args)) {
		const session = services.clusters.session(about.cluster);
		if (session === undefined || about.machine === undefined) continue;
		await openTerminal(services, session, about.machine, [], about.machine.slice(0, 8));
	}
};

/** Follows the journals of units in terminals. */
export const journalInTerminal: Handler = async (services, ...args) => {
	for (const { session, unit, machineId } of await unitsOf(services, args)) {
		const states = session.view().snapshot?.states.filter(({ name }) => name === unit) ?? [];
		const ids = machineId === undefined ? states.map((state) => state.machineId) : [machineId];
		for (const id of ids) await openJournal(services, session, unit, id);
	}
};

/** Follows journals in terminals; of several, the user says which. */
export async function openJournals(services: ClusterServices, sources: readonly Source[]): Promise<void> {
	const items = sources.map((source) => ({
		label: source.unit,
		description: `on ${source.machineId.slice(0, 8)}`,
		source,
	}));
	const options = {
		title: 'Which journals? A terminal opens for each',
		canPickMany: true,
		matchOnDescription: true,
	} as const;
	const picked = items.length > 1 ? await vscode.window.showQuickPick(items, options) : items;
	for (const { source } of picked ?? []) {
		const session = services.clusters.session(source.cluster);
		if (session !== undefined) await openJournal(services, session, source.unit, source.machineId);
	}
}

async function openJournal(services: ClusterServices, session: Session, unit: string, id: string): Promise<void> {
	const command = ['journalctl', '--unit', unit, '--lines', '50', '--follow'];
	await openTerminal(services, session, id, command, `${unit} on ${id.slice(0, 8)}`);
}

async function openTerminal(
	services: ClusterServices,
	session: Session,
	machineId: string,
	command: readonly string[],
	name: string,
): Promise<void> {
	try {
		const argv = await session.backend()?.shellCommand(machineId, command, AbortSignal.timeout(10_000));
		const [program, ...rest] = argv ?? [];
		if (program === undefined) return;
		vscode.window
			.createTerminal({ name: `${name} (${session.identity.name})`, shellPath: program, shellArgs: rest })
			.show();
	} catch (error) {
		await tellError(services, `${session.identity.name}: a terminal on ${machineId.slice(0, 8)}`, error);
	}
}
