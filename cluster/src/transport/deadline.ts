// Time limits and cancelling: one signal out of the caller's, the connection's own end and a clock. Its reason is always
// a `ClusterError`, so that whoever hears of it can throw it as it is.

import { setMaxListeners } from 'node:events';
import { ClusterError } from '../errors.ts';

/** What ends a piece of work early. */
export interface Limits {
	readonly signals: readonly AbortSignal[];
	/** Milliseconds; absent where only the signals end it. */
	readonly timeout?: number;
	/** What is being done, for the message: `GET http://10.0.0.1/fleet/v1/units`. */
	readonly what: string;
}

/** A signal made of several, to be let go when the work is done. */
export interface Leash {
	readonly signal: AbortSignal;
	/** From now on only the signals count. */
	stopClock(): void;
	/** Stops the clock and listens to the signals no longer. */
	release(): void;
}

/** Runs work within limits. Ends with the limit that was hit at once, however long the work takes to notice. */
export async function within<T>(limits: Limits, work: (signal: AbortSignal) => Promise<T>): Promise<T> {
	const leash = leashTo(limits);
	try {
		throwIfAborted(leash.signal);
		return await orAborted(leash.signal, work(leash.signal));
	} finally {
		leash.release();
	}
}

/** Ties signals and a clock into one signal. */
export function leashTo({ signals, timeout, what }: Limits): Leash {
	const controller = new AbortController();
	const listeners = signals.map((signal) => onAbort(signal, () => controller.abort(abortError(signal, what))));
	const clock = timeout === undefined ? undefined : setTimeout(() => controller.abort(late(timeout, what)), timeout);
	return {
		signal: controller.signal,
		stopClock: () => clearTimeout(clock),
		release: () => {
			clearTimeout(clock);
			for (const stop of listeners) stop();
		},
	};
}

/** Throws when a signal is aborted: its reason, or `cancelled` where that is no `ClusterError`. */
export function throwIfAborted(signal: AbortSignal): void {
	if (signal.aborted) throw abortError(signal);
}

/** What an aborted signal means for the one who waits: its reason, or `cancelled` where that is no `ClusterError`. */
export function abortError({ reason }: AbortSignal, what = 'the call'): ClusterError {
	return reason instanceof ClusterError ? reason : new ClusterError('cancelled', `${what} was cancelled`);
}

/** The promise's result, unless the signal is aborted first. */
export async function orAborted<T>(signal: AbortSignal, promise: Promise<T>): Promise<T> {
	let stop = () => {};
	const aborted = new Promise<never>((_, reject) => {
		stop = onAbort(signal, () => reject(abortError(signal)));
	});
	try {
		return await Promise.race([promise, aborted]);
	} finally {
		stop();
	}
}

/** Calls back once when the signal is aborted, which may be at once. Returns the way to end that. */
export function onAbort(signal: AbortSignal, listener: () => void): () => void {
	// Node warns of more than ten, but fifty calls that one signal ends are no leak.
	setMaxListeners(0, signal);
	if (signal.aborted) listener();
	else signal.addEventListener('abort', listener, { once: true });
	return () => signal.removeEventListener('abort', listener);
}

/** Waits, unless the signal is aborted. */
export async function pause(milliseconds: number, signal: AbortSignal): Promise<void> {
	let clock: NodeJS.Timeout | undefined;
	const over = new Promise<void>((resolve) => {
		clock = setTimeout(resolve, milliseconds);
	});
	try {
		await orAborted(signal, over);
	} finally {
		clearTimeout(clock);
	}
}

function late(timeout: number, what: string): ClusterError {
	return new ClusterError('timeout', `${what}: no answer within ${timeout / 1000} s`, {
		advice: 'try again, or raise the time limit',
	});
}
