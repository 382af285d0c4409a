// The writes that bring units to a text and a desired state: one for a new or replaced unit, which carries both, and
// one for the desired state alone. Each is done only if the registry is still as it was seen.

import type { ClusterBackend, Seen, WriteResult } from '../backend.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit, DesiredState } from '../model.ts';
import type { OperationEvent } from './context.ts';
import type { Judge } from './judge.ts';
import { judgeLoad, judgeUnload } from './judge-rest.ts';
import { judgeStart } from './judge-start.ts';
import type { PlannedText } from './plan-texts.ts';
import type { Task } from './run-tasks.ts';
import { originText, type UnitSource } from './unit-source.ts';

/** The task that brings a unit to its planned text and a desired state. */
export function textTask(backend: ClusterBackend, planned: PlannedText, desiredState: DesiredState): Task {
	if (planned.kind === 'keep') return stateTask(backend, planned.unit, desiredState);
	const seen: Seen = planned.kind === 'create' ? { kind: 'absent' } : seenAs(planned.unit);
	return sourceTask(backend, planned.source, desiredState, seen);
}

/** The task that stores a text with a desired state, in one write. */
export function sourceTask(
	backend: ClusterBackend,
	{ name, options, origin }: UnitSource,
	desiredState: DesiredState,
	seen: Seen,
): Task {
	return {
		name,
		write: (signal) => backend.submit({ name, options, desiredState, seen }, signal),
		asked: (write) => [stored(name, write, originText(origin)), { kind: 'asked', name, desiredState }],
		judge: judgeOf(desiredState, hashOf(options)),
	};
}

/** The task that sets the desired state of a unit and leaves its text alone. */
export function stateTask(backend: ClusterBackend, unit: ClusterUnit, desiredState: DesiredState, judge?: Judge): Task {
	const { name } = unit;
	return {
		name,
		...(unit.desiredState !== desiredState && {
			write: (signal: AbortSignal) => backend.setDesiredState(name, desiredState, seenAs(unit), signal),
		}),
		asked: () => [{ kind: 'asked', name, desiredState }],
		judge: judge ?? judgeOf(desiredState, unit.hash),
	};
}

/** What was seen of a unit, for the writes that must find it so. */
export function seenAs({ hash }: ClusterUnit): Seen {
	return { kind: 'hash', hash };
}

function judgeOf(desiredState: DesiredState, hash: string): Judge {
	switch (desiredState) {
		case 'launched':
			return judgeStart(hash);
		case 'loaded':
			return judgeLoad(hash);
		case 'inactive':
			return judgeUnload(hash);
	}
}

function stored(name: string, { kind }: WriteResult, from: string): OperationEvent {
	return { kind: 'stored', name, write: kind, from };
}
