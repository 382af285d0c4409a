// A registry that cannot be reached, as when etcd hangs: what fleet answers then, and what is left when it is back.

import { type ApiAnswer, type ApiRequest, refusal } from './api/answer.ts';
import { answerRequest } from './api/router.ts';
import { statesEnd } from './fading.ts';
import { expireStates } from './registry/changes.ts';
import { emptyRegistry } from './registry/registry.ts';
import { setRegistry, type World } from './world.ts';

/** Takes the registry away. Units run on, and nobody hears of them. */
export function loseRegistry(world: World): World {
	return world.outageSince === undefined ? { ...world, outageSince: world.now } : world;
}

/** Brings the registry back. What was said of units too long ago has faded meanwhile. */
export function returnRegistry(world: World): World {
	const { outageSince, ...rest } = world;
	if (outageSince === undefined) return world;
	const faded = [...world.hosts.values()].filter(({ watch }) => statesEnd(watch, outageSince) <= world.now);
	return setRegistry(
		rest,
		faded.reduce((registry, { facts }) => expireStates(registry, facts.id), world.registry),
	);
}

/** What fleet answers while its registry is out of reach; nothing where it is not. */
export function answerInOutage({ now, outageSince }: World, request: ApiRequest): ApiAnswer | undefined {
	if (outageSince === undefined) return undefined;
	// By then fleet's own heartbeat has failed, and it takes its whole API back.
	if (now - outageSince >= heartbeatLost) return refusal(503, 'fleet server unable to communicate with etcd');
	const { answer } = answerRequest(emptyRegistry, request);
	const needsNoRegistry = request.method === 'GET' && request.target.endsWith('/discovery');
	return needsNoRegistry || (answer !== undefined && answer.status === 405) ? answer : refusal(500);
}

/** Milliseconds; seen between 25 and 27 seconds. */
const heartbeatLost = 26_000;
