// The way by which streams get through ssh to one endpoint: a socket here that ssh forwards; or, where the host forwards
// to no sockets, the `fleetctl fd-forward` that fleet brings along; or a process for each stream, where connections are
// not shared. The shared ones are tried out before a word is sent.

import type { Duplex } from 'node:stream';
import type { Endpoint } from '../endpoint.ts';
import type { Login } from './argv.ts';
import { openForward } from './forward.ts';
import type { Master } from './master.ts';
import { fdForwardRoad, portRoad } from './program-road.ts';

/** Opens streams to one endpoint. */
export interface Road {
	dial(signal: AbortSignal): Promise<Duplex>;
}

/** The road over a connection that stands. Throws why there is none. */
export async function sharedRoad(master: Master, endpoint: Endpoint, signal: AbortSignal): Promise<Road> {
	const forward = await openForward(master, endpoint, signal);
	const fault = await forward.fault(signal);
	if (fault === undefined) return forward;
	if (endpoint.kind === 'tcp') throw fault;
	const road = fdForwardRoad(master.login, endpoint.path);
	const other = await road.fault(signal);
	if (other === undefined) return road;
	throw other;
}

/** The road of a process for each stream. */
export function singleRoad(login: Login, endpoint: Endpoint): Road {
	return endpoint.kind === 'unix' ? fdForwardRoad(login, endpoint.path) : portRoad(login, endpoint);
}
