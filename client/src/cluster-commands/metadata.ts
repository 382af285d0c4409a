// What other metadata of a machine would bring about, and then, where the cluster can do it, the change itself.

import * as vscode from 'vscode';
import { releaseOn } from '../../../cluster/src/operations/fleet-cluster.ts';
import { readSnapshot } from '../../../cluster/src/operations/read-snapshot.ts';
import { whatIf } from '../../../cluster/src/operations/what-if.ts';
import { shortId } from '../cluster-view/words.ts';
import type { Session } from '../clusters/session.ts';
import { whatIfText } from '../documents/page-texts.ts';
import { changeText, type MetadataChange, readMetadata } from '../placement/metadata-text.ts';
import { ask } from './confirm.ts';
import { machinesOf } from './machines.ts';
import { withProgress } from './run-operation.ts';
import type { ClusterServices, Handler } from './services.ts';

/** Asks for metadata, tells what would move, and offers to do it. */
export const previewMetadata: Handler = async (services, ...args) => {
	const [machine] = await machinesOf(services, args);
	if (machine === undefined) return;
	const { session, machineId } = machine;
	const metadata = await askMetadata(session, machineId);
	if (metadata === undefined) return;
	const text = await withProgress(services, session, {
		title: 'working out what would move',
		run: async (backend, { signal }) => {
			const [snapshot, release] = await Promise.all([readSnapshot(backend, signal), releaseOn(backend, signal)]);
			const result = whatIf(snapshot, { kind: 'metadata', machineId, metadata }, release);
			return whatIfText(`If ${shortId(machineId)} had ${changeText(metadata)}`, result, snapshot.machines);
		},
	});
	if (text === undefined) return;
	await services.documents.openText('metadata', shortId(machineId), text);
	await offerChange(services, session, machineId, metadata);
};

async function askMetadata(session: Session, machineId: string): Promise<MetadataChange | undefined> {
	const machine = session.view().snapshot?.machines.find(({ id }) => id === machineId);
	const current = Object.entries(machine?.metadata ?? {}).map(([key, value]) => `${key}=${value}`);
	const typed = await vscode.window.showInputBox({
		title: `Metadata of ${shortId(machineId)}: what would another one change?`,
		prompt: 'key=value, separated by commas; key= takes a key away. What is left out stays.',
		value: current.join(', '),
		validateInput: (text) => (readMetadata(text) === undefined ? 'write key=value, separated by commas' : undefined),
	});
	return typed === undefined ? undefined : readMetadata(typed);
}

async function offerChange(
	services: ClusterServices,
	session: Session,
	machineId: string,
	metadata: MetadataChange,
): Promise<void> {
	const view = session.view();
	if (view.readOnly || !view.capabilities.has('metadata')) return;
	const verb = 'Change It';
	const message = `Set ${changeText(metadata)} on ${shortId(machineId)} of ${view.name}?`;
	// Not modal: what would move stands in the document, and is to be read first.
	if ((await vscode.window.showWarningMessage(`${message} What would move is told in the document.`, verb)) !== verb)
		return;
	const consequence = 'Units that the new metadata does not fit are moved.';
	const question = { title: message, verb, consequence, detail: consequence, word: shortId(machineId) };
	if (view.production && !(await ask(question))) return;
	await withProgress(services, session, {
		title: 'changing metadata',
		run: (backend, { signal }) => backend.setMetadata(machineId, metadata, signal),
	});
}
