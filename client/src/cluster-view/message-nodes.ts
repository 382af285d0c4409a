// Rows that stand where there is nothing else to show, or where something went wrong: why, and what can be done. They
// stand beside what was known before, never in its place.

import { type About, contextOf, type Icon, idBelow, type TreeNode } from './node.ts';
import type { ClusterView, Failure } from './view.ts';
import { plain } from './words.ts';

/** Why a cluster cannot be read, with the ways to go on. */
export function failureNodes(failure: Failure, parent: string, view: ClusterView): readonly TreeNode[] {
	const what = headings[failure.kind] ?? 'failed';
	const reason = message(idBelow(parent, 'failure'), what, view, {
		description: reasonFirst(failure.message),
		tooltip: [failure.message, failure.advice]
			.filter((text) => text !== undefined)
			.map(plain)
			.join('\n\n'),
		icon: { name: 'error', colour: 'problemsErrorIcon.foreground' },
	});
	const ways = [retryNode(parent, view), ...logInNodes(parent, view), logNode(parent, view)];
	return [reason, ...fingerprintNodes(failure, parent, view), ...ways];
}

/** Messages say what was tried and then why it failed; in a narrow row the reason matters more. */
function reasonFirst(text: string): string {
	const at = text.indexOf(': ');
	return at === -1 ? text : `${text.slice(at + 2)} · ${text.slice(0, at)}`;
}

/** A setting that makes no sense, beside the clusters of those that do. */
export function faultNode(fault: string): TreeNode {
	return {
		kind: 'message',
		id: idBelow('fault', fault),
		label: 'settings',
		description: fault,
		tooltip: plain(fault),
		icon: { name: 'error', colour: 'problemsErrorIcon.foreground' },
		spoken: `fault in the settings: ${fault}`,
		context: contextOf('message', []),
		children: [],
		about: { cluster: '', command: 'openSettings' },
	};
}

/** A row without consequences: “no units yet”. */
export function hintNode(id: string, label: string, description: string, view: ClusterView): TreeNode {
	return message(id, label, view, { description, icon: { name: 'info' } });
}

/** Kinds of `ClusterError` in words for people. */
const headings: Readonly<Record<string, string>> = {
	unreachable: 'unreachable',
	denied: 'access denied',
	'host-key': 'host key not trusted',
	timeout: 'no answer in time',
	protocol: 'answers that make no sense',
};

function retryNode(parent: string, view: ClusterView): TreeNode {
	return message(idBelow(parent, 'retry'), 'Retry', view, { icon: { name: 'refresh' }, command: 'retry' });
}

/** The key that an untrusted host has shown, in a row of its own: it is to be compared, and that needs all of it. */
function fingerprintNodes({ kind, message: said }: Failure, parent: string, view: ClusterView): readonly TreeNode[] {
	const [fingerprint] = /\b(?:SHA256|MD5):\S*[^\s.;,]/.exec(said) ?? [];
	if (kind !== 'host-key' || fingerprint === undefined) return [];
	const parts = { description: 'is what the host has shown', tooltip: plain(fingerprint), icon: { name: 'key' } };
	return [message(idBelow(parent, 'fingerprint'), fingerprint, view, parts)];
}

/** By hand one sees what ssh asks, and can answer it: an unknown host key is to be looked at by a person. */
function logInNodes(parent: string, view: ClusterView): readonly TreeNode[] {
	if (view.login === undefined) return [];
	const [description, icon] = [view.login.join(' '), { name: 'terminal' }];
	return [message(idBelow(parent, 'log-in'), 'Log in by hand', view, { description, icon, command: 'logIn' })];
}

function logNode(parent: string, view: ClusterView): TreeNode {
	return message(idBelow(parent, 'log'), 'Show log', view, { icon: { name: 'output' }, command: 'showLog' });
}

interface MessageParts {
	readonly description?: string;
	readonly tooltip?: string;
	readonly icon: Icon;
	readonly command?: NonNullable<About['command']>;
}

function message(id: string, label: string, view: ClusterView, parts: MessageParts): TreeNode {
	const { description = '', tooltip, icon, command } = parts;
	return {
		kind: 'message',
		id,
		label,
		description,
		...(tooltip !== undefined && { tooltip }),
		icon,
		context: contextOf('message', [command]),
		children: [],
		about: { cluster: view.id, ...(command !== undefined && { command }) },
	};
}
