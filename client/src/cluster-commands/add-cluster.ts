// The way to a new cluster: a few questions, then a test of the connection, and only what worked is saved.

import * as vscode from 'vscode';
import { DecodeFault } from '../../../cluster/src/decode.ts';
import { type ClusterTarget, toTarget, usualEndpoints } from '../../../cluster/src/target.ts';
import { hostSentence } from '../cluster-view/host-words.ts';
import { sshHosts } from '../clusters/ssh-hosts.ts';
import { thisHost } from '../clusters/this-host.ts';
import { saveClusters, savedClusters } from './saved-clusters.ts';
import type { ClusterServices, Handler } from './services.ts';
import { works } from './test-connection.ts';

/** Asks for a cluster, tests it, saves it. */
export const addCluster: Handler = async (services) => {
	const target = await askTarget(services);
	if (target === undefined || !(await works(services, target))) return;
	const marks = await askMarks();
	if (marks === undefined) return;
	await saveClusters([...savedClusters(), { ...target, ...marks }]);
	await services.configure();
	const added = services.clusters.sessions().find(({ identity }) => identity.name === target.name);
	await added?.connect();
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
	const host = thisHost();
	const picked = await vscode.window.showQuickPick(ways, {
		title: 'Add a cluster (1/4): how is it reached?',
		...(host !== undefined && { placeHolder: hostSentence(host) }),
	});
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
