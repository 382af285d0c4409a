// What it means when etcd does not do what it was asked: an answer without success → a `ClusterError`. Each meaning is a
// row.

import { ClusterError, type ClusterErrorKind } from '../errors.ts';
import type { HttpResponse } from '../transport/transport.ts';
import { type EtcdFault, faultCodes, faultIn } from './answers.ts';

/** The error that an answer without success stands for. `what` is what was asked: `/v2/keys/a at http://10.0.0.1`. */
export function toFailure({ status, body }: Pick<HttpResponse, 'status' | 'body'>, what: string): ClusterError {
	const fault = faultIn(body);
	const { kind, why, advice } = (fault && faultMeanings.get(fault.code)) ?? meaningOf(status, fault);
	const said = fault === undefined ? `status ${status}` : `${fault.message} (${fault.code})`;
	return new ClusterError(kind, `${what}: ${why}, ${said}`, { ...(advice !== undefined && { advice }), status });
}

interface Meaning {
	readonly kind: ClusterErrorKind;
	readonly why: string;
	readonly advice?: string;
}

const askAgain = 'look at it as it is now, and decide again';

const faultMeanings: ReadonlyMap<number, Meaning> = new Map([
	[faultCodes.keyNotFound, { kind: 'not-found', why: 'it is not there' }],
	[faultCodes.compareFailed, { kind: 'conflict', why: 'it changed meanwhile', advice: askAgain }],
	[faultCodes.keyExists, { kind: 'conflict', why: 'someone created it meanwhile', advice: askAgain }],
	[faultCodes.unauthorized, { kind: 'denied', why: 'etcd wants a user that may do that' }],
]);

function meaningOf(status: number, fault: EtcdFault | undefined): Meaning {
	if (status === 401 || status === 403) return { kind: 'denied', why: 'etcd wants a user that may do that' };
	if (status >= 500) {
		return { kind: 'unreachable', why: 'etcd cannot do it now', advice: 'check that most members of etcd run' };
	}
	if (status === 404 && fault === undefined) {
		const advice = 'check the address; etcd 3 has the keys of fleet only when it is started with --enable-v2';
		return { kind: 'protocol', why: 'there is no keys API of version 2', advice };
	}
	return { kind: 'protocol', why: 'etcd does not take it', advice: 'check that the address is that of etcd' };
}
