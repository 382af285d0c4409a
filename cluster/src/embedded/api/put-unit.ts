// PUT /units/{name}: creates a unit, replaces its text or sets its desired state. The order of the checks is fleet's,
// and so are its gaps: a replacing text is not validated, and a known unit takes any word for a desired state.

import { quoteText } from '../../../../core/src/fleet/go-quote.ts';
import { isDesiredState } from '../../../../core/src/fleet/model.ts';
import { splitUnitName, unitNameFault } from '../../../../core/src/fleet/unit-name.ts';
import { validateOptions } from '../../../../core/src/fleet/validate.ts';
import { hashOf } from '../../hash.ts';
import type { UnitOption } from '../../model.ts';
import { setTargetState, storeUnit } from '../registry/changes.ts';
import type { ReadableUnit } from '../registry/reading.ts';
import type { Registry } from '../registry/registry.ts';
import { type ApiAnswer, type ApiRequest, emptyAnswer, type Outcome, refusal } from './answer.ts';
import { JsonFault } from './go-tokens.ts';
import { isRefusal } from './refusable.ts';
import { type OptionBody, readUnitBody } from './unit-body.ts';
import { findUnit } from './units.ts';

/** Carries out a PUT of the unit that the path names. */
export function putUnit(registry: Registry, name: string, request: ApiRequest): Outcome {
	const refused = (answer: ApiAnswer): Outcome => ({ answer, registry });
	const typeFault = contentTypeFault(request.contentTypes);
	if (typeFault !== undefined) return refused(refusal(415, typeFault));
	const body = readUnitBody(request.body);
	if (body instanceof JsonFault) return refused(refusal(400, `unable to decode body: ${body.message}`));
	const nameFault = differentName(name, body.name) ?? unitNameFault(name);
	if (nameFault !== undefined) return refused(refusal(400, nameFault));
	const known = findUnit(registry, name);
	if (isRefusal(known)) return refused(known.answer);
	const options = readOptionBodies(body.options ?? []);
	if (options === undefined) return { answer: undefined, registry };
	const { desiredState = '' } = body;
	if (known === undefined) return createUnit(registry, name, options, desiredState);
	if (options.length > 0 && hashOf(options) !== known.job.hash) return writeUnit(registry, name, options, desiredState);
	return changeState(registry, known, desiredState);
}

function contentTypeFault(types: readonly string[]): string | undefined {
	if (types.length !== 1) return `expected 1 Content-Type, got ${types.length}`;
	const [media] = (types[0] ?? '').split(';');
	return media === 'application/json' ? undefined : 'only acceptable Content-Type is application/json';
}

function differentName(inUrl: string, inBody = ''): string | undefined {
	if (inBody === '' || inBody === inUrl) return undefined;
	return `name in URL ${quoteText(inUrl)} differs from unit name in request body ${quoteText(inBody)}`;
}

/** The options, or nothing where one is null: there fleet follows a pointer that leads nowhere. */
function readOptionBodies(bodies: readonly (OptionBody | undefined)[]): readonly UnitOption[] | undefined {
	if (bodies.includes(undefined)) return undefined;
	return bodies.map((body) => ({ section: '', name: '', value: '', ...body }));
}

function createUnit(registry: Registry, name: string, options: readonly UnitOption[], desiredState: string): Outcome {
	if (options.length === 0) {
		return { answer: refusal(409, 'unit does not exist and options field empty'), registry };
	}
	const fault = validateOptions(options);
	if (fault !== undefined) return { answer: refusal(400, fault), registry };
	return writeUnit(registry, name, options, desiredState);
}

function writeUnit(registry: Registry, name: string, options: readonly UnitOption[], desiredState: string): Outcome {
	const state = desiredState === '' ? 'inactive' : desiredState;
	if (!isDesiredState(state) || isTooLarge(options)) return { answer: refusal(500), registry };
	return { answer: emptyAnswer(201), registry: storeUnit(registry, name, options, state) };
}

// etcd takes no request of more than 10 MB, and base64 has no part in it.
function isTooLarge(options: readonly UnitOption[]): boolean {
	const largest = 10 * 1024 * 1024;
	return options.reduce((size, { name, value }) => size + name.length + value.length, 0) > largest;
}

function changeState(registry: Registry, { job }: ReadableUnit, desiredState: string): Outcome {
	if (desiredState === '') {
		return { answer: refusal(409, 'must provide DesiredState to update existing unit'), registry };
	}
	if (desiredState !== 'inactive' && splitUnitName(job.name)?.isTemplate) {
		return { answer: refusal(400, `cannot activate template ${quoteText(job.name)}`), registry };
	}
	return { answer: emptyAnswer(204), registry: setTargetState(registry, job.name, desiredState) };
}
