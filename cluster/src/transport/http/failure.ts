// What an error of Node's sockets, TLS or HTTP means for a call to a cluster. Each meaning is a row.

import { ClusterError, type ClusterErrorKind } from '../../errors.ts';

/** What was going on when an error came. */
export interface Circumstances {
	/** What was being done, for the message: `GET http://10.0.0.1/fleet/v1/units`. */
	readonly what: string;
	/** The request may have reached the server. */
	readonly sent: boolean;
	/** The answer had begun. */
	readonly answered: boolean;
}

/** Makes a `ClusterError` of any error. One that is a `ClusterError` keeps its kind and message. */
export function toClusterError(error: unknown, circumstances: Circumstances): ClusterError {
	if (error instanceof ClusterError) return withSent(error, circumstances.sent);
	const { kind, why, advice } = meaningOf(error, circumstances);
	return new ClusterError(kind, `${circumstances.what}: ${why}`, {
		...(advice === undefined ? {} : { advice }),
		...(circumstances.sent ? { sent: true } : {}),
		cause: error,
	});
}

/** The same error, with the remark that the request may have reached the server. */
function withSent(error: ClusterError, sent: boolean): ClusterError {
	if (!sent || error.details.sent === true) return error;
	return new ClusterError(error.kind, error.message, { ...error.details, sent: true });
}

/** Whether an error says that a connection broke: nothing is wrong with what was asked. */
export function isBroken(error: unknown): boolean {
	const cause = error instanceof ClusterError ? error.details.cause : error;
	return brokenCodes.has(codeOf(cause));
}

interface Meaning {
	readonly kind: ClusterErrorKind;
	readonly why: string;
	readonly advice?: string;
}

const checkAddress = 'check that the service runs and that the address is right';
const namesAuthority = 'name the authority that signed its certificate, if you trust it';

const brokenCodes: ReadonlySet<string> = new Set(['ECONNRESET', 'EPIPE', 'ECONNABORTED']);

/** Codes of libuv, of Node and of OpenSSL (by their ends, which are the same in all versions). */
const meanings: readonly (readonly [code: RegExp, meaning: Meaning])[] = [
	[/^ECONNREFUSED$/, { kind: 'unreachable', why: 'nobody listens there', advice: checkAddress }],
	[/^ENOENT$/, { kind: 'unreachable', why: 'there is no such socket', advice: checkAddress }],
	[/^ENOTSOCK$/, { kind: 'unreachable', why: 'that is no socket', advice: checkAddress }],
	[/^(EACCES|EPERM)$/, { kind: 'denied', why: 'you may not open it', advice: 'ask for access to it' }],
	[/^(ENOTFOUND|EAI_\w+)$/, { kind: 'unreachable', why: 'no such host is known', advice: checkAddress }],
	[/^(EHOSTUNREACH|ENETUNREACH|EHOSTDOWN|ENETDOWN)$/, { kind: 'unreachable', why: 'there is no road to that host' }],
	[/^ETIMEDOUT$/, { kind: 'timeout', why: 'the host did not answer', advice: checkAddress }],
	[/^HPE_/, { kind: 'protocol', why: 'the answer is no HTTP', advice: checkAddress }],
	[/WRONG_VERSION_NUMBER$/, { kind: 'protocol', why: 'it does not speak TLS', advice: 'try http:// instead' }],
	[/ALTNAME_INVALID$/, { kind: 'host-key', why: 'its certificate is for another host', advice: checkAddress }],
	[/^CERT_HAS_EXPIRED$/, { kind: 'host-key', why: 'its certificate has expired' }],
	[
		/^(UNABLE_TO_|DEPTH_ZERO_|SELF_SIGNED_|CERT_)/,
		{ kind: 'host-key', why: 'its certificate is not to be trusted', advice: namesAuthority },
	],
	[
		/(CERTIFICATE_REQUIRED|BAD_CERTIFICATE|UNKNOWN_CA|HANDSHAKE_FAILURE|ACCESS_DENIED|CERTIFICATE_UNKNOWN)$/,
		{ kind: 'denied', why: 'it wants another client certificate', advice: 'name a certificate and its key' },
	],
	[
		/^ERR_(INVALID_CHAR|UNESCAPED_CHARACTERS|INVALID_HTTP_TOKEN)$/,
		{ kind: 'refused', why: 'it has characters that HTTP cannot carry' },
	],
];

function meaningOf(error: unknown, { sent, answered }: Circumstances): Meaning {
	const code = codeOf(error);
	if (brokenCodes.has(code)) return brokenMeaning(sent, answered);
	const [, meaning] = meanings.find(([pattern]) => pattern.test(code)) ?? [];
	if (meaning !== undefined) return meaning;
	const why = error instanceof Error ? error.message : String(error);
	return { kind: sent ? 'protocol' : 'unreachable', why };
}

function brokenMeaning(sent: boolean, answered: boolean): Meaning {
	if (!sent) return { kind: 'unreachable', why: 'the connection was closed at once', advice: checkAddress };
	if (answered) return { kind: 'protocol', why: 'the connection broke off in the middle of the answer' };
	return { kind: 'protocol', why: 'the connection was closed without an answer' };
}

function codeOf(error: unknown): string {
	const code = typeof error === 'object' && error !== null && 'code' in error ? error.code : undefined;
	return typeof code === 'string' ? code : '';
}
