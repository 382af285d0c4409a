// Asks the machines why units failed, for the tree: once after a unit's state has become another, a few at a time, and
// only while somebody looks. Where a machine does not tell, the tree has just the state.

import type { UnitState } from '../../../cluster/src/model.ts';
import { conditionOn } from '../cluster-view/condition.ts';
import { failureReason } from '../cluster-view/failure-reason.ts';
import { reasonKey } from '../cluster-view/view.ts';
import type { Clusters } from './clusters.ts';
import type { Session } from './session.ts';

/** Milliseconds until a unit that still fails is asked for again: one that restarts for ever has no end of states. */
const patience = 20_000;

/** Units of one cluster that are asked for at a time. The others have their turn with the next change. */
const atATime = 5;

/** Milliseconds that a machine may take to answer. */
const answerTime = 10_000;

/** Asks from now on, while `isWatched` says that somebody looks. Returns the way to end that. */
export function followFailures(clusters: Clusters, isWatched: () => boolean): () => void {
	const asked = new WeakMap<Session, Map<string, Asked>>();
	const end = new AbortController();
	const stop = clusters.onChange(() => {
		if (!isWatched()) return;
		for (const session of clusters.sessions()) void round(session, askedOf(asked, session), end.signal);
	});
	return () => {
		end.abort();
		stop();
	};
}

/** What was asked last for a unit on a machine. */
interface Asked {
	readonly state: UnitState;
	readonly at: number;
}

function askedOf(all: WeakMap<Session, Map<string, Asked>>, session: Session): Map<string, Asked> {
	const known = all.get(session) ?? new Map<string, Asked>();
	all.set(session, known);
	return known;
}

async function round(session: Session, asked: Map<string, Asked>, signal: AbortSignal): Promise<void> {
	const { snapshot, capabilities, connection } = session.view();
	const backend = session.backend();
	if (snapshot === undefined || backend === undefined) return;
	if (connection.kind !== 'connected' || !capabilities.has('status')) return;
	const units = new Map(snapshot.units.map((unit) => [unit.name, unit]));
	const now = performance.now();
	const isFailing = (state: UnitState) => {
		const unit = units.get(state.name);
		const kind = unit && conditionOn(unit, state).kind;
		return (kind === 'failed' || kind === 'restarting') && isDue(asked.get(keyOf(state)), state, kind, now);
	};
	const due = snapshot.states.filter(isFailing).slice(0, atATime);
	for (const state of due) asked.set(keyOf(state), { state, at: now });
	await Promise.all(due.map((state) => askFor(session, backend, state, signal)));
}

/** A state that was not asked for is due at once, but for one of many restarts. */
function isDue(last: Asked | undefined, state: UnitState, kind: 'failed' | 'restarting', now: number): boolean {
	if (last === undefined) return true;
	return last.state !== state && (kind === 'failed' || now - last.at >= patience);
}

async function askFor(
	session: Session,
	backend: NonNullable<ReturnType<Session['backend']>>,
	{ name, machineId }: UnitState,
	signal: AbortSignal,
): Promise<void> {
	const limit = AbortSignal.any([signal, AbortSignal.timeout(answerTime)]);
	const said = await backend.status(name, machineId, limit).catch(() => undefined);
	const reason = said && failureReason(said.stdout + said.stderr);
	if (session.backend() === backend) session.setReason(reasonKey(name, machineId), reason);
}

function keyOf({ name, machineId }: UnitState): string {
	return reasonKey(name, machineId);
}
