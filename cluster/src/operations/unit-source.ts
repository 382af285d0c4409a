// Where the text of a unit comes from: its own file, a template on disk, or a template in the registry. In fleetctl's
// order for new units; what is on disk comes first where a unit is to be replaced, since that is what was edited.

import path from 'node:path';
import type { FleetRelease, UnitOption } from '../../../core/src/fleet/model.ts';
import { readOptions } from '../../../core/src/fleet/options.ts';
import { unknownRequirementKeys } from '../../../core/src/fleet/requirements.ts';
import { splitUnitName, templateName, unitNameFault } from '../../../core/src/fleet/unit-name.ts';
import { validateOptions } from '../../../core/src/fleet/validate.ts';
import { ClusterError } from '../errors.ts';
import type { OperationContext } from './context.ts';
import type { UnitFiles } from './unit-files.ts';
import { hasKind, toUnitName } from './unit-names.ts';

/** The text of a unit, and where it stands. */
export interface UnitSource {
	/** Name of the unit that it is for. */
	readonly name: string;
	readonly origin: Origin;
	readonly options: readonly UnitOption[];
}

/** Where a text was found: in a file, maybe that of the template, or in the registry under the template's name. */
export type Origin =
	| { readonly kind: 'file'; readonly file: string; readonly isTemplate: boolean }
	| { readonly kind: 'registry'; readonly template: string };

/** What is looked at for a text. */
export interface SourcePlaces {
	readonly files: UnitFiles;
	readonly release: FleetRelease;
	/** Options of a unit of the registry; `undefined` where there is none of that name. */
	readonly registered: (name: string) => Promise<readonly UnitOption[] | undefined>;
}

/** The text for a new unit: its file, else the template in the registry, else the template beside the named path. */
export async function sourceOfNewUnit(argument: string, places: SourcePlaces): Promise<UnitSource> {
	const own = await ownFile(argument, places);
	if (own !== undefined) return own;
	const name = toUnitName(argument);
	const template = templateName(name);
	if (template === undefined) {
		throw notFound(`unable to find Unit(${name}) in Registry or on filesystem`, `name its file, or submit it first`);
	}
	const found = (await registryTemplate(name, template, places)) ?? (await templateFile(argument, places));
	if (found !== undefined) return found;
	const message = `unable to find template Unit(${template}) in Registry or on filesystem`;
	throw notFound(`failed getting Unit(${name}) from template: ${message}`, `submit ${template} first`);
}

/** The text on disk for a unit, its own or its template's; `undefined` where there is none. */
export async function sourceOnDisk(argument: string, places: SourcePlaces): Promise<UnitSource | undefined> {
	return (await ownFile(argument, places)) ?? (await templateFile(argument, places));
}

/**
 * The source, where fleet takes it. Throws a `ClusterError` of the kind `refused` where it does not, and warns of what
 * it will silently not understand.
 */
export function requireSound(source: UnitSource, release: FleetRelease, { report }: OperationContext): UnitSource {
	const { name, options } = source;
	const isEmpty = options.length === 0 ? `${name} has no settings at all, and fleet takes no empty unit` : undefined;
	const fault = isEmpty ?? unitNameFault(name, release) ?? validateOptions(options, release);
	if (fault !== undefined) throw new ClusterError('refused', fault);
	for (const key of unknownRequirementKeys(options, release)) {
		const message = `Unit ${name}: unrecognized requirement in [X-Fleet] section: "${key}"`;
		report?.({ kind: 'warning', name, message });
	}
	return source;
}

/** The origin in words: `web@.service in the registry`, or the path. */
export function originText(origin: Origin): string {
	return origin.kind === 'file' ? origin.file : `${origin.template} in the registry`;
}

async function ownFile(argument: string, places: SourcePlaces): Promise<UnitSource | undefined> {
	const name = toUnitName(argument);
	const file = hasKind(argument) ? argument : `${argument}.service`;
	return await fromFile(name, file, splitUnitName(name)?.isTemplate === true, places);
}

async function templateFile(argument: string, places: SourcePlaces): Promise<UnitSource | undefined> {
	const name = toUnitName(argument);
	const template = templateName(name);
	if (template === undefined) return undefined;
	return await fromFile(name, path.join(path.dirname(argument), template), true, places);
}

async function fromFile(
	name: string,
	file: string,
	isTemplate: boolean,
	{ files, release }: SourcePlaces,
): Promise<UnitSource | undefined> {
	const text = await files.read(file);
	if (text === undefined) return undefined;
	const { options, error } = readOptions(text, release);
	if (error !== undefined) throw new ClusterError('refused', `failed getting Unit(${file}) from file: ${error}`);
	return { name, origin: { kind: 'file', file, isTemplate }, options: options.map(withoutPlace) };
}

function withoutPlace({ section, name, value }: UnitOption): UnitOption {
	return { section, name, value };
}

async function registryTemplate(
	name: string,
	template: string,
	{ registered }: SourcePlaces,
): Promise<UnitSource | undefined> {
	const options = await registered(template);
	return options && { name, origin: { kind: 'registry', template }, options };
}

function notFound(message: string, advice: string): ClusterError {
	return new ClusterError('not-found', message, { advice });
}
