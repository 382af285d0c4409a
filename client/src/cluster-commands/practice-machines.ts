// What can be done to machines of the practice cluster only: take one away as a power cut would, and bring it back.

import * as vscode from 'vscode';
import type { Loss } from '../../../cluster/src/embedded/machines.ts';
import type { PracticeControls } from '../../../cluster/src/embedded/practice-controls.ts';
import { practiceId } from '../cluster-view/view.ts';
import { shortId } from '../cluster-view/words.ts';
import { machinesOf } from './machines.ts';
import { tellError } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

const losses: readonly (vscode.QuickPickItem & { readonly loss: Loss })[] = [
	{
		label: 'The power goes',
		description: 'the machine and all its units are gone; fleet notices within 30 seconds',
		loss: 'off',
	},
	{
		label: 'fleetd dies',
		description: 'within 30 seconds fleet thinks the machine lost; what runs there runs on',
		loss: 'killed',
	},
	{ label: 'fleetd is stopped', description: 'its units are unloaded first and move at once', loss: 'drained' },
];

/** Takes machines away. */
export const loseMachine: Handler = async (services, ...args) => {
	const practice = services.clusters.sessions().filter(({ identity }) => identity.id === practiceId);
	const ids = (await machinesOf(services, args, practice)).map(({ machineId }) => machineId);
	const picked = ids.length === 0 ? undefined : await vscode.window.showQuickPick(losses, { title: 'How is it lost?' });
	if (picked === undefined) return;
	await control(services, (controls, signal) =>
		Promise.all(ids.map((id) => controls.loseMachine(id, picked.loss, signal))),
	);
};

/** Brings machines back; asked of the row of all machines, those that are gone are offered. */
export const returnMachine: Handler = async (services, ...args) => {
	await control(services, async (controls, signal) => {
		const chosen = rowsOf(services, args).flatMap(({ about }) => about.machine ?? []);
		const ids = chosen.length > 0 ? chosen : await pickLost(controls, signal);
		await Promise.all(ids.map((id) => controls.returnMachine(id, signal)));
	});
};

async function pickLost(controls: PracticeControls, signal: AbortSignal): Promise<readonly string[]> {
	const lost = (await controls.machines(signal)).filter(({ fleetd }) => fleetd !== 'running');
	if (lost.length === 0) {
		void vscode.window.showInformationMessage('All machines of the practice cluster are there.');
		return [];
	}
	if (lost.length === 1) return lost.map(({ id }) => id);
	const items = lost.map(({ id, fleetd }) => ({
		label: shortId(id),
		description: `fleetd ${fleetd}`,
		picked: true,
		id,
	}));
	const picked = await vscode.window.showQuickPick(items, { title: 'Which machines return?', canPickMany: true });
	return (picked ?? []).map(({ id }) => id);
}

async function control(
	services: ClusterServices,
	work: (controls: PracticeControls, signal: AbortSignal) => Promise<unknown>,
): Promise<void> {
	const controls = services.practice.controls();
	if (controls === undefined) return;
	try {
		await work(controls, new AbortController().signal);
	} catch (error) {
		await tellError(services, 'practice cluster', error);
	}
	services.clusters.session(practiceId)?.nudge();
}
