// Which request goes to which handler: fleet's paths as a table. Every handler is a function of the registry and the
// request; nothing here waits or listens.

import type { Registry } from '../registry/registry.ts';
import { type ApiAnswer, type ApiRequest, type Outcome, refusal, wrongMethod } from './answer.ts';
import { discoveryDocument } from './discovery.ts';
import { listMachines } from './machines.ts';
import { patchMachines } from './patch-machines.ts';
import { cleanPath, escapePath, readTarget, type Target } from './paths.ts';
import { putUnit } from './put-unit.ts';
import { getState, listStates } from './states.ts';
import { deleteUnit, getUnit, listUnits } from './units.ts';

/** Answers a request to fleet's API. */
export function answerRequest(registry: Registry, request: ApiRequest): Outcome {
	const target = readTarget(request.target);
	if (target === undefined) return { answer: malformedTarget, registry };
	const clean = cleanPath(target.path);
	if (clean !== target.path) return { answer: redirect(request, clean, target.search), registry };
	const path = resourcePath(target.path);
	const resource = path === undefined ? undefined : resources.find(({ pattern }) => pattern.test(path));
	if (path === undefined || resource === undefined) return { answer: refusal(404), registry };
	const item = resource.pattern.exec(path)?.[1] ?? '';
	const handler = resource.methods[request.method];
	return handler?.({ registry, request, target, item }) ?? { answer: resource.otherwise, registry };
}

interface Call {
	readonly registry: Registry;
	readonly request: ApiRequest;
	readonly target: Target;
	/** What stands after the resource's name. */
	readonly item: string;
}

interface Resource {
	/** What comes after the prefix. */
	readonly pattern: RegExp;
	readonly methods: Readonly<Record<string, (call: Call) => Outcome>>;
	/** The answer to all other methods. */
	readonly otherwise: ApiAnswer;
}

// Both lead to the same handlers.
const prefixes = ['/fleet/v1', '/v1-alpha'] as const;

const resources: readonly Resource[] = [
	{ pattern: /^$/, methods: {}, otherwise: wrongMethod() },
	{
		pattern: /^\/discovery$/,
		methods: { GET: reading(describe) },
		otherwise: refusal(400, 'only HTTP GET supported against this resource'),
	},
	{
		pattern: /^\/machines$/,
		methods: {
			GET: reading(({ registry, target }) => listMachines(registry, target.query)),
			PATCH: ({ registry, request }) => patchMachines(registry, request),
		},
		otherwise: wrongMethod('GET and PATCH'),
	},
	{
		pattern: /^\/state$/,
		methods: { GET: reading(({ registry, target }) => listStates(registry, target.query)) },
		otherwise: wrongMethod('GET'),
	},
	{
		pattern: /^\/state\/([^/]+)$/,
		methods: { GET: reading(({ registry, item }) => getState(registry, item)) },
		otherwise: wrongMethod('GET'),
	},
	{
		pattern: /^\/units$/,
		methods: { GET: reading(({ registry, target }) => listUnits(registry, target.query)) },
		otherwise: wrongMethod('GET'),
	},
	{
		pattern: /^\/units\/([^/]+)$/,
		methods: {
			GET: reading(({ registry, item }) => getUnit(registry, item)),
			PUT: ({ registry, request, item }) => putUnit(registry, item, request),
			DELETE: ({ registry, item }) => deleteUnit(registry, item),
		},
		otherwise: wrongMethod('GET, PUT and DELETE'),
	},
];

const malformedTarget: ApiAnswer = {
	status: 400,
	headers: { 'Content-Type': 'text/plain; charset=utf-8', Connection: 'close' },
	body: '400 Bad Request',
};

function describe(): ApiAnswer {
	return { status: 200, headers: { 'Content-Type': 'application/json' }, body: discoveryDocument() };
}

function reading(answer: (call: Call) => ApiAnswer | undefined): (call: Call) => Outcome {
	return (call) => ({ answer: answer(call), registry: call.registry });
}

/** What comes after the prefix. The root of all is the same as the root of the API. */
function resourcePath(path: string): string | undefined {
	if (path === '/') return '';
	const prefix = prefixes.find((one) => path === one || path.startsWith(`${one}/`));
	return prefix && path.slice(prefix.length);
}

function redirect({ method }: ApiRequest, path: string, search: string): ApiAnswer {
	const location = escapePath(path) + search;
	const body = method === 'GET' ? `<a href="${location}">Moved Permanently</a>.\n\n` : '';
	return { status: 301, headers: { 'Content-Type': 'text/html; charset=utf-8', Location: location }, body };
}
