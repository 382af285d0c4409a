// Which units a plan is about: files, and instances of templates that are given, stand beside the named instance, or
// are in the snapshot. Whether fleet would take them is told with each unit.

import { readFileSync, statSync } from 'node:fs';
import path from 'node:path';
import type { PlannedUnit } from '../../cluster/src/operations/placement.ts';
import {
	type FleetRelease,
	readOptions,
	requirementsOf,
	splitUnitName,
	templateName,
	type UnitOption,
	unitNameFault,
	validateOptions,
} from '../../core/src/index.ts';
import { UsageError } from './arguments.ts';
import { reasonOf } from './failures.ts';
import { decodeUnit } from './unit-text.ts';

/** Where units may come from. */
export interface UnitSources {
	readonly cwd: string;
	readonly release: FleetRelease;
	/** Options of the units that the cluster has, by name. */
	readonly known: ReadonlyMap<string, readonly UnitOption[]>;
}

/** The units that the arguments name. A template that is only there for its instances is none. Throws `UsageError`. */
export function readPlannedUnits(args: readonly string[], sources: UnitSources): readonly PlannedUnit[] {
	const read = args.map((arg) => ({ arg, name: path.basename(arg), text: textOf(arg, sources.cwd) }));
	const names = read.map(({ name }) => name);
	const twice = names.find((name, index) => names.indexOf(name) < index);
	if (twice !== undefined) throw new UsageError(`${twice} is named twice; a cluster has one unit of a name`);
	const given = new Map(read.flatMap(({ name, text }) => (text === undefined ? [] : [[name, text] as const])));
	const used = new Set(names.map(templateName));
	return read
		.filter(({ name }) => !(used.has(name) && isTemplate(name)))
		.map(({ arg, name, text }) => {
			const contents = text === undefined ? fromTemplate(arg, given, sources) : { text };
			return 'text' in contents
				? unitFromText(name, contents.text, sources.release)
				: unitOf(name, contents.options, sources.release);
		});
}

/** The text of a file; `undefined` if there is none of that name. Throws `UsageError`. */
function textOf(arg: string, cwd: string): string | undefined {
	const file = path.resolve(cwd, arg);
	try {
		if (statSync(file, { throwIfNoEntry: false }) === undefined) return undefined;
		return decodeUnit(readFileSync(file));
	} catch (error) {
		throw new UsageError(`${arg}: ${reasonOf(error)}`);
	}
}

type Contents = { readonly text: string } | { readonly options: readonly UnitOption[] };

function fromTemplate(arg: string, given: ReadonlyMap<string, string>, { cwd, known }: UnitSources): Contents {
	const template = templateName(path.basename(arg));
	if (template === undefined) throw new UsageError(`${arg}: no such file`);
	const text = given.get(template) ?? textOf(path.join(path.dirname(arg), template), cwd);
	if (text !== undefined) return { text };
	const options = known.get(template);
	if (options !== undefined) return { options };
	throw new UsageError(
		`${arg}: no such file, and no template ${template}, neither given nor beside it nor in the cluster`,
	);
}

function unitFromText(name: string, text: string, release: FleetRelease): PlannedUnit {
	const { options, error } = readOptions(text, release);
	const unit = unitOf(name, options, release);
	return error === undefined ? unit : { ...unit, refusal: `fleet refuses the file: ${error}` };
}

function unitOf(name: string, options: readonly UnitOption[], release: FleetRelease): PlannedUnit {
	const fault = unitNameFault(name, release) ?? validateOptions(options, release);
	const refusal = fault === undefined ? templateRefusal(name) : `fleet refuses the unit: ${fault}`;
	return { name, requirements: requirementsOf(options, name, release), refusal };
}

function templateRefusal(name: string): string | undefined {
	if (!isTemplate(name)) return undefined;
	return `a template is not placed; name instances of it, such as ${name.replace(/@(?=\.[^.]*$)/, '@1')}`;
}

function isTemplate(name: string): boolean {
	return splitUnitName(name)?.isTemplate === true;
}
