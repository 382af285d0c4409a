// The way to a new cluster: a few questions, then a test of the connection, and only what worked is saved. Also the way
// to forget one.

import * as vscode from 'vscode';
import { DecodeFault } from '../../../cluster/src/decode.ts';
import { type ClusterTarget, toTarget, usualEndpoints } from '../../../cluster/src/target.ts';
import { settingsSection } from '../../../protocol/src/settings.ts';
import { errorText } from '../clusters/failure.ts';
import { sshHosts } from '../clusters/ssh-hosts.ts';
import type { ClusterServices, Handler } from './services.ts';
import { rowsOf } from './subject.ts';

/** Asks for a cluster, tests it, saves it. */
export const addCluster: Handler = async (services) => {
	const target = await askTarget(services);
	if (target === undefined || !(await works(services, target))) return;
	const marks = await askMarks();
	if (marks === undefined) return;
	await saveClusters([...savedClusters(), { ...target, ...marks }]);
	await services.configure();
	await services.clusters.session(target.name ?? '')?.connect();
};

/** Takes clusters out of the settings, after a question. */
export const removeCluster: Handler = async (services, ...args) => {
	const names = rowsOf(services, args).map(({ label }) => label);
	if (names.length === 0) return;
	const verb = 'Remove';
	const detail = 'The cluster itself stays as it is; only the settings forget it.';
	const message = `Remove ${names.join(', ')} from the settings?`;
	if ((await vscode.window.showWarningMessage(message, { modal: true, detail }, verb)) !== verb) return;
	await saveClusters(savedClusters().filter((one) => !names.includes(nameOf(one))));
	await services.configure();
};

type Way = 'ssh' | 'local' | 'address' | 'etcd';

const ways: readonly (vscode.QuickPickItem & { readonly way: Way })[] = [
	{
		label: '$(remote) Over SSH',
		description: 'to a machine of the cluster; your own ssh configuration counts',
		way: 'ssh',
	},
	{ label: '$(plug) On this machine', description: usualEndpoints.api, way: 'local' },
	{ label: '$(globe) At an address', description: 'http://host:port or https://host:port', way: 'address' },
	{ label: '$(database) By its etcd', description: 'shows leader, releases and ghosts, too', way: 'etcd' },
];

async function askTarget(services: ClusterServices): Promise<ClusterTarget | undefined> {
	const picked = await vscode.window.showQuickPick(ways, { title: 'Add a cluster (1/4): how is it reached?' });
	if (picked === undefined) return undefined;
	const tunnel = picked.way === 'ssh' ? await askHost() : undefined;
	if (picked.way === 'ssh' && tunnel === undefined) return undefined;
	const endpoint = await askEndpoint(picked.way);
	const name = endpoint === undefined ? undefined : await askName(services, tunnel ?? endpoint);
	if (endpoint === undefined || name === undefined) return undefined;
	const driver = picked.way === 'etcd' ? 'etcd' : 'api';
	return toTarget({ name, endpoint, driver, ...(tunnel !== undefined && { tunnel }) }, 'the new cluster');
}

async function askHost(): Promise<string | undefined> {
	const hosts = (await sshHosts()).map((label) => ({ label, description: 'ssh configuration' }));
	const other = { label: '$(edit) Another host…', description: '[user@]host[:port]' };
	const picked =
		hosts.length === 0
			? other
			: await vscode.window.showQuickPick([...hosts, other], { title: 'Add a cluster (2/4): through which host?' });
	if (picked !== other) return picked?.label;
	return await vscode.window.showInputBox({
		title: 'Add a cluster (2/4): through which host?',
		prompt: '[user@]host[:port], or a name of your ssh configuration',
		validateInput: (text) => faultOf('tunnel', text),
	});
}

function askEndpoint(way: Way): Thenable<string | undefined> {
	return vscode.window.showInputBox({
		title: 'Add a cluster (3/4): where does fleet listen?',
		prompt:
			way === 'ssh'
				? "As seen from that host. fleet's usual socket is there already."
				: 'unix:///path, http://host:port or https://host:port',
		value: way === 'address' ? 'http://127.0.0.1:49153' : way === 'etcd' ? usualEndpoints.etcd : usualEndpoints.api,
		validateInput: (text) => faultOf('endpoint', text),
	});
}

function askName({ clusters }: ClusterServices, proposal: string): Thenable<string | undefined> {
	const taken = new Set(clusters.sessions().map(({ identity }) => identity.name));
	return vscode.window.showInputBox({
		title: 'Add a cluster (4/4): what do you call it?',
		value: proposal.replace(/^[a-z]+:\/+/, ''),
		validateInput: (text) =>
			text.trim() === '' ? 'it needs a name' : taken.has(text.trim()) ? 'there is one of that name' : undefined,
	});
}

function faultOf(member: 'endpoint' | 'tunnel', text: string): string | undefined {
	try {
		toTarget({ [member]: text }, '');
		return undefined;
	} catch (error) {
		if (error instanceof DecodeFault) return error.message.replace(/^\.\w+:? /, '');
		throw error;
	}
}

/** Whether the cluster answers. Where it does not, the error is told as it is, and one can try again. */
async function works(services: ClusterServices, target: ClusterTarget): Promise<boolean> {
	for (;;) {
		const error = await firstError(services, target);
		if (error === undefined) return true;
		const again = 'Try Again';
		const detail = 'Nothing was saved.';
		const message = `${target.name}: ${errorText(error)}`;
		services.output.error(message);
		if ((await vscode.window.showErrorMessage(message, { modal: true, detail }, again)) !== again) return false;
	}
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

async function askMarks(): Promise<Pick<ClusterTarget, 'readOnly' | 'production'> | undefined> {
	const readOnly = { label: 'Read-only', description: 'hide everything that would change it' };
	const production = { label: 'Production', description: 'ask for the name before anything that stops or removes' };
	const title = 'It works. Is it special? (none is fine)';
	const picked = await vscode.window.showQuickPick([readOnly, production], { title, canPickMany: true });
	if (picked === undefined) return undefined;
	return {
		...(picked.includes(readOnly) && { readOnly: true }),
		...(picked.includes(production) && { production: true }),
	};
}

function savedClusters(): readonly unknown[] {
	const saved = vscode.workspace.getConfiguration(settingsSection).get('clusters');
	return Array.isArray(saved) ? saved : [];
}

function saveClusters(clusters: readonly unknown[]): Thenable<void> {
	const settings = vscode.workspace.getConfiguration(settingsSection);
	return settings.update('clusters', clusters, vscode.ConfigurationTarget.Global);
}

function nameOf(saved: unknown): string {
	return typeof saved === 'object' && saved !== null && 'name' in saved ? String(saved.name) : '';
}
