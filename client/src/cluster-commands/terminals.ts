// Terminals on machines: a shell, or the journal of a unit by plain ssh. The program is started with its arguments as
// they are; no shell of this machine reads them.

import * as vscode from 'vscode';
import { shortId } from '../cluster-view/words.ts';
import type { Session } from '../clusters/session.ts';
import type { Source } from '../journal/sources.ts';
import { machinesOf } from './machines.ts';
import { tellError } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf, unitsOf } from './subject.ts';

/** Opens a shell on machines; of a cluster that cannot be reached, on the host that leads to it. */
export const openShell: Handler = async (services, ...args) => {
	const [row] = rowsOf(services, args);
	if (row?.about.command === 'logIn') return logInByHand(services.clusters.session(row.about.cluster));
	for (const { session, machineId } of await machinesOf(services, args)) {
		await openTerminal(services, session, machineId, [], shortId(machineId));
	}
};

function logInByHand(session: Session | undefined): void {
	const { login, name } = session?.identity ?? {};
	if (login !== undefined) showTerminal(`ssh (${name})`, login);
}

/** Shows a terminal that runs a program with just these arguments. */
export function showTerminal(name: string, [program = '', ...rest]: readonly string[]): void {
	vscode.window.createTerminal({ name, shellPath: program, shellArgs: rest }).show();
}

/** Follows the journals of units in terminals. */
export const journalInTerminal: Handler = async (services, ...args) => {
	for (const { session, unit, machineId } of await unitsOf(services, args)) {
		const states = session.view().snapshot?.states.filter(({ name }) => name === unit) ?? [];
		const ids = machineId === undefined ? states.map((state) => state.machineId) : [machineId];
		if (ids.length === 0) {
			const message = `No machine of ${session.identity.name} has ${unit} loaded, so there is no journal to follow.`;
			void vscode.window.showInformationMessage(message);
		}
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
		if (argv !== undefined) showTerminal(`${name} (${session.identity.name})`, argv);
	} catch (error) {
		await tellError(services, `${session.identity.name}: a terminal on ${shortId(machineId)}`, error);
	}
}
