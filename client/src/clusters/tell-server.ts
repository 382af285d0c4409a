// Tells the language server what is live: machines and the states of units of all connected clusters, so that completion
// offers them, hovers name them, and rules can say that no machine will do.

import * as vscode from 'vscode';
import type { LanguageClient } from 'vscode-languageclient/node';
import {
	type MachinesParams,
	machinesNotification,
	type UnitStatesParams,
	unitStatesNotification,
} from '../../../protocol/src/requests.ts';
import type { Clusters } from './clusters.ts';
import { machinesOf, unitsOf } from './live-params.ts';

/** Tells from now on, each time that something else is to be told, or that there is a new server to tell. */
export function tellServer(clusters: Clusters, client: LanguageClient): vscode.Disposable {
	const begin = () =>
		[
			onlyNews((params: MachinesParams) => client.sendNotification(machinesNotification, params)),
			onlyNews((params: UnitStatesParams) => client.sendNotification(unitStatesNotification, params)),
		] as const;
	let [tellMachines, tellUnits] = begin();
	const tell = () => {
		if (!client.isRunning()) return;
		const views = clusters.views();
		tellMachines({ machines: machinesOf(views) });
		tellUnits({ units: unitsOf(views) });
	};
	const restarts = client.onDidChangeState(() => {
		if (!client.isRunning()) return;
		[tellMachines, tellUnits] = begin();
		tell();
	});
	return vscode.Disposable.from(restarts, { dispose: clusters.onChange(tell) });
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
