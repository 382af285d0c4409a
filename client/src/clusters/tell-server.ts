// Tells the language server what is live: machines and the states of units of all connected clusters, so that completion
// offers them, hovers name them, and rules can say that no machine will do.

import * as vscode from 'vscode';
import { type LanguageClient, State } from 'vscode-languageclient/node';
import {
	type LiveUnit,
	type MachinesParams,
	machinesNotification,
	type UnitStatesParams,
	unitStatesNotification,
} from '../../../protocol/src/requests.ts';
import { conditionOf } from '../cluster-view/condition.ts';
import { factsOf } from '../cluster-view/facts.ts';
import type { ClusterView } from '../cluster-view/view.ts';
import { machineName } from '../cluster-view/words.ts';
import type { Clusters } from './clusters.ts';

/** Tells from now on, each time that something else is to be told, or that there is a new server to tell. */
export function tellServer(clusters: Clusters, client: LanguageClient): vscode.Disposable {
	const begin = () =>
		[
			onlyNews((params: MachinesParams) => client.sendNotification(machinesNotification, params)),
			onlyNews((params: UnitStatesParams) => client.sendNotification(unitStatesNotification, params)),
		] as const;
	let [tellMachines, tellUnits] = begin();
	const tell = () => {
		if (client.state !== State.Running) return;
		const views = clusters.views();
		tellMachines({ machines: machinesOf(views) });
		tellUnits({ units: unitsOf(views) });
	};
	const restarts = client.onDidChangeState(({ newState }) => {
		if (newState !== State.Running) return;
		[tellMachines, tellUnits] = begin();
		tell();
	});
	return vscode.Disposable.from(restarts, { dispose: clusters.onChange(tell) });
}

/** The machines of all clusters, as the server takes them. */
export function machinesOf(views: readonly ClusterView[]): MachinesParams['machines'] {
	return views
		.flatMap(({ snapshot }) => snapshot?.machines ?? [])
		.map(({ id, primaryIP, metadata }) => ({
			id,
			metadata,
			...(primaryIP !== undefined && { primaryIP }),
		}));
}

/** The units of all clusters with their states in words; with several clusters, each says its name. */
export function unitsOf(views: readonly ClusterView[]): readonly LiveUnit[] {
	const read = views.filter(({ snapshot }) => snapshot !== undefined);
	return read.flatMap((view) => {
		const facts = factsOf(view.snapshot ?? { machines: [], units: [], states: [] });
		return facts.snapshot.units.map((unit) => {
			const { words } = conditionOf(unit, facts.statesOf(unit.name));
			const place =
				unit.machineId === undefined ? '' : ` on ${machineName(unit.machineId, facts.machine(unit.machineId))}`;
			return { name: unit.name, state: words + place + (read.length > 1 ? `, ${view.name}` : '') };
		});
	});
}

/** Tells what is not what was told last. Notifications that get lost do so with their server. */
function onlyNews<T>(tell: (params: T) => Promise<void>): (params: T) => void {
	let told = '';
	return (params) => {
		const text = JSON.stringify(params);
		if (text === told) return;
		told = text;
		tell(params).catch(() => {});
	};
}
