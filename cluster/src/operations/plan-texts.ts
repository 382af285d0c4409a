// What is to become of each unit's text when units are submitted, loaded or started: created, replaced or left as it
// is. Everything is read and checked before anything is written, so that bad input changes nothing. Replaced is only
// what was asked for, and only where the unit is not more than the operation would make of it.

import { isGlob } from '../../../core/src/fleet/glob.ts';
import { desiredStates, type FleetRelease } from '../../../core/src/fleet/model.ts';
import { splitUnitName } from '../../../core/src/fleet/unit-name.ts';
import type { ClusterBackend } from '../backend.ts';
import { ClusterError } from '../errors.ts';
import { hashOf } from '../hash.ts';
import type { ClusterUnit, DesiredState } from '../model.ts';
import type { OperationContext } from './context.ts';
import { expandAll, findUnits } from './find-units.ts';
import { inLots } from './in-lots.ts';
import { requireReplacing } from './replacing.ts';
import type { UnitFiles } from './unit-files.ts';
import { toUnitName } from './unit-names.ts';
import {
	originText,
	requireSound,
	type SourcePlaces,
	sourceOfNewUnit,
	sourceOnDisk,
	type UnitSource,
} from './unit-source.ts';

/** What is to become of one unit's text. */
export type PlannedText =
	| { readonly kind: 'create'; readonly name: string; readonly source: UnitSource }
	| { readonly kind: 'replace'; readonly name: string; readonly unit: ClusterUnit; readonly source: UnitSource }
	| { readonly kind: 'keep'; readonly name: string; readonly unit: ClusterUnit };

/** Which units, and what the operation will make of them. */
export interface TextRequest {
	readonly units: readonly string[];
	readonly files: UnitFiles;
	/** Replace texts of the registry by those on disk. */
	readonly replace?: boolean;
}

/** Plans the texts of all units. Throws a `ClusterError` where one cannot be had or would be refused. */
export async function planTexts(
	backend: ClusterBackend,
	request: TextRequest,
	desiredState: DesiredState,
	release: FleetRelease,
	context: OperationContext,
): Promise<readonly PlannedText[]> {
	const planner: Planner = {
		backend,
		request,
		desiredState,
		release,
		context,
		places: placesOf(backend, request, release, context),
	};
	const args = await withoutGlobs(backend, request.units, context.signal);
	return await inLots(args, 8, (argument) => planText(argument, planner));
}

interface Planner {
	readonly backend: ClusterBackend;
	readonly request: TextRequest;
	readonly desiredState: DesiredState;
	readonly release: FleetRelease;
	readonly context: OperationContext;
	readonly places: SourcePlaces;
}

function placesOf(
	backend: ClusterBackend,
	{ files }: TextRequest,
	release: FleetRelease,
	{ signal }: OperationContext,
): SourcePlaces {
	const registered = async (name: string) => (await backend.unit(name, signal))?.options;
	return { files, release, registered };
}

/** Arguments with globs replaced by the units of the registry that they mean; each unit is named once. */
async function withoutGlobs(
	backend: ClusterBackend,
	args: readonly string[],
	signal: AbortSignal,
): Promise<readonly string[]> {
	const wanted = expandAll(args);
	const globs = wanted.filter(isGlob);
	const found = globs.length === 0 ? undefined : await findUnits(backend, globs, signal);
	if (found?.missing[0] !== undefined) {
		throw new ClusterError('not-found', `no unit of the registry matches ${found.missing.join(', ')}`, {
			advice: 'name the files or the instances to begin with',
		});
	}
	const all = [...wanted.filter((one) => !isGlob(one)), ...(found?.units ?? []).map(({ name }) => name)];
	return [...new Map(all.map((argument) => [toUnitName(argument), argument])).values()];
}

async function planText(argument: string, planner: Planner): Promise<PlannedText> {
	const name = toUnitName(argument);
	refuseTemplate(name, planner.desiredState);
	const unit = await planner.backend.unit(name, planner.context.signal);
	const planned = unit === undefined ? await planNew(argument, planner) : await planKnown(argument, unit, planner);
	if (planned.kind !== 'keep') requireSound(planned.source, planner.release, planner.context);
	return planned;
}

function refuseTemplate(name: string, desiredState: DesiredState): void {
	if (desiredState === 'inactive' || splitUnitName(name)?.isTemplate !== true) return;
	throw new ClusterError('refused', `${name} is a template, which runs nowhere itself`, {
		advice: `name an instance of it, such as ${name.replace('@', '@1')}`,
	});
}

async function planNew(argument: string, { places, context }: Planner): Promise<PlannedText> {
	const source = await sourceOfNewUnit(argument, places);
	if (source.origin.kind === 'registry') {
		const onDisk = await sourceOnDisk(argument, places);
		if (onDisk?.origin.kind === 'file' && hashOf(onDisk.options) !== hashOf(source.options)) {
			const { template } = source.origin;
			const made = `${source.name} is made from ${template} in the registry, which differs from ${onDisk.origin.file}`;
			const message = `${made}; replace ${template} first, if the new text is meant`;
			context.report?.({ kind: 'warning', name: source.name, message, template });
		}
	}
	return { kind: 'create', name: source.name, source };
}

async function planKnown(argument: string, unit: ClusterUnit, planner: Planner): Promise<PlannedText> {
	const { name } = unit;
	const { places, request, context } = planner;
	const source = await sourceOnDisk(argument, places);
	if (source === undefined) {
		if (request.replace !== true) return { kind: 'keep', name, unit };
		throw new ClusterError('not-found', `there is no file ${argument} to replace ${name} with`);
	}
	if (hashOf(source.options) === unit.hash) {
		if (request.replace === true)
			context.report?.({ kind: 'stored', name, write: 'unchanged', from: originText(source.origin) });
		return { kind: 'keep', name, unit };
	}
	if (request.replace === true) return planReplacement(unit, source, planner);
	if (source.origin.kind === 'file') context.report?.({ kind: 'differs', name, file: source.origin.file });
	return { kind: 'keep', name, unit };
}

function planReplacement(unit: ClusterUnit, source: UnitSource, { desiredState, release }: Planner): PlannedText {
	const { name } = unit;
	requireReplacing(name, release);
	if (desiredStates.indexOf(unit.desiredState) > desiredStates.indexOf(desiredState)) {
		throw new ClusterError(
			'refused',
			`can not replace Unit(${name}) in state '${unit.desiredState}': that would stop it`,
			{
				advice: 'redeploy it, which replaces its text where it runs',
			},
		);
	}
	return { kind: 'replace', name, unit, source };
}
