// Tells of units that kept another text than the file here, with the ways to change or see that.

import * as vscode from 'vscode';
import { clusterCommands } from '../../../protocol/src/commands.ts';
import type { Session } from '../clusters/session.ts';
import { keptText } from './kept-texts.ts';

/** Tells of units by name; of none, nothing. */
export async function tellKeptTexts({ identity }: Session, units: readonly string[]): Promise<void> {
	if (units.length === 0) return;
	const picked = await vscode.window.showWarningMessage(`${identity.name}: ${keptText(units)}.`, redeploy, compare);
	if (picked === undefined) return;
	for (const unit of units) await vscode.commands.executeCommand(picked.command, { cluster: identity.id, unit });
}

interface Way extends vscode.MessageItem {
	readonly command: string;
}

const redeploy: Way = { title: 'Redeploy', command: clusterCommands.redeployUnit };
const compare: Way = { title: 'Compare', command: clusterCommands.diffWithCluster };
