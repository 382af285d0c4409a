// The row of a cluster and the branches below it. What was read once stays, even when the cluster cannot be reached.

import { conditionOf } from './condition.ts';
import { type Facts, factsOf } from './facts.ts';
import { filterMachines, filterUnits } from './filter.ts';
import { unitsNode } from './group-nodes.ts';
import { hostSentence } from './host-words.ts';
import { machinesNode } from './machine-nodes.ts';
import { failureNodes, hintNode } from './message-nodes.ts';
import { contextOf, type Icon, idBelow, type TreeNode } from './node.ts';
import { problemsNode } from './problem-nodes.ts';
import { unitFilesNode } from './unit-file-nodes.ts';
import { abilitiesOf } from './unit-flags.ts';
import type { ClusterView, Connection, ViewOptions } from './view.ts';
import { ageText, counted, joined, plain } from './words.ts';

/** The row of a cluster. */
export function clusterNode(view: ClusterView, options: ViewOptions): TreeNode {
	const facts = view.snapshot && factsOf(view.snapshot);
	const id = idBelow('cluster', view.id);
	const description = clusterDescription(view);
	return {
		kind: 'cluster',
		id,
		label: view.name,
		description,
		tooltip: tooltipOf(view, description),
		icon: iconOf(view.connection),
		spoken: `cluster ${view.name}, ${description}`,
		context: contextOf('cluster', [view.connection.kind, view.origin, ...abilitiesOf(view)]),
		children: childrenOf(id, view, options, facts),
		about: { cluster: view.id },
	};
}

/** How a cluster is, in a phrase. What can change stands first, because the sidebar is narrow. */
export function clusterDescription(view: ClusterView): string {
	return joined([
		connectionWords[view.connection.kind],
		view.production && 'production',
		view.readOnly && 'read-only',
		view.snapshot && summaryOf(factsOf(view.snapshot)),
		view.snapshot !== undefined && view.age !== undefined && ageText(view.age),
		view.address,
	]);
}

function tooltipOf(view: ClusterView, description: string): string {
	return [
		`**${plain(view.name)}**`,
		...description.split(' · ').map(plain),
		failureText(view.connection),
		view.origin === 'environment' ? plain('Named by FLEETCTL_* in the environment.') : '',
		view.host === undefined ? '' : plain(hostSentence(view.host)),
	]
		.filter((line) => line !== '')
		.join('\n\n');
}

/** The number of units that failed; the badge of the view. */
export function failedUnits(view: ClusterView): number {
	return view.snapshot === undefined ? 0 : failedIn(factsOf(view.snapshot));
}

function failedIn({ snapshot: { units }, statesOf }: Facts): number {
	return units.filter((unit) => conditionOf(unit, statesOf(unit.name)).kind === 'failed').length;
}

const connectionWords: Readonly<Record<Connection['kind'], string>> = {
	idle: 'not connected',
	connecting: 'connecting',
	connected: '',
	failed: 'cannot be reached',
	lost: 'connection lost',
};

function iconOf({ kind }: Connection): Icon {
	if (kind === 'failed' || kind === 'lost') return { name: 'cloud', colour: 'problemsErrorIcon.foreground' };
	return { name: kind === 'connected' ? 'cloud' : 'cloud-download' };
}

function failureText(connection: Connection): string {
	return 'failure' in connection ? plain(connection.failure.message) : '';
}

function summaryOf(facts: Facts): string {
	const { machines, units } = facts.snapshot;
	const failed = failedIn(facts);
	return [
		counted(machines.length, 'machine'),
		counted(units.length, 'unit'),
		...(failed > 0 ? [`${failed} failed`] : []),
	].join(', ');
}

function childrenOf(
	id: string,
	view: ClusterView,
	options: ViewOptions,
	facts: Facts | undefined,
): readonly TreeNode[] {
	const failures = 'failure' in view.connection ? failureNodes(view.connection.failure, id, view) : [];
	return facts === undefined ? failures : [...failures, ...branches(id, view, options, facts)];
}

function branches(id: string, view: ClusterView, { groupBy, filter }: ViewOptions, facts: Facts): readonly TreeNode[] {
	const units = filterUnits(filter, facts);
	const empty = facts.snapshot.units.length === 0;
	return [
		...(view.findings.length > 0 ? [problemsNode(id, view)] : []),
		machinesNode(id, view, facts, filterMachines(filter, facts, units)),
		empty ? noUnitsNode(id, view) : unitsNode(id, groupBy, view, facts, units),
		...(empty ? [] : [unitFilesNode(id, view, facts, units)]),
	];
}

function noUnitsNode(id: string, view: ClusterView): TreeNode {
	const how = view.readOnly ? 'this cluster is read-only here' : 'right-click a unit file to submit or start it';
	return hintNode(idBelow(id, 'no-units'), 'No units yet', how, view);
}
