// Menus of rows of the cluster tree in the workbench, against what package.json says of such rows.
import { expect } from 'vitest';
import type { TreeNode } from '../../client/src/cluster-view/node.ts';
import { treeOf } from '../../client/src/cluster-view/tree.ts';
import type { ClusterView, GroupBy } from '../../client/src/cluster-view/view.ts';
import { buttonsOfRow, expand, literally, menuOfRow } from './cluster-steps.ts';
import { type Keys, offered } from './offered-menus.ts';
import type { Page } from './playwright.ts';

/** What the workbench has set while a cluster is connected and a unit file is open. */
export const keys: Keys = {
	isWorkspaceTrusted: true,
	view: 'fleetUnits.clusterTree',
	resourceLangId: 'systemd-unit',
	editorLangId: 'systemd-unit',
	'fleetUnits.connected': true,
};

/** A row with those that it stands below. */
export interface Placed {
	readonly node: TreeNode;
	readonly above: readonly TreeNode[];
}

/** For each thing that menus see of rows, the first row of a cluster that shows it and has a menu. */
export function oneOfEachKind(view: ClusterView, groupBy: GroupBy): readonly Placed[] {
	const all = treeOf([view], { groupBy, filter: '' }).flatMap((node) => placedBelow({ node, above: [] }));
	const contexts = all.map(({ node: { context } }) => context);
	return all.filter(
		({ node: { context } }, index) => contexts.indexOf(context) === index && menuFor(context).entries.length > 0,
	);
}

function placedBelow(placed: Placed): readonly Placed[] {
	const { node, above } = placed;
	return [placed, ...node.children.flatMap((child) => placedBelow({ node: child, above: [...above, node] }))];
}

function menuFor(context: string) {
	return offered('view/item/context', { ...keys, viewItem: context });
}

/** Opens what is above the rows, and waits until each offers what it should: some of that comes in piece by piece. */
export async function sameMenus(page: Page, rows: readonly Placed[]): Promise<void> {
	for (const { node, above } of rows) {
		for (const parent of above) await expand(page, spokenOf(parent));
		const spoken = spokenOf(node);
		const { entries, buttons } = menuFor(node.context);
		const patience = { timeout: 30_000, message: `${spoken.source} is ${node.context}` };
		await expect.poll(() => menuOfRow(page, spoken), patience).toEqual(entries);
		await expect.poll(() => buttonsOfRow(page, spoken), patience).toEqual(buttons);
	}
}

/** What a screen reader says of a row; of clusters and machines only which it is. */
function spokenOf({ kind, label, description, spoken }: TreeNode): RegExp {
	if (kind === 'cluster' || kind === 'machine') return new RegExp(`^${kind} ${literally(label)}`);
	return new RegExp(`^${literally(spoken ?? `${label} ${description}`)}`);
}
