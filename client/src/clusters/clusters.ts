// All clusters that the editor knows, and the tree that is made of them. Where they come from (settings, environment,
// practice) is told from outside; what the workspace has of unit files, too.

import type { Attention } from '../../../cluster/src/backend.ts';
import { failedUnits } from '../cluster-view/cluster-node.ts';
import type { TreeNode } from '../cluster-view/node.ts';
import { treeOf } from '../cluster-view/tree.ts';
import type { ClusterView, LocalFile, ViewOptions } from '../cluster-view/view.ts';
import { createSession, type Session, type SessionParts } from './session.ts';

/** A cluster that is configured: who it is, and how it is opened. */
export interface Configured extends Pick<SessionParts, 'identity' | 'open'> {
	/** Everything that the way to the cluster depends on, as a text: another text is another cluster. */
	readonly key: string;
}

/** The clusters of a window. */
export interface Clusters {
	sessions(): readonly Session[];
	session(id: string): Session | undefined;
	/**
	 * Replaces what is configured. A cluster that is configured as before keeps its connection. `faults` is what cannot
	 * be read of the settings.
	 */
	configure(configured: readonly Configured[], faults?: readonly string[]): Promise<void>;
	views(): readonly ClusterView[];
	tree(): readonly TreeNode[];
	/** Units that failed, in all clusters together. */
	failed(): number;
	setOptions(options: ViewOptions): void;
	options(): ViewOptions;
	setLocalFiles(files: ReadonlyMap<string, LocalFile>): void;
	localFiles(): ReadonlyMap<string, LocalFile>;
	/** How much the clusters are looked at, all of them. */
	setAttention(attention: Attention): void;
	/** Resolves once what changed until now was told. */
	shown(): Promise<void>;
	/** Calls back after something changed; several changes at once count as one. */
	onChange(listener: () => void): () => void;
	dispose(): Promise<void>;
}

/** What clusters are made with. */
export interface ClustersParts extends Pick<SessionParts, 'log' | 'interval'> {
	/** The place that they are reached from, where that is not the person's own computer. */
	readonly host?: string | undefined;
}

/** No clusters yet. */
export function createClusters({ log, interval, host }: ClustersParts): Clusters {
	let sessions: readonly { readonly session: Session; readonly configured: Configured }[] = [];
	let faults: readonly string[] = [];
	let options: ViewOptions = { groupBy: 'none', filter: '' };
	let localFiles: ReadonlyMap<string, LocalFile> = new Map();
	let attention: Attention = 'normal';
	const listeners = new Set<() => void>();
	const changed = coalesce(() => {
		for (const listener of listeners) listener();
	});

	function sessionOf(configured: Configured): Session {
		const session = createSession({ ...configured, changed, log, interval });
		session.setAttention(attention);
		return session;
	}

	async function configure(wanted: readonly Configured[], told: readonly string[] = []): Promise<void> {
		faults = told;
		const before = sessions;
		sessions = wanted.map(
			(configured) =>
				before.find((one) => isSame(one.configured, configured)) ?? { session: sessionOf(configured), configured },
		);
		changed();
		const gone = before.filter((one) => !sessions.includes(one));
		await Promise.all(gone.map(({ session }) => session.disconnect()));
	}

	const added = { ...(host !== undefined && { host }) };
	const views = () => sessions.map(({ session }): ClusterView => ({ ...session.view(), localFiles, ...added }));

	return {
		sessions: () => sessions.map(({ session }) => session),
		session: (id) => sessions.find(({ session }) => session.identity.id === id)?.session,
		configure,
		views,
		tree: () => treeOf(views(), options, faults),
		failed: () => views().reduce((sum, view) => sum + failedUnits(view), 0),
		options: () => options,
		setOptions: (next) => {
			options = next;
			changed();
		},
		localFiles: () => localFiles,
		setLocalFiles: (files) => {
			localFiles = files;
			changed();
		},
		setAttention: (wanted) => {
			attention = wanted;
			for (const { session } of sessions) session.setAttention(wanted);
		},
		shown: () =>
			new Promise((resolve) => {
				changed();
				const listener = () => {
					listeners.delete(listener);
					resolve();
				};
				listeners.add(listener);
			}),
		onChange: (listener) => {
			listeners.add(listener);
			return () => listeners.delete(listener);
		},
		dispose: () => configure([]),
	};
}

function isSame(one: Configured, other: Configured): boolean {
	return JSON.stringify(one.identity) === JSON.stringify(other.identity) && one.key === other.key;
}

/** Calls back once, soon, however often it is asked to. */
function coalesce(work: () => void): () => void {
	let isDue = false;
	return () => {
		if (isDue) return;
		isDue = true;
		setTimeout(() => {
			isDue = false;
			work();
		}, 0);
	};
}
