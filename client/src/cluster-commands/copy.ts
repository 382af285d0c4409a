// Copies names, machine IDs and addresses of the selected rows, one a line.

import * as vscode from 'vscode';
import { machinesOf } from './machines.ts';
import type { ClusterServices, Handler } from './services.ts';
import { unitsOf } from './subject.ts';

/** Copies the names of units. */
export const copyName = copy(async (services, args) => (await unitsOf(services, args)).map(({ unit }) => unit));

/** Copies whole machine IDs. */
export const copyMachineId = copy(async (services, args) =>
	(await machinesOf(services, args)).map(({ machineId }) => machineId),
);

/** Copies the addresses of machines. */
export const copyMachineAddress = copy(async (services, args) =>
	(await machinesOf(services, args)).flatMap(({ session, machineId }) => {
		const machines = session.view().snapshot?.machines ?? [];
		return machines.find(({ id }) => id === machineId)?.primaryIP ?? [];
	}),
);

function copy(textsOf: (services: ClusterServices, args: readonly unknown[]) => Promise<readonly string[]>): Handler {
	return async (services, ...args) => {
		const texts = [...new Set(await textsOf(services, args))];
		if (texts.length === 0) return;
		await vscode.env.clipboard.writeText(texts.join('\n'));
		vscode.window.setStatusBarMessage(
			`$(clippy) copied ${texts.length === 1 ? texts[0] : `${texts.length} lines`}`,
			4000,
		);
	};
}
