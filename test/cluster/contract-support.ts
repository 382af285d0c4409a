// What the parts of the contract suite share: units to submit, and signals.

import type { DesiredState, UnitOption } from '../../cluster/src/model.ts';
import type { Subject } from './contract.ts';

/** A signal that is never aborted. */
export const patient: AbortSignal = new AbortController().signal;

/** A unit that runs for ever and writes a line first. The description tells texts apart. */
export function sleeper(description: string, ...more: readonly UnitOption[]): readonly UnitOption[] {
	return [
		{ section: 'Unit', name: 'Description', value: description },
		{ section: 'Service', name: 'ExecStart', value: '/bin/sh -c "echo hello; exec sleep infinity"' },
		...more,
	];
}

/** A name that no other test of the suite has. */
export function freshName(word: string, suffix = '.service'): string {
	count++;
	return `contract-${word}-${count}${suffix}`;
}

/** Submits a new unit under a fresh name, and gives the name. */
export async function submitNew(subject: Subject, word: string, desiredState?: DesiredState): Promise<string> {
	const name = freshName(word);
	const submission = { name, options: sleeper('first'), seen: { kind: 'absent' } as const };
	await subject().submit({ ...submission, ...(desiredState && { desiredState }) }, patient);
	return name;
}

let count = 0;
