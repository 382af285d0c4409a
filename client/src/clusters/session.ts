// One cluster as the editor knows it: connected on demand, followed while it is looked at, never the cause that another
// one waits. What it looks like is not known here; clusters.ts holds all of them.

import type { Attention, ClusterBackend } from '../../../cluster/src/backend.ts';
import { createFeed, type Feed, highestAttention } from '../../../cluster/src/feed.ts';
import type { Finding } from '../../../cluster/src/operations/doctor/finding.ts';
import type { ClusterView, Connection } from '../cluster-view/view.ts';
import { failureOf } from './failure.ts';

/** Who a cluster is, apart from how to reach it. */
export type Identity = Pick<ClusterView, 'id' | 'name' | 'address' | 'readOnly' | 'production' | 'origin'>;

/** How a session is made. */
export interface SessionParts {
	readonly identity: Identity;
	/** Makes the backend. Nothing of it is done before somebody wants to connect. */
	readonly open: (interactive: boolean) => Promise<ClusterBackend>;
	/** Is called when something is other than it was. */
	readonly changed: () => void;
	/** Takes what went wrong, for the log. */
	readonly log: (message: string) => void;
	/** Milliseconds between two looks at a cluster without push; `undefined`: it is looked at only on demand. */
	readonly interval: () => number | undefined;
}

/** A cluster that can be connected. */
export interface Session {
	readonly identity: Identity;
	/** What is known of the cluster by now, without what the workspace adds. */
	view(): Omit<ClusterView, 'localFiles'>;
	/** Connects, or tries again. `interactive` lets ssh ask for what it needs. Never throws: the view says how it went. */
	connect(interactive?: boolean): Promise<void>;
	disconnect(): Promise<void>;
	/** The backend, once connected or while trying again. */
	backend(): ClusterBackend | undefined;
	/** Looks closely for a while: something was done. */
	nudge(): void;
	setAttention(attention: Attention): void;
	/** Looks at least so closely, whoever else does, until the function that is returned is called. */
	hold(attention: Attention): () => void;
	setFindings(findings: readonly Finding[]): void;
}

/** A session that is not connected. */
export function createSession({ identity, open, changed, log, interval }: SessionParts): Session {
	let connection: Connection = { kind: 'idle' };
	let link: Link | undefined;
	let attention: Attention = 'normal';
	const holds = new Set<{ readonly attention: Attention }>();
	let findings: readonly Finding[] = [];
	let capabilities: ReadonlySet<string> = new Set();

	const wanted = () => highestAttention([attention, ...[...holds].map((hold) => hold.attention)]);

	function become(next: Connection): void {
		if (next.kind === connection.kind && !('failure' in next)) return;
		if ('failure' in next) log(`${identity.name}: ${next.failure.message}`);
		connection = next;
		changed();
	}

	async function disconnect(): Promise<void> {
		const old = link;
		link = undefined;
		findings = [];
		become({ kind: 'idle' });
		await old?.close();
	}

	async function connect(interactive = false): Promise<void> {
		await link?.close();
		link = undefined;
		become({ kind: 'connecting' });
		try {
			const backend = await open(interactive);
			capabilities = backend.capabilities;
			link = followBackend(backend, interval, wanted(), (told) => (told === undefined ? changed() : become(told)));
		} catch (error) {
			become({ kind: 'failed', failure: failureOf(error) });
		}
	}

	return {
		identity,
		view: () => {
			const snapshot = link?.feed.current().snapshot;
			return { ...identity, capabilities, connection, findings, ...(snapshot !== undefined && { snapshot }) };
		},
		connect,
		disconnect,
		backend: () => link?.backend,
		nudge: () => link?.feed.nudge(),
		setAttention: (next) => {
			attention = next;
			link?.setAttention(wanted());
		},
		hold: (least) => {
			const hold = { attention: least };
			holds.add(hold);
			link?.setAttention(wanted());
			return () => {
				holds.delete(hold);
				link?.setAttention(wanted());
			};
		},
		setFindings: (found) => {
			findings = found;
			changed();
		},
	};
}

/** A backend that is followed. */
interface Link {
	readonly backend: ClusterBackend;
	readonly feed: Feed;
	readonly setAttention: (attention: Attention) => void;
	readonly close: () => Promise<void>;
}

/** Follows a backend and tells how the connection stands; `undefined` where only the cluster's contents changed. */
function followBackend(
	backend: ClusterBackend,
	interval: SessionParts['interval'],
	attention: Attention,
	tell: (connection: Connection | undefined) => void,
): Link {
	const feed = createFeed(backend, { interval });
	let asked = attention;
	// Without an interval, the first look and those that are asked for are all there are.
	const attend = () => {
		const isOnDemand = interval() === undefined && feed.current().readAt !== undefined;
		feed.setAttention(listener, isOnDemand ? 'off' : asked);
	};
	const listener: Parameters<Feed['subscribe']>[0] = (event) => {
		attend();
		if (event.kind === 'changes') return tell(undefined);
		if (event.kind === 'snapshot' || event.kind === 'recovered') {
			tell({ kind: 'connected' });
			return tell(undefined);
		}
		const kind = feed.current().snapshot === undefined ? 'failed' : 'lost';
		tell({ kind, failure: failureOf(event.error) });
	};
	const unsubscribe = feed.subscribe(listener);
	attend();
	return {
		backend,
		feed,
		setAttention: (wanted) => {
			asked = wanted;
			attend();
		},
		close: async () => {
			unsubscribe();
			await backend.dispose();
		},
	};
}
