// The cluster as it is at each moment of an operation: follows a backend's watch in the background. One view serves
// a whole operation. What the changes mean is up to whoever asks.

import type { ClusterBackend, WatchOptions } from '../backend.ts';
import { applyChanges, emptySnapshot } from '../differences.ts';
import { ClusterError, isClusterError } from '../errors.ts';
import type { ClusterSnapshot } from '../model.ts';
import type { OperationEvent } from './context.ts';

/** A snapshot that is kept up to date until the view is closed. */
export class LiveView {
	#snapshot: ClusterSnapshot = emptySnapshot;
	#isRead = false;
	#end: ClusterError | undefined;
	#wake: () => void = () => {};
	readonly #closing = new AbortController();
	readonly #following: Promise<void>;
	readonly #report: (event: OperationEvent) => void;

	/** Begins to watch. Trouble is reported and waited out. */
	constructor(backend: ClusterBackend, report: (event: OperationEvent) => void = () => {}) {
		this.#report = report;
		this.#following = this.#follow(backend);
	}

	/** The cluster as it was seen last; empty before it was seen at all. */
	get snapshot(): ClusterSnapshot {
		return this.#snapshot;
	}

	/** Whether the cluster was read at least once. */
	get isRead(): boolean {
		return this.#isRead;
	}

	/**
	 * Resolves when there is another snapshot than that, at the latest after some milliseconds, or when the signal is
	 * aborted. Throws a `ClusterError` when the watch is over.
	 */
	async changed(from: ClusterSnapshot, atMost: number, signal: AbortSignal): Promise<void> {
		if (this.#end !== undefined) throw this.#end;
		if (signal.aborted || this.#snapshot !== from) return;
		await new Promise<void>((resolve) => {
			const done = () => {
				clearTimeout(timer);
				signal.removeEventListener('abort', done);
				resolve();
			};
			const timer = setTimeout(done, atMost);
			signal.addEventListener('abort', done);
			this.#wake = done;
		});
		if (this.#end !== undefined) throw this.#end;
	}

	/** Ends the watch. */
	async close(): Promise<void> {
		this.#closing.abort();
		await this.#following;
	}

	async #follow(backend: ClusterBackend): Promise<void> {
		try {
			const options: WatchOptions = { attention: () => 'active' };
			for await (const event of backend.watch(options, this.#closing.signal)) {
				if (event.kind === 'trouble' || event.kind === 'recovered') this.#report(event);
				else if (event.kind === 'snapshot') this.#take(event.snapshot);
				else if (event.changes.length > 0) this.#take(applyChanges(this.#snapshot, event.changes));
			}
			this.#fail(new ClusterError('protocol', `the watch of ${backend.label} ended by itself`));
		} catch (error) {
			this.#fail(isClusterError(error) ? error : new ClusterError('protocol', String(error), { cause: error }));
		}
	}

	#take(snapshot: ClusterSnapshot): void {
		this.#snapshot = snapshot;
		this.#isRead = true;
		this.#wake();
	}

	#fail(error: ClusterError): void {
		if (!this.#closing.signal.aborted) this.#end = error;
		this.#wake();
	}
}
