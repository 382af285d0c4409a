// Copies names, machine IDs and addresses of the selected rows, one a line.

import * as vscode from 'vscode';
import type { TreeNode } from '../cluster-view/node.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Copies the names of units. */
export const copyName = copy(({ about }) => about.unit);

/** Copies whole machine IDs. */
export const copyMachineId = copy(({ about }) => about.machine);

/** Copies the addresses of machines. */
export const copyMachineAddress = copy(({ about }, { clusters }) => {
	const machines = clusters.session(about.cluster)?.view().snapshot?.machines ?? [];
	return machines.find(({ id }) => id === about.machine)?.primaryIP;
});

function copy(textOf: (row: TreeNode, services: ClusterServices) => string | undefined): Handler {
	return async (services, ...args) => {
		const texts = rowsOf(services, args).flatMap((row) => textOf(row, services) ?? []);
		if (texts.length === 0) return;
		await vscode.env.clipboard.writeText([...new Set(texts)].join('\n'));
		vscode.window.setStatusBarMessage(
			`$(clippy) copied ${texts.length === 1 ? texts[0] : `${texts.length} lines`}`,
			4000,
		);
	};
}
