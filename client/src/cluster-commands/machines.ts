// The machines that a command is about: those of the rows that it was called on, those where the unit of a file is; from the
// palette, one that is asked for.

import * as vscode from 'vscode';
import type { About } from '../cluster-view/node.ts';
import { counted, machineName, metadataText } from '../cluster-view/words.ts';
import type { Session } from '../clusters/session.ts';
import type { ClusterServices } from './services.ts';
import { rowsOf, type UnitSubject, unitsOf } from './subject.ts';

/** A machine of a cluster. */
export interface MachineSubject {
	readonly session: Session;
	readonly machineId: string;
}

/** The machines, of those clusters; none where the user gave up, or a row is about no machine of them. */
export async function machinesOf(
	services: ClusterServices,
	args: readonly unknown[],
	from: readonly Session[] = services.clusters.sessions(),
): Promise<readonly MachineSubject[]> {
	// A row that is gone meanwhile is no reason to ask for another.
	if (typeof args[0] === 'string') return rowsOf(services, args).flatMap(({ about }) => machineOfRow(about, from));
	if (args[0] !== undefined) return placesOf(await unitsOf(services, args));
	const items = from.flatMap(machineItems);
	if (items.length === 0) {
		void vscode.window.showInformationMessage('No machine is known yet: open a cluster in the Clusters view.');
		return [];
	}
	const picked = await vscode.window.showQuickPick(items, { title: 'Which machine?', matchOnDescription: true });
	return picked === undefined ? [] : [picked.subject];
}

function machineOfRow({ cluster, machine }: About, from: readonly Session[]): readonly MachineSubject[] {
	const session = from.find(({ identity }) => identity.id === cluster);
	return session === undefined || machine === undefined ? [] : [{ session, machineId: machine }];
}

/** Of a unit file, where its unit is. */
function placesOf(subjects: readonly UnitSubject[]): readonly MachineSubject[] {
	return subjects.flatMap(({ session, unit }) => {
		const states = session.view().snapshot?.states.filter(({ name }) => name === unit) ?? [];
		if (states.length === 0) {
			const message = `No machine of ${session.identity.name} has ${unit} loaded.`;
			void vscode.window.showInformationMessage(message);
		}
		return states.map(({ machineId }) => ({ session, machineId }));
	});
}

function machineItems(session: Session) {
	const { snapshot, name } = session.view();
	return (snapshot?.machines ?? []).map((machine) => {
		const units = snapshot?.states.filter(({ machineId }) => machineId === machine.id).length ?? 0;
		return {
			label: machineName(machine.id, machine),
			description: [metadataText(machine), counted(units, 'unit'), name].filter((part) => part !== '').join(' · '),
			subject: { session, machineId: machine.id },
		};
	});
}
