// A write whose answer was lost: was it done? The unit is read again, and what really happened is reported. Nothing is
// ever sent twice.

import { ClusterError, isClusterError } from './errors.ts';
import { hashOf } from './hash.ts';
import type { ClusterUnit } from './model.ts';
import type { StoredUnit, UnitStore } from './unit-store.ts';

/** One write on its way. */
export interface Write {
	readonly name: string;
	readonly before: ClusterUnit | undefined;
	/** What shall be there after it; `undefined` for none. */
	readonly wanted: StoredUnit | undefined;
	readonly send: () => Promise<void>;
}

/**
 * Sends a write, and returns once it is known to be done. Throws as the write does where it is known not to be done,
 * and a `ClusterError` of the kind `unknown` where nobody knows.
 */
export async function settleWrite(store: UnitStore, write: Write, signal: AbortSignal): Promise<void> {
	try {
		await write.send();
	} catch (error) {
		if (!(isClusterError(error) && mayBeDone(error))) throw error;
		await findOut(store, write, error, signal);
	}
}

/** Whether a unit is there with just that text and desired state. */
export function isStored({ options, desiredState }: StoredUnit, there: ClusterUnit | undefined): boolean {
	return there?.hash === hashOf(options) && there.desiredState === desiredState;
}

/** Whether a write that failed so may have been done: fleet answers 500 also when its registry was merely too slow. */
export function mayBeDone({ details }: ClusterError): boolean {
	return details.sent === true || details.status === 500;
}

async function findOut(store: UnitStore, write: Write, lost: ClusterError, signal: AbortSignal): Promise<void> {
	// Who gave up does not want to wait for a second answer.
	if (signal.aborted) throw unknown(write, 'you gave up before the answer came', lost);
	const after = await readAgain(store, write, lost, signal);
	if (write.wanted === undefined ? after === undefined : isStored(write.wanted, after)) return;
	if (!isSameAs(write.before, after)) throw unknown(write, `it is now ${inWords(after)}`, lost);
	if (lost.details.status === undefined) throw unknown(write, 'it is still as it was', lost);
	throw new ClusterError(lost.kind, `${lost.message}; \`${write.name}\` is as it was`, lost.details);
}

async function readAgain(
	store: UnitStore,
	write: Write,
	lost: ClusterError,
	signal: AbortSignal,
): Promise<ClusterUnit | undefined> {
	try {
		return await store.read(write.name, signal);
	} catch {
		throw unknown(write, 'the unit cannot be read now', lost);
	}
}

function isSameAs(before: ClusterUnit | undefined, after: ClusterUnit | undefined): boolean {
	return before?.hash === after?.hash && before?.desiredState === after?.desiredState;
}

function inWords(unit: ClusterUnit | undefined): string {
	if (unit === undefined) return 'gone';
	return unit.hash === '' ? 'there, but not whole' : `${unit.desiredState}, with the text ${unit.hash.slice(0, 7)}`;
}

function unknown({ name, wanted }: Write, known: string, lost: ClusterError): ClusterError {
	const what = wanted === undefined ? `\`${name}\` was destroyed` : `the change of \`${name}\` was done`;
	return new ClusterError('unknown', `nobody knows whether ${what}: ${lost.message}; ${known}`, {
		...lost.details,
		advice: `look at \`${name}\` in a moment, and repeat the step if it is not as you want it`,
		cause: lost,
	});
}
