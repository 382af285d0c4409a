// What the parts of the contract suite share: units to submit, signals, and watches that end with their test.

import { onTestFinished } from 'vitest';
import type { Attention, WatchEvent } from '../../cluster/src/backend.ts';
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

/** What a watch has told so far, how to stop it, and its end. */
export interface Watching {
	readonly events: readonly WatchEvent[];
	readonly stop: () => void;
	readonly ended: Promise<void>;
}

/** Watches the cluster until the test is over. */
export function watch(subject: Subject, attention: Attention): Watching {
	const events: WatchEvent[] = [];
	const controller = new AbortController();
	onTestFinished(() => controller.abort());
	const collect = async (): Promise<void> => {
		for await (const event of subject().watch({ attention: () => attention }, controller.signal)) events.push(event);
	};
	return { events, stop: () => controller.abort(), ended: collect() };
}

let count = 0;
