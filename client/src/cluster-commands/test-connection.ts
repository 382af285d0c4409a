// Whether a cluster answers, before it is saved. Where it does not, the error is told as it is, with the ways to go on.

import * as vscode from 'vscode';
import type { ClusterTarget } from '../../../cluster/src/target.ts';
import { errorText, programText } from '../clusters/failure.ts';
import type { ClusterServices } from './services.ts';
import { showTerminal } from './terminals.ts';

/** Whether the cluster answers, at last; not where the user gives up. */
export async function works(services: ClusterServices, target: ClusterTarget): Promise<boolean> {
	for (;;) {
		const error = await firstError(services, target);
		if (error === undefined) return true;
		services.output.error([`${target.name}: ${errorText(error)}`, programText(error)].join('\n').trim());
		if (!(await wantsAgain(services, target, error))) return false;
	}
}

/** What was typed is not lost: who logs in by hand first can go on from there. */
async function wantsAgain(services: ClusterServices, target: ClusterTarget, error: unknown): Promise<boolean> {
	const [again, byHand] = ['Try Again', 'Log In by Hand'];
	const message = `${target.name}: ${errorText(error)}`;
	const detail = ['Nothing was saved.', programText(error)].filter((text) => text !== '').join('\n\n');
	const options = { modal: true, detail };
	const login = services.login(target);
	const ways = login === undefined ? [again] : [again, byHand];
	const picked = await vscode.window.showErrorMessage(message, options, ...ways);
	if (picked !== byHand || login === undefined) return picked === again;
	showTerminal(`ssh (${target.name})`, login);
	const next = `When you have logged in, ${target.name} can be tried again.`;
	return (await vscode.window.showInformationMessage(next, again)) === again;
}

async function firstError(services: ClusterServices, target: ClusterTarget): Promise<unknown> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		cancellable: true,
		title: `${target.name}: testing the connection`,
	};
	return await vscode.window.withProgress(options, async (_progress, token) => {
		const giveUp = new AbortController();
		token.onCancellationRequested(() => giveUp.abort());
		try {
			const backend = await services.open(target, giveUp.signal);
			await backend.machines(giveUp.signal).finally(() => backend.dispose());
			return undefined;
		} catch (error) {
			return error;
		}
	});
}
