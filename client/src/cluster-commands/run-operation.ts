// Runs an operation of the cluster library for the user: shows what happens, can be cancelled, and ends with what really
// came of it.

import * as vscode from 'vscode';
import type { ClusterBackend } from '../../../cluster/src/backend.ts';
import { ClusterError } from '../../../cluster/src/errors.ts';
import type { OperationContext } from '../../../cluster/src/operations/context.ts';
import { isGood, type OperationResult, type UnitResult } from '../../../cluster/src/operations/outcome.ts';
import { clusterCommands, languageCommands } from '../../../protocol/src/commands.ts';
import { errorText } from '../clusters/failure.ts';
import type { Session } from '../clusters/session.ts';
import { keptUnit } from './kept-texts.ts';
import { outcomeText } from './operation-texts.ts';
import { progressOf } from './progress-report.ts';
import type { ClusterServices } from './services.ts';
import { tellKeptTexts } from './tell-kept-texts.ts';

/** Something to do on a cluster. */
export interface Work<T> {
	/** Goes on from “web@1.service: ”, or stands alone: `starting web@1.service`. */
	readonly title: string;
	readonly run: (backend: ClusterBackend, context: OperationContext) => Promise<T>;
}

/** Does work on a cluster with progress in the notification area. `undefined` where it failed, which was told then. */
export async function withProgress<T>(
	services: ClusterServices,
	session: Session,
	{ title, run }: Work<T>,
): Promise<T | undefined> {
	const options = {
		location: vscode.ProgressLocation.Notification,
		cancellable: true,
		title: `${session.identity.name}: ${title}`,
	};
	return await vscode.window.withProgress(options, async (progress, token) => {
		const cancel = new AbortController();
		const toShow = progressOf(title);
		const kept = new Set<string>();
		token.onCancellationRequested(() => cancel.abort());
		const report: NonNullable<OperationContext['report']> = (event) => {
			const shown = toShow(event);
			if (shown !== undefined) progress.report(shown);
			const unit = keptUnit(event);
			if (unit !== undefined) kept.add(unit);
			if (event.kind === 'warning') services.output.warn(`${session.identity.name}: ${event.message}`);
		};
		try {
			const result = await run(backendOf(session), { signal: cancel.signal, report });
			void tellKeptTexts(session, [...kept]);
			return result;
		} catch (error) {
			if (!cancel.signal.aborted) void tellError(services, `${session.identity.name}: ${title}`, error);
			return undefined;
		} finally {
			session.nudge();
		}
	});
}

/**
 * Tells how an operation ended: a line in the status bar where all is well, else what is not and what to do. `more` is
 * what else is not as asked.
 */
export function tellResult(services: ClusterServices, session: Session, result: OperationResult, more?: string): void {
	for (const one of result) services.output.info(`${session.identity.name}: ${outcomeText(one)}`);
	const bad = result.filter(({ outcome }) => !isGood(outcome));
	if (bad.length === 0 && more === undefined) {
		vscode.window.setStatusBarMessage(`$(check) ${summaryOf(result)}`, 8000);
		return;
	}
	void tellFailures(session, bad, more);
}

function summaryOf(result: OperationResult): string {
	const [only] = result;
	return result.length === 1 && only !== undefined ? outcomeText(only) : `${result.length} units are as asked`;
}

async function tellFailures(session: Session, bad: readonly UnitResult[], more: string | undefined): Promise<void> {
	const [first, ...others] = bad;
	const rest = others.length === 0 ? undefined : `${others.length} more are not as asked, see the log`;
	const told = [first && outcomeText(first), rest, more].filter((text) => text !== undefined);
	const ways = first === undefined ? [showLog] : waysOn(session, first);
	const picked = await vscode.window.showErrorMessage(`${session.identity.name}: ${told.join('. ')}`, ...ways);
	if (picked === undefined) return;
	await vscode.commands.executeCommand(picked.command, { cluster: session.identity.id, unit: first?.name });
}

interface Way extends vscode.MessageItem {
	readonly command: string;
}

const showLog: Way = { title: 'Show Log', command: languageCommands.showOutput };

/** Where one finds out more: what a machine says of a unit that is there, the reasons of all machines else. */
function waysOn(session: Session, { view, outcome }: UnitResult): readonly Way[] {
	const { capabilities } = session.view();
	if (outcome.kind === 'error') return [showLog];
	if (view.states.length === 0) return [{ title: 'Why?', command: clusterCommands.explainPlacement }, showLog];
	return [
		...(capabilities.has('status') ? [{ title: 'Show Status', command: clusterCommands.showStatus }] : []),
		...(capabilities.has('journal') ? [{ title: 'Follow the Journal', command: clusterCommands.followJournal }] : []),
		showLog,
	];
}

/** Tells of an error that ended some work, with its log a click away. */
export async function tellError({ output }: ClusterServices, what: string, error: unknown): Promise<void> {
	output.error(`${what}: ${errorText(error)}`);
	const log = 'Show Log';
	if ((await vscode.window.showErrorMessage(`${what}: ${errorText(error)}`, log)) === log) output.show();
}

function backendOf(session: Session): ClusterBackend {
	const backend = session.backend();
	if (backend !== undefined) return backend;
	throw new ClusterError('unreachable', `${session.identity.name} is not connected`, { advice: 'connect it first' });
}
