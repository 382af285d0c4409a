// A transport: HTTP/1.1 over the streams of a dialer, with a time limit and a size limit for every answer. Knows nothing
// of what is asked, nor of how the streams travel.

import type { IncomingMessage } from 'node:http';
import type { Duplex } from 'node:stream';
import { ClusterError } from '../../errors.ts';
import { type Leash, type Limits, leashTo, orAborted, throwIfAborted, within } from '../deadline.ts';
import type { Dialer } from '../dialer.ts';
import type { HttpRequest, HttpResponse, HttpStream, Transport } from '../transport.ts';
import { Turns } from '../turns.ts';
import { bytesOf, headOf, readWhole } from './body.ts';
import { exchange, noProgress, type Progress } from './exchange.ts';
import { isBroken, toClusterError } from './failure.ts';
import { StreamPool } from './pool.ts';

/** What is to be set of a transport. */
export interface HttpSettings {
	/** The address as people know it. */
	readonly label: string;
	/** What the `Host` header says. */
	readonly host: string;
	/** Stands before every path. */
	readonly basePath?: string;
	/** Milliseconds for a call that names no limit of its own; 5,000 when absent. */
	readonly timeout?: number;
	/** Bytes that the body of an answer may have; 64 MiB when absent. */
	readonly maxBytes?: number;
	/** Streams that reads share at most; 16 when absent. */
	readonly maxStreams?: number;
}

const defaults = { basePath: '', timeout: 5_000, maxBytes: 64 * 1024 * 1024, maxStreams: 16 };

/** Whether a request may travel on a shared stream, or has one of its own. */
type Sharing = 'shared' | 'own';

/** Speaks HTTP over the streams of a dialer, which it disposes of with itself. */
export class HttpTransport implements Transport {
	readonly label: string;
	readonly #settings: Required<HttpSettings>;
	readonly #dialer: Dialer;
	readonly #pool: StreamPool;
	readonly #turns: Turns;
	readonly #end = new AbortController();

	constructor(dialer: Dialer, settings: HttpSettings) {
		this.label = settings.label;
		this.#settings = { ...defaults, ...settings };
		this.#dialer = dialer;
		this.#pool = new StreamPool(() => this.#dial(this.#end.signal));
		this.#turns = new Turns(this.#settings.maxStreams);
	}

	async send(request: HttpRequest, signal: AbortSignal): Promise<HttpResponse> {
		await this.#ready(request, signal);
		// A server may close an idle stream in the very moment in which it is used again. A read goes out once more
		// then; a write could have been done, and never gets into that.
		if (request.method !== 'GET') return await this.#whole(request, 'own', noProgress(), signal);
		const progress = noProgress();
		try {
			return await this.#whole(request, 'shared', progress, signal);
		} catch (error) {
			if (!progress.reused || progress.answered || !isBroken(error)) throw error;
			return await this.#whole(request, 'own', noProgress(), signal);
		}
	}

	async open(request: HttpRequest, signal: AbortSignal): Promise<HttpStream> {
		await this.#ready(request, signal);
		const progress = noProgress();
		const leash = leashTo(this.#limits(request, signal));
		try {
			const response = await orAborted(leash.signal, this.#exchange(request, 'own', progress, leash.signal));
			leash.stopClock();
			return { ...headOf(response), chunks: this.#chunks(request, response, progress, leash) };
		} catch (error) {
			leash.release();
			throw await this.#failure(error, request, progress);
		}
	}

	async dispose(): Promise<void> {
		this.#end.abort(new ClusterError('cancelled', `the connection to ${this.label} was closed`));
		this.#pool.destroy();
		await this.#dialer.dispose();
	}

	/** Logging in has a time limit of its own, which does not count to the request's. */
	async #ready(request: HttpRequest, signal: AbortSignal): Promise<void> {
		const { signals, what } = this.#limits(request, signal);
		await within({ signals, what }, (inner) => this.#dialer.ready(inner));
	}

	async #whole(request: HttpRequest, sharing: Sharing, progress: Progress, signal: AbortSignal) {
		const read = async (inner: AbortSignal) => {
			const message = await this.#exchange(request, sharing, progress, inner);
			return await readWhole(message, this.#settings.maxBytes, this.#what(request));
		};
		try {
			return await within(this.#limits(request, signal), (inner) =>
				sharing === 'own' ? read(inner) : this.#turns.take(inner, () => read(inner)),
			);
		} catch (error) {
			throw await this.#failure(error, request, progress);
		}
	}

	async *#chunks(request: HttpRequest, response: IncomingMessage, progress: Progress, leash: Leash) {
		try {
			yield* bytesOf(response);
		} catch (error) {
			throw await this.#failure(leash.signal.aborted ? leash.signal.reason : error, request, progress);
		} finally {
			leash.release();
			response.destroy();
		}
	}

	async #exchange(request: HttpRequest, sharing: Sharing, progress: Progress, signal: AbortSignal) {
		throwIfAborted(signal);
		const { host, basePath } = this.#settings;
		const carrier = sharing === 'shared' ? { agent: this.#pool } : { stream: await this.#dial(signal) };
		return await exchange({ ...request, path: basePath + request.path }, host, carrier, progress, signal);
	}

	/** A stream that is slow to open must not hold its place in the pool for ever. */
	#dial(signal: AbortSignal): Promise<Duplex> {
		const limits = { signals: [signal], timeout: this.#settings.timeout, what: `connecting to ${this.label}` };
		return within(limits, (inner) => this.#dialer.dial(inner));
	}

	async #failure(error: unknown, request: HttpRequest, progress: Progress): Promise<ClusterError> {
		const cause = progress.fault ?? error;
		const { stream } = progress;
		const explained = stream !== undefined && isBroken(cause) ? await this.#dialer.explain(stream) : undefined;
		return toClusterError(explained ?? (error instanceof ClusterError ? error : cause), {
			what: this.#what(request),
			sent: stream !== undefined,
			answered: progress.answered,
		});
	}

	#limits({ timeout = this.#settings.timeout, ...request }: HttpRequest, signal: AbortSignal): Limits {
		return { signals: [signal, this.#end.signal], timeout, what: this.#what(request) };
	}

	#what({ method, path }: HttpRequest): string {
		return `${method} ${path} at ${this.label}`;
	}
}
