// The file that is linted, as the index of the workspace knows it, and what rules across files ask about it.

import { isGlob } from '../../fleet/glob.ts';
import type { Span } from '../../syntax/span.ts';
import type { UnitFile } from '../../syntax/tree.ts';
import type { IndexedFile, WorkspaceView } from '../../workspace/model.ts';
import { expandName, filesNamed, isOpenName, isTemplateName, symbolicName } from '../../workspace/names.ts';
import { fleetFiles } from '../../workspace/references.ts';
import type { LintContext } from '../settings.ts';
import { type FleetItem, soundSettings } from './fleet-settings.ts';
import { hasUnitSuffix } from './unit-suffix.ts';

/** A file with the workspace that it stands in. */
export interface Place {
	readonly view: WorkspaceView;
	readonly file: IndexedFile;
}

/** Where the linted file stands; `undefined` where no workspace is known, or it does not hold the file. */
export function placeOf({ workspace, path }: LintContext): Place | undefined {
	const file = path === undefined ? undefined : workspace?.files.get(path);
	return workspace === undefined || file === undefined ? undefined : { view: workspace, file };
}

/** Whether the workspace has a unit for fleet beside this one; if not, it tells nothing of what else there is. */
export function hasCompany({ view, file }: Place): boolean {
	return fleetFiles(view).some(({ path }) => path !== file.path);
}

/** The items of MachineOf= that name a unit which can run; a rule of its own says what is wrong with the others. */
export function namedPeers(unit: UnitFile, context: LintContext): readonly FleetItem[] {
	const own = context.file === undefined ? undefined : symbolicName(context.file);
	return soundSettings(unit, context, 'MachineOf')
		.flatMap(({ items }) => items)
		.filter(({ expanded }) => expanded !== own && isUnitName(expanded));
}

/** Whether a text, specifiers expanded, is the name of one unit, its instance perhaps not known. */
export function isUnitName(text: string): boolean {
	return hasUnitSuffix(text) && !/[\s=,]/.test(text) && !isGlob(text) && !isTemplateName(text) && !isOpenName(text);
}

/** The directives by which a unit of the workspace names this one. */
export function directivesNaming(context: LintContext, name: string): ReadonlySet<string> {
	const place = placeOf(context);
	if (place === undefined) return new Set();
	const { view, file } = place;
	const directives = filesNamed(view, name).flatMap((other) =>
		[...other.references].filter(([, names]) =>
			names.some((each) => filesNamed(view, expandName(each, other.name)).includes(file)),
		),
	);
	return new Set(directives.map(([directive]) => directive));
}

/** A place that stands for the whole file: its first header. */
export function wholeFile({ sections }: UnitFile): Span {
	return sections[0]?.header.content ?? { start: 0, end: 0 };
}
