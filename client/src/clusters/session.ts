// One cluster as the editor knows it: connected on demand, followed while it is looked at, never the cause that another
// one waits. What it looks like is not known here; clusters.ts holds all of them.

import type { Attention, ClusterBackend } from '../../../cluster/src/backend.ts';
import type { Finding } from '../../../cluster/src/operations/doctor/finding.ts';
import type { ClusterView, Connection, Failure } from '../cluster-view/view.ts';
import { createWantedAttention } from './attention.ts';
import { failureOf } from './failure.ts';
import { ageOf, type LastRead, lastReadOver } from './last-read.ts';
import { followBackend, type Link } from './link.ts';

/** Who a cluster is, apart from how to reach it. */
export type Identity = Pick<ClusterView, 'id' | 'name' | 'address' | 'readOnly' | 'production' | 'origin' | 'login'>;

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
	/** Keeps why a unit failed, under its `reasonKey`; `undefined` where that is not known any more. */
	setReason(key: string, reason: string | undefined): void;
}

/** A session that is not connected. */
export function createSession({ identity, open, changed, log, interval }: SessionParts): Session {
	let connection: Connection = { kind: 'idle' };
	let link: Link | undefined;
	// What was read over a link that was given up stays until the next one has read.
	let kept: LastRead | undefined;
	let lostAt: number | undefined;
	let attempts = 0;
	let findings: readonly Finding[] = [];
	let reasons: ReadonlyMap<string, string> = new Map();
	let capabilities: ReadonlySet<string> = new Set();

	const attention = createWantedAttention((wanted) => link?.setAttention(wanted));
	const read = () => (link && lastReadOver(link)) ?? kept;

	function become(next: Connection): void {
		if (next.kind === connection.kind && !('failure' in next)) return;
		if ('failure' in next) log(logText(identity.name, next.failure));
		lostAt = next.kind === 'connected' ? undefined : (lostAt ?? Date.now());
		connection = next.kind === 'failed' && kept !== undefined ? { ...next, kind: 'lost' } : next;
		changed();
	}

	async function giveUpLink(last: LastRead | undefined): Promise<void> {
		const old = link;
		link = undefined;
		kept = last;
		await old?.close();
	}

	async function disconnect(): Promise<void> {
		attempts++;
		findings = [];
		reasons = new Map();
		const closed = giveUpLink(undefined);
		become({ kind: 'idle' });
		await closed;
	}

	async function connect(interactive = false): Promise<void> {
		const own = ++attempts;
		await giveUpLink(read());
		become({ kind: 'connecting' });
		try {
			const backend = await open(interactive);
			// There was another attempt meanwhile, or the wish is gone.
			if (own !== attempts) return await backend.dispose();
			capabilities = backend.capabilities;
			link = followBackend(backend, interval, attention.current(), (told) =>
				told === undefined ? changed() : become(told),
			);
		} catch (error) {
			if (own === attempts) become({ kind: 'failed', failure: failureOf(error) });
		}
	}

	return {
		identity,
		view: () => {
			const known = read();
			const age = known && ageOf(known, { connection, hasPush: capabilities.has('push'), lostAt });
			return {
				...identity,
				capabilities,
				connection,
				findings,
				reasons,
				...(known !== undefined && { snapshot: known.snapshot }),
				...(age !== undefined && { age }),
			};
		},
		connect,
		disconnect,
		backend: () => link?.backend,
		nudge: () => link?.feed.nudge(),
		setAttention: attention.set,
		hold: attention.hold,
		setFindings: (found) => {
			findings = found;
			changed();
		},
		setReason: (key, reason) => {
			if (reasons.get(key) === reason) return;
			const others = [...reasons].filter(([other]) => other !== key);
			reasons = new Map(reason === undefined ? others : [...others, [key, reason]]);
			changed();
		},
	};
}

/** The log has all of it: what to do, and what a program said. */
function logText(name: string, { message, advice }: Failure): string {
	return advice === undefined ? `${name}: ${message}` : `${name}: ${message}\n${advice}`;
}
