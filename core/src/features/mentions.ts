// The names of units in a file, whoever reads them: in directives of systemd, and in MachineOf, Conflicts and Replaces of
// fleet. Globs among them stand for several units.

import { isGlob } from '../fleet/glob.ts';
import type { LintContext } from '../rules/settings.ts';
import { globsOf } from '../rules/support/fleet-globs.ts';
import { soundSettings } from '../rules/support/fleet-settings.ts';
import type { Span } from '../syntax/span.ts';
import { textAt, touches } from '../syntax/span.ts';
import type { UnitFile } from '../syntax/tree.ts';
import type { IndexedFile, WorkspaceView } from '../workspace/model.ts';
import { expandName, filesNamed, nearestTo } from '../workspace/names.ts';
import { filesMatching } from '../workspace/references.ts';
import { referencesOf } from '../workspace/references-of.ts';

/** A name, or a glob for names, at a place. */
export interface Mention {
	/** As it stands there. */
	readonly written: string;
	/** With the specifiers that the file's own name decides put in; in a template `%i` stays. */
	readonly name: string;
	readonly span: Span;
}

/** All mentions in a file, those of systemd first. */
export function mentionsIn(unit: UnitFile, context: LintContext): readonly Mention[] {
	const { file } = context;
	const ofSystemd = referencesOf(unit).map(({ name, span }): Mention => {
		return { written: textAt(unit.text, span), name: file === undefined ? name : expandName(name, file), span };
	});
	const peers = soundSettings(unit, context, 'MachineOf').flatMap(({ items }) => items);
	const others = globsOf(unit, context).map(({ item }) => item);
	const ofFleet = [...peers, ...others].map(({ text, expanded, span }): Mention => {
		return { written: text, name: expanded, span };
	});
	return [...ofSystemd, ...ofFleet];
}

/** The mention at an offset, if there is one. */
export function mentionAt(unit: UnitFile, offset: number, context: LintContext): Mention | undefined {
	return mentionsIn(unit, context).find(({ span }) => touches(span, offset));
}

/** The files of the units that a mention in a file means; of several copies of one, those that stand nearest. */
export function filesOf({ name }: Mention, view: WorkspaceView, path: string): readonly IndexedFile[] {
	return isGlob(name) ? filesMatching(view, name) : nearestTo(path, filesNamed(view, name));
}
