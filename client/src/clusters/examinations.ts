// The doctor's rounds: each cluster that is looked at is examined after it was read, and then once in a while. What it
// finds stands in the tree. A round that fails says nothing: that the cluster cannot be read is told anyway.

import { examine } from '../../../cluster/src/operations/doctor/examine.ts';
import type { Clusters } from './clusters.ts';
import type { Session } from './session.ts';

/** Milliseconds between two rounds at one cluster. */
const roundTime = 60_000;

/** Examines clusters from now on, while `isWatched` says that somebody looks. Returns the way to end that. */
export function examineClusters(clusters: Clusters, isWatched: () => boolean): () => void {
	const begun = new WeakMap<Session, number>();
	const end = new AbortController();
	const round = () => {
		if (!isWatched()) return;
		const now = performance.now();
		for (const session of clusters.sessions()) {
			const isDue = now - (begun.get(session) ?? Number.NEGATIVE_INFINITY) >= roundTime;
			if (!isDue || session.view().connection.kind !== 'connected') continue;
			begun.set(session, now);
			void examineOne(session, end.signal);
		}
	};
	const timer = setInterval(round, roundTime / 4);
	const stop = clusters.onChange(round);
	return () => {
		end.abort();
		stop();
		clearInterval(timer);
	};
}

async function examineOne(session: Session, signal: AbortSignal): Promise<void> {
	const backend = session.backend();
	if (backend === undefined) return;
	try {
		const findings = await examine(backend, {}, signal);
		// What the tree says of single units anyway is no finding there.
		if (session.backend() === backend) session.setFindings(findings.filter(({ check }) => !saidByRows.has(check)));
	} catch {
		// See above.
	}
}

const saidByRows: ReadonlySet<string> = new Set(['unplaced-unit', 'failing-unit']);
