// What a practice cluster can do and fleet's API cannot say: journals, what systemctl would print, and losing machines.
// Described in docs/practice-cluster.md.

import { type ApiAnswer, type ApiRequest, emptyAnswer, jsonAnswer, refusal } from '../api/answer.ts';
import { readTarget } from '../api/paths.ts';
import type { Writer } from '../http.ts';
import type { LiveWorld } from '../live-world.ts';
import { type Loss, loseMachine, returnMachine } from '../machines.ts';
import { loseRegistry, returnRegistry } from '../outage.ts';
import { saveState } from '../state.ts';
import type { World } from '../world.ts';
import { streamJournal } from './journal-stream.ts';
import { statusText } from './status-text.ts';

/** An answer, or what writes one bit by bit. */
export type PracticeAnswer = ApiAnswer | Writer;

/** Whether a request is for this part of the server. */
export function isPracticePath(target: string): boolean {
	return target.startsWith(`${prefix}/`);
}

/** Answers a request for it. */
export function answerPractice(live: LiveWorld, { method, target }: ApiRequest): PracticeAnswer {
	const read = readTarget(target);
	if (read === undefined) return refusal(400, 'malformed path');
	const path = read.path.slice(prefix.length);
	const route = routes.find(({ pattern }) => pattern.test(path));
	if (route === undefined) return refusal(404, `nothing at ${read.path}`);
	if (route.method !== method) return refusal(405, `only ${route.method} supported against this resource`);
	return route.answer({ live, query: read.query, item: route.pattern.exec(path)?.[1] ?? '' });
}

const prefix = '/practice/v1';

interface Call {
	readonly live: LiveWorld;
	readonly query: URLSearchParams;
	readonly item: string;
}

interface Route {
	readonly method: 'GET' | 'POST';
	readonly pattern: RegExp;
	readonly answer: (call: Call) => PracticeAnswer;
}

const routes: readonly Route[] = [
	{ method: 'GET', pattern: /^\/machines$/, answer: listHosts },
	{ method: 'POST', pattern: /^\/machines\/([^/]+)\/lose$/, answer: lose },
	{ method: 'POST', pattern: /^\/machines\/([^/]+)\/return$/, answer: giveBack },
	{ method: 'GET', pattern: /^\/status$/, answer: status },
	{ method: 'GET', pattern: /^\/journal$/, answer: journal },
	{ method: 'GET', pattern: /^\/state$/, answer: state },
	{ method: 'POST', pattern: /^\/registry\/lose$/, answer: ({ live }) => changed(live, loseRegistry) },
	{ method: 'POST', pattern: /^\/registry\/return$/, answer: ({ live }) => changed(live, returnRegistry) },
];

const losses: readonly Loss[] = ['killed', 'drained', 'off'];

function listHosts({ live }: Call): ApiAnswer {
	const machines = [...live.read().hosts.values()].map(({ facts, fleetd, agent }) => ({
		id: facts.id,
		fleetd: fleetd.kind,
		wedged: agent.wedgedAt !== undefined,
	}));
	return jsonAnswer(200, { machines, speed: live.speed });
}

function lose({ live, query, item }: Call): ApiAnswer {
	const asked = query.get('how') ?? 'killed';
	const loss = losses.find((one) => one === asked);
	if (loss === undefined) return refusal(400, `how is ${asked}, not one of ${losses.join(', ')}`);
	return withMachine(live, item, (world) => loseMachine(world, item, loss));
}

function giveBack({ live, item }: Call): ApiAnswer {
	return withMachine(live, item, (world) => returnMachine(world, item));
}

function status({ live, query }: Call): ApiAnswer {
	const unit = query.get('unit') ?? '';
	const machine = query.get('machine') ?? '';
	const world = live.read();
	const host = world.hosts.get(machine);
	if (host === undefined) return unknownMachine(machine);
	const { exitCode, stdout, stderr } = statusText(host, unit, world.now);
	return jsonAnswer(200, { exitCode, stdout, stderr });
}

function journal({ live, query }: Call): PracticeAnswer {
	const machine = query.get('machine') ?? '';
	if (!live.read().hosts.has(machine)) return unknownMachine(machine);
	return streamJournal(live, machine, query);
}

function state({ live }: Call): ApiAnswer {
	return { status: 200, headers: { 'Content-Type': 'application/json' }, body: saveState(live.read()) };
}

function changed(live: LiveWorld, change: (world: World) => World): ApiAnswer {
	live.change(change);
	return emptyAnswer(204);
}

function withMachine(live: LiveWorld, id: string, act: (world: World) => World): ApiAnswer {
	if (!live.read().hosts.has(id)) return unknownMachine(id);
	return changed(live, act);
}

function unknownMachine(id: string): ApiAnswer {
	return refusal(404, `the practice cluster has no machine ${id}`);
}
