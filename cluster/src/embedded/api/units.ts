// /units and /units/{name}, read and deleted. Writing is in put-unit.ts.

import { destroyUnit } from '../registry/changes.ts';
import { currentState, type ReadableUnit, readUnit, readUnits } from '../registry/reading.ts';
import type { Job, Registry } from '../registry/registry.ts';
import { type ApiAnswer, emptyAnswer, jsonAnswer, type Outcome, refusal } from './answer.ts';
import { type GoJson, unlessEmpty } from './go-print.ts';
import { pageAsked, pageOf } from './pages.ts';
import { isRefusal, type Refusable, refuse } from './refusable.ts';

/** GET /units. Units on which fleet chokes are left out without a word. */
export function listUnits(registry: Registry, query: URLSearchParams): ApiAnswer {
	const page = pageAsked(query);
	if (isRefusal(page)) return page.answer;
	const { items, nextPageToken } = pageOf(readUnits(registry), page);
	const units = items.map((unit) => printUnit(registry, unit, 'in a list'));
	return jsonAnswer(200, { nextPageToken, units: unlessEmpty(units) });
}

/** GET /units/{name}. */
export function getUnit(registry: Registry, name: string): ApiAnswer {
	const unit = findUnit(registry, name);
	if (isRefusal(unit)) return unit.answer;
	return unit === undefined ? refusal(404, missing) : jsonAnswer(200, printUnit(registry, unit, 'alone'));
}

/** DELETE /units/{name}. */
export function deleteUnit(registry: Registry, name: string): Outcome {
	const unit = findUnit(registry, name);
	if (isRefusal(unit)) return { answer: unit.answer, registry };
	if (unit === undefined) return { answer: refusal(404, missing), registry };
	return { answer: emptyAnswer(204), registry: destroyUnit(registry, name) };
}

/** A unit by name; a refusal where fleet chokes on it. */
export function findUnit(registry: Registry, name: string): Refusable<ReadableUnit | undefined> {
	const job = registry.jobs.get(name);
	return job && (readUnit(registry, job) ?? refuse(500));
}

const missing = 'unit does not exist';

function printUnit(registry: Registry, unit: ReadableUnit, where: 'alone' | 'in a list'): GoJson {
	const { job, options, desiredState, engine } = unit;
	const { global } = engine.requirements;
	return {
		currentState: printState(registry, job, global, where),
		desiredState,
		machineID: global ? undefined : unlessEmpty(job.target),
		name: job.name,
		options: unlessEmpty(
			options.map(({ section, name, value }) => ({
				name: unlessEmpty(name),
				section: unlessEmpty(section),
				value: unlessEmpty(value),
			})),
		),
	};
}

// A global unit has no current state. fleet leaves it out of the single unit and says `inactive` in the list.
function printState(registry: Registry, job: Job, global: boolean, where: 'alone' | 'in a list'): string | undefined {
	if (!global) return currentState(registry, job);
	return where === 'alone' ? undefined : 'inactive';
}
