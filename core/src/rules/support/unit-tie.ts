// What the [Unit] sections of two units say of each other: whether one stops with the other, waits for it, starts it.

import type { UnitFile } from '../../syntax/tree.ts';
import { isJob } from '../../workspace/job.ts';
import { emptyWorkspace } from '../../workspace/model.ts';
import { expandName, filesNamed } from '../../workspace/names.ts';
import { referencesOf } from '../../workspace/references-of.ts';
import type { LintContext } from '../settings.ts';
import { directivesNaming, placeOf } from './workspace-file.ts';

/** How a unit is tied to another one, by its own word or the other's. */
export interface Tie {
	/** This unit stops when the other does, or the other does its work and is done. */
	readonly stops: boolean;
	/** This unit starts the other, and does not run without it. */
	readonly requires: boolean;
	/** It starts after the other. */
	readonly ordered: boolean;
	/** One starts the other. */
	readonly started: boolean;
}

const requiring = ['BindsTo', 'Requires'];
const stopping = [...requiring, 'PartOf', 'Requisite', 'StopPropagatedFrom'];
const starting = [...requiring, 'Upholds', 'Wants'];

/** The tie of a unit to one whose name is expanded. */
export function tieTo(unit: UnitFile, context: LintContext, name: string): Tie {
	const own = ownDirectives(unit, context, name);
	const others = directivesNaming(context, name);
	return {
		stops: stopping.some((each) => own.has(each)) || others.has('PropagatesStopTo') || isDone(context, name),
		requires: requiring.some((each) => own.has(each)),
		ordered: own.has('After') || others.has('Before'),
		started: starting.some((each) => own.has(each) || others.has(each)),
	};
}

/** The directives by which a unit names another. */
function ownDirectives(unit: UnitFile, { file }: LintContext, name: string): ReadonlySet<string> {
	if (file === undefined) return new Set();
	const naming = referencesOf(unit).filter((reference) => expandName(reference.name, file) === name);
	return new Set(naming.map(({ directive }) => directive));
}

function isDone(context: LintContext, name: string): boolean {
	const others = filesNamed(placeOf(context)?.view ?? emptyWorkspace, name);
	return others.length > 0 && others.every(({ unit }) => isJob(unit));
}
