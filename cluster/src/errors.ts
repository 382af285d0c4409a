// Every way in which talking to a cluster can fail, as one error type. What to show of it is the caller's business.

/**
 * `unreachable`: nobody answers there; `denied`: it answers and does not let us; `host-key`: the host is not the one
 * we knew; `timeout`: no answer in time; `not-found`; `conflict`: changed meanwhile; `refused`: not done, because it
 * would do harm or cannot be done, mostly told by us before anything was sent; `unknown`: a write was sent and its
 * answer lost; `protocol`: the answer makes no sense; `cancelled`: the caller gave up.
 */
export type ClusterErrorKind =
	| 'unreachable'
	| 'denied'
	| 'host-key'
	| 'timeout'
	| 'not-found'
	| 'conflict'
	| 'refused'
	| 'unknown'
	| 'protocol'
	| 'cancelled';

/** What may come with an error. */
export interface ClusterErrorDetails {
	/** What to do next, as a phrase: “check that fleetd runs there”. */
	readonly advice?: string;
	/** The program that failed, its exit code and what it said. */
	readonly process?: {
		readonly argv: readonly string[];
		readonly exitCode: number | undefined;
		readonly stderr: string;
	};
	/** HTTP status of the answer. */
	readonly status?: number;
	/** The request may have reached the server: where it was a write, nobody knows whether it was done. */
	readonly sent?: boolean;
	readonly cause?: unknown;
}

/** A failure of a call to a cluster. Its message says what and why in one line. */
export class ClusterError extends Error {
	override readonly name = 'ClusterError';
	readonly kind: ClusterErrorKind;
	readonly details: ClusterErrorDetails;

	constructor(kind: ClusterErrorKind, message: string, details: ClusterErrorDetails = {}) {
		super(message, { cause: details.cause });
		this.kind = kind;
		this.details = details;
	}
}

/** Whether an error is a cluster's, and of one of these kinds where some are named. */
export function isClusterError(error: unknown, ...kinds: readonly ClusterErrorKind[]): error is ClusterError {
	return error instanceof ClusterError && (kinds.length === 0 || kinds.includes(error.kind));
}
