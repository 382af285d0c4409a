// What the tree of a large cluster costs, apart from drawing it: the rows of a cluster that was just read, and what one
// unit's change makes of them.

import type { TreeNode } from '../../client/src/cluster-view/node.ts';
import { changedNodes, treeOf } from '../../client/src/cluster-view/tree.ts';
import type { ClusterView } from '../../client/src/cluster-view/view.ts';
import type { ClusterSnapshot, UnitState } from '../../cluster/src/model.ts';
import { readOptions } from '../../core/src/fleet/options.ts';
import type { Group } from './stage.ts';
import { timed } from './stage.ts';
import { median } from './statistics.ts';

const machineCount = 100;
const unitCount = 1_000;
/** Units that no machine takes: each is explained machine by machine. */
const unplaced = 50;
const rounds = 9;
const grouped = { groupBy: 'machine', filter: '' } as const;

/** 1,000 units on 100 machines, grouped by machine: everything for the first time, then one unit in another state. */
export const clusterTreeGroup: Group = {
	name: 'tree',
	async measure(stage) {
		const paint = await stage.repeat(rounds, () => {
			const view = viewOf(newSnapshot());
			return timed(() => rowsIn(treeOf([view], grouped)));
		});
		let snapshot = newSnapshot();
		let shown = treeOf([viewOf(snapshot)], grouped);
		const update = await stage.repeat(rounds, (round) => {
			snapshot = {
				...snapshot,
				states: snapshot.states.map((state, at) => (at === round ? restarting(state) : state)),
			};
			return timed(() => {
				const next = treeOf([viewOf(snapshot)], grouped);
				changedNodes(shown, next);
				rowsIn(next);
				shown = next;
			});
		});
		const row = (metric: string, times: readonly number[]) =>
			({ metric: `1,000 units × 100 machines, ${metric}`, value: median(times), unit: 'ms', n: rounds }) as const;
		return [row('first rows', paint), row('one unit changed', update)];
	},
};

function restarting(state: UnitState): UnitState {
	return { ...state, active: 'activating', sub: 'auto-restart' };
}

/** All rows by id, as the view keeps them. */
function rowsIn(nodes: readonly TreeNode[]): ReadonlyMap<string, TreeNode> {
	const rows = new Map<string, TreeNode>();
	const add = (node: TreeNode): void => {
		rows.set(node.id, node);
		for (const child of node.children) add(child);
	};
	for (const node of nodes) add(node);
	return rows;
}

function viewOf(snapshot: ClusterSnapshot): ClusterView {
	return {
		...{ id: 'bench', name: 'bench', address: 'unix:///var/run/fleet.sock', origin: 'settings' },
		...{ readOnly: false, production: false, connection: { kind: 'connected' } },
		...{ findings: [], reasons: new Map(), localFiles: new Map(), snapshot },
		capabilities,
	};
}

const capabilities: ReadonlySet<string> = new Set(['schedule', 'submit', 'journal', 'status', 'shell']);

/** A snapshot of which nothing is remembered yet. */
function newSnapshot(): ClusterSnapshot {
	const machines = Array.from({ length: machineCount }, (_, at) => ({
		id: at.toString(16).padStart(32, 'a'),
		primaryIP: `10.0.0.${at}`,
		metadata: { region: 'eu', role: at % 2 === 0 ? 'web' : 'db' },
	}));
	const placeOf = (at: number) => (at < unplaced ? undefined : machines[at % machineCount]?.id);
	const units = Array.from({ length: unitCount }, (_, at) => unitOf(at, placeOf(at)));
	const states = units.flatMap(({ name, hash, machineId }) =>
		machineId === undefined ? [] : [{ name, hash, machineId, load: 'loaded', active: 'active', sub: 'running' }],
	);
	return { machines, units, states };
}

function unitOf(at: number, machineId: string | undefined): ClusterSnapshot['units'][number] {
	const role = at < unplaced ? 'cache' : at % 2 === 0 ? 'web' : 'db';
	const { options } = readOptions(`[Service]\nExecStart=/bin/app\n[X-Fleet]\nMachineMetadata=role=${role}\n`);
	return {
		...{ name: `app@${String(at).padStart(4, '0')}.service`, options, hash: 'a'.repeat(40), global: false },
		...{ desiredState: 'launched', currentState: machineId === undefined ? 'inactive' : 'launched' },
		...(machineId !== undefined && { machineId }),
	};
}
