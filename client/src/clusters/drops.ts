// Unit files dropped on the tree: on a cluster or anything in it they are submitted there, after a look at where each
// would land; on a machine that is looked at, too. Rows of the tree cannot be dragged.

import * as vscode from 'vscode';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import type { ClusterTreeProvider } from '../cluster-view/tree-provider.ts';
import { uriList, type ViewContent } from './lazy-view.ts';

/** Files that were dropped on a cluster. */
export interface Drop {
	/** The cluster's id. */
	readonly cluster: string;
	/** Paths. */
	readonly files: readonly string[];
	/** The ID of the machine that they were dropped on, where they were. */
	readonly machine?: string;
}

/** Takes files that are dropped on rows of the tree. */
export function createDrops(provider: ClusterTreeProvider): ViewContent['drops'] {
	return {
		handleDrop: async (target, transfer) => {
			const files = await droppedFiles(transfer);
			const { kind, about } = (target === undefined ? undefined : provider.node(target)) ?? {};
			if (about === undefined || files.length === 0) return;
			const machine = kind === 'machine' ? about.machine : undefined;
			const drop: Drop = { cluster: about.cluster, files, ...(machine !== undefined && { machine }) };
			await vscode.commands.executeCommand(clusterCommands.previewPlacement, drop);
		},
	};
}

async function droppedFiles(transfer: vscode.DataTransfer): Promise<readonly string[]> {
	const text = (await transfer.get(uriList)?.asString()) ?? '';
	const uris = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
	return uris.map((uri) => vscode.Uri.parse(uri)).flatMap(({ scheme, fsPath }) => (scheme === 'file' ? [fsPath] : []));
}
