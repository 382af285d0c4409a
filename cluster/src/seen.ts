// Writes that overwrite nobody's change unseen. Before each, the unit is read and compared with what the user saw; what
// is so already is not sent; and when the answer of a write is lost, the unit is read again to find out what happened.
// fleet has no conditional update, so a change within the moment between reading and writing goes unnoticed.

import type { ClusterBackend, Seen, Submission, WriteResult } from './backend.ts';
import { ClusterError, isClusterError } from './errors.ts';
import { guardDesiredState, guardUnit, isPossibleName } from './guards.ts';
import { hashOf } from './hash.ts';
import type { ClusterUnit, DesiredState } from './model.ts';
import { isStored, settleWrite } from './settle.ts';
import type { UnitStore } from './unit-store.ts';

/** The writes of a backend, made of the bare ones of its API. */
export function carefulWrites(store: UnitStore): Pick<ClusterBackend, 'submit' | 'setDesiredState' | 'destroy'> {
	return {
		submit: (submission, signal) => submit(store, submission, signal),
		setDesiredState: (name, state, seen, signal) => setDesiredState(store, name, state, seen, signal),
		destroy: (name, seen, signal) => destroy(store, name, seen, signal),
	};
}

async function submit(store: UnitStore, submission: Submission, signal: AbortSignal): Promise<WriteResult> {
	guardUnit(submission);
	const { name, options, seen } = submission;
	const before = await store.read(name, signal);
	const unit = { name, options, desiredState: submission.desiredState ?? before?.desiredState ?? 'inactive' };
	// Whoever made it so, it may have been us: a step is repeated after its answer was lost.
	if (isStored(unit, before)) return { kind: 'unchanged' };
	checkSeen(name, seen, before);
	guardDesiredState(name, unit.desiredState);
	if (before === undefined) {
		await settleWrite(store, { name, before, wanted: unit, send: () => store.create(unit, signal) }, signal);
		return { kind: 'created' };
	}
	if (before.hash === hashOf(options)) return await changeState(store, before, unit.desiredState, signal);
	await settleWrite(store, { name, before, wanted: unit, send: () => store.replace(unit, before, signal) }, signal);
	return { kind: 'replaced' };
}

async function setDesiredState(
	store: UnitStore,
	name: string,
	state: DesiredState,
	seen: Seen,
	signal: AbortSignal,
): Promise<WriteResult> {
	guardDesiredState(name, state);
	const before = await readPossible(store, name, signal);
	checkSeen(name, seen, before);
	if (before === undefined) throw new ClusterError('not-found', `there is no unit \`${name}\``);
	return await changeState(store, before, state, signal);
}

async function destroy(store: UnitStore, name: string, seen: Seen, signal: AbortSignal): Promise<WriteResult> {
	const before = await readPossible(store, name, signal);
	checkSeen(name, seen, before);
	if (before === undefined) return { kind: 'unchanged' };
	try {
		const send = () => store.destroy(name, signal);
		await settleWrite(store, { name, before, wanted: undefined, send }, signal);
	} catch (error) {
		// Someone was faster, within the moment since it was read.
		if (isClusterError(error, 'not-found')) return { kind: 'unchanged' };
		throw error;
	}
	return { kind: 'destroyed' };
}

async function changeState(
	store: UnitStore,
	before: ClusterUnit,
	desiredState: DesiredState,
	signal: AbortSignal,
): Promise<WriteResult> {
	if (before.desiredState === desiredState) return { kind: 'unchanged' };
	const { name, options } = before;
	const send = () => store.setDesiredState(name, desiredState, signal);
	await settleWrite(store, { name, before, wanted: { name, options, desiredState }, send }, signal);
	return { kind: 'changed' };
}

async function readPossible(store: UnitStore, name: string, signal: AbortSignal): Promise<ClusterUnit | undefined> {
	return isPossibleName(name) ? await store.read(name, signal) : undefined;
}

function checkSeen(name: string, seen: Seen, now: ClusterUnit | undefined): void {
	const change = changeSince(seen, now);
	if (change === undefined) return;
	throw new ClusterError('conflict', `\`${name}\` changed meanwhile: ${change}`, {
		advice: 'look at it as it is now, and decide again',
	});
}

/** What happened since the user looked, in words; `undefined` where it is as it was. */
function changeSince(seen: Seen, now: ClusterUnit | undefined): string | undefined {
	if (seen.kind === 'anything') return undefined;
	if (seen.kind === 'absent') return now && 'someone created it';
	if (now === undefined) return 'someone destroyed it';
	return now.hash === seen.hash ? undefined : 'someone replaced its text';
}
