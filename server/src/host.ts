// What the client allows on the machine that the server runs on. Nothing is allowed until the client says so.

import type { Connection } from 'vscode-languageserver/node';
import { type HostParams, hostNotification } from '../../protocol/src/requests.ts';
import { guard } from './guard.ts';

/** What is allowed and what is there. */
export type Host = Required<HostParams>;

/** The host as the client describes it, from the first request on. */
export interface FollowedHost {
	readonly current: () => Host;
	readonly begin: (initializationOptions: unknown) => void;
}

/** Follows what the client says. */
export function followHost(connection: Connection): FollowedHost {
	let current = readHost(undefined);
	const take = (params: unknown) => {
		current = readHost(params);
	};
	connection.onNotification(hostNotification, guard(connection, 'host', undefined, take));
	return {
		current: () => current,
		begin: (options) => take(isRecord(options) ? options['host'] : undefined),
	};
}

/** Anything but `true` means no. */
function readHost(value: unknown): Host {
	const { isTrusted, opensManual, showsTarget } = isRecord(value) ? value : {};
	return { isTrusted: isTrusted === true, opensManual: opensManual === true, showsTarget: showsTarget === true };
}

function isRecord(value: unknown): value is Readonly<Record<string, unknown>> {
	return typeof value === 'object' && value !== null && !Array.isArray(value);
}
