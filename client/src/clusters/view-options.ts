// How the user wants to see clusters, remembered for the workspace.

import type * as vscode from 'vscode';
import type { GroupBy, ViewOptions } from '../cluster-view/view.ts';
import type { Clusters } from './clusters.ts';

const key = 'clusters.view';

const groupings: readonly GroupBy[] = ['machine', 'template', 'state', 'file', 'none'];

/** Shows clusters as they were shown last. What cannot be read of that counts for nothing. */
export function restoreOptions(clusters: Clusters, memory: vscode.Memento): void {
	const { groupBy, filter } = memory.get<Partial<ViewOptions>>(key, {});
	clusters.setOptions({
		groupBy: groupings.find((known) => known === groupBy) ?? 'none',
		filter: typeof filter === 'string' ? filter : '',
	});
}

/** Shows clusters another way, from now on. */
export async function rememberOptions(clusters: Clusters, memory: vscode.Memento, options: ViewOptions): Promise<void> {
	clusters.setOptions(options);
	await memory.update(key, options);
}
