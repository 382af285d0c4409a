// Unit files dropped on the tree: on a cluster or anything in it they are submitted there, after a look at where each
// would land. Rows dragged out of the tree are their unit files.

import * as vscode from 'vscode';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import type { ClusterTreeProvider } from '../cluster-view/tree-provider.ts';

const uriList = 'text/uri-list';

/** Takes files that are dropped on rows of the tree. */
export function createDropController(provider: ClusterTreeProvider): vscode.TreeDragAndDropController<string> {
	return {
		dropMimeTypes: [uriList],
		dragMimeTypes: [],
		handleDrop: async (target, transfer) => {
			const files = await droppedFiles(transfer);
			const cluster = target === undefined ? undefined : provider.node(target)?.about.cluster;
			if (cluster === undefined || files.length === 0) return;
			await vscode.commands.executeCommand(clusterCommands.previewPlacement, { cluster, files });
		},
	};
}

async function droppedFiles(transfer: vscode.DataTransfer): Promise<readonly string[]> {
	const text = (await transfer.get(uriList)?.asString()) ?? '';
	const uris = text.split(/\r?\n/).filter((line) => line !== '' && !line.startsWith('#'));
	return uris.map((uri) => vscode.Uri.parse(uri)).flatMap(({ scheme, fsPath }) => (scheme === 'file' ? [fsPath] : []));
}
